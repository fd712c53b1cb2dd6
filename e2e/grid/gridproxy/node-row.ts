import { add, minus, type Capacity } from '#domain/capacity.ts'
import type { NodeStatus } from '#domain/node.ts'
import { reserve } from '#domain/reserve.ts'
import type { ChainNode } from '../chain/nouns.ts'
import { featuresOf, lastReport, unheardOf, type WorldNode } from '../world/nodes.ts'
import { day, minute } from '../world/time.ts'
import { freeIps } from './farm-row.ts'
import { monthlyPrice } from './price.ts'
import { rowId } from './row-id.ts'
import type { CardJson, ContractRow, FarmRow, NodeRow } from './rows.ts'

const coordinate = (text: string): number | null => (text === '' ? null : Number(text))

const isOn = (power: ChainNode['power']): boolean => !power || (power.state === 'Up' && power.target === 'Up')

/** Worked out whenever it is read. Source: tfgrid-sdk-go grid-proxy, node status: two report cycles, or a day asleep. */
export function statusOf(power: ChainNode['power'], age: number): NodeStatus {
  if (isOn(power)) return age <= 80 * minute ? 'up' : 'down'
  return age <= day ? 'standby' : 'down'
}

/** What is said of the node but for what its contracts and the clock change. */
function described(world: WorldNode, farm: FarmRow) {
  const { chain } = world
  const { country, city, longitude, latitude } = chain.location
  return {
    farmName: farm.json.name,
    country,
    city,
    total_resources: chain.resources,
    location: { country, city, longitude: coordinate(longitude), latitude: coordinate(latitude) },
    publicConfig: {
      domain: chain.publicConfig?.domain ?? '',
      gw4: chain.publicConfig?.ip4.gw ?? '',
      gw6: chain.publicConfig?.ip6?.gw ?? '',
      ipv4: chain.publicConfig?.ip4.ip ?? '',
      ipv6: chain.publicConfig?.ip6?.ip ?? '',
    },
    certificationType: chain.certification,
    serialNumber: chain.serialNumber ?? '',
    power: chain.power ?? { state: '' as const, target: '' as const },
    extraFee: chain.extraFee,
    price_usd: monthlyPrice(chain.resources, chain.certification === 'Certified', chain.extraFee),
  }
}

const isActive = ({ json }: ContractRow): boolean => json.state !== 'Deleted'

/** Whether the node is let whole, and to whom. Source: tfgrid-sdk-go grid-proxy internal/explorer/db/postgres.go */
function tenancy({ world, farm, contracts }: Pick<NodeRow, 'world' | 'farm' | 'contracts'>) {
  const active = contracts.filter(isActive)
  const rent = active.find(({ json }) => json.type === 'rent')?.json
  const rented = rent !== undefined
  const inDedicatedFarm = farm.json.dedicated
  const rentable = !rented && (inDedicatedFarm || active.length === 0)
  return {
    inDedicatedFarm,
    rented,
    rentable,
    dedicated: rented || rentable || world.chain.extraFee > 0,
    rentContractId: rent?.contract_id ?? 0,
    rentedByTwinId: rent?.twin_id ?? 0,
  }
}

const cardsOf = (cards: CardJson[]): CardJson[] =>
  cards.map(({ id, vendor, device, contract }) => ({ id, vendor, device, contract }))

/** A node that `world` knows, or one that the chain took up since: nothing is known of that but what it registered. */
export function nodeRow(chain: ChainNode, farm: FarmRow, known: WorldNode | undefined): NodeRow {
  const world = known ?? unheardOf(chain)
  const contracts: ContractRow[] = []
  const used = reserve(chain.resources)
  return {
    json: {
      id: rowId('node', chain.id, 2),
      nodeId: chain.id,
      farmId: chain.farmId,
      twinId: chain.twinId,
      gridVersion: 3,
      uptime: world.uptime,
      created: chain.created,
      farmingPolicyId: 1,
      updatedAt: known ? 0 : chain.created,
      used_resources: used,
      status: 'down',
      ...described(world, farm),
      ...tenancy({ world, farm, contracts }),
      num_gpu: world.cards.length,
      healthy: world.healthy,
      dmi: world.dmi,
      speed: world.speed,
      cpu_benchmark: world.benchmark,
      gpus: cardsOf(world.cards),
      farm_free_ips: freeIps(farm.json.publicIps),
      features: known ? featuresOf(world) : [],
    },
    world,
    farm,
    contracts,
    free: minus(chain.resources, used),
    probed: known !== undefined,
  }
}

/** Brings a node's row to what the chain says now. */
export function renewNode(row: NodeRow, chain: ChainNode): void {
  row.world = { ...row.world, chain }
  Object.assign(row.json, described(row.world, row.farm))
  row.free = minus(row.json.total_resources, row.json.used_resources)
  renewTenancy(row)
}

/** After a change of the node's contracts or its farm. */
export function renewTenancy(row: NodeRow): void {
  Object.assign(row.json, tenancy(row))
  row.json.farmName = row.farm.json.name
  row.json.farm_free_ips = freeIps(row.farm.json.publicIps)
}

/** After a change of what runs on the node. */
export function renewUse(row: NodeRow, used: Capacity, cards: CardJson[]): void {
  row.json.used_resources = add(used, reserve(row.json.total_resources))
  row.free = minus(row.json.total_resources, row.json.used_resources)
  row.json.gpus = cardsOf(cards)
}

type Times = { now: number; start: number; leftAt: number | undefined }

/** What time alone changes. The grid started at `start`, and since `leftAt` the node reports nothing; all unix seconds. */
export function renewReport({ json, world }: NodeRow, { now, start, leftAt = now }: Times): void {
  const { power } = world.chain
  json.updatedAt = Math.max(json.updatedAt, lastReport(world, leftAt, start, isOn(power)))
  json.status = statusOf(power, now - json.updatedAt)
  if (json.status === 'up') json.uptime = world.uptime + Math.max(0, json.updatedAt - start)
}
