import { createHash } from 'node:crypto'
import { encodeAddress } from '@polkadot/util-crypto'
import { add } from '#domain/capacity.ts'
import { reserve } from '#domain/reserve.ts'
import type { ChainContract, ChainEvent, ChainFarm, ChainTwin } from '../chain/nouns.ts'
import type { Usage } from '../usage.ts'
import type { World } from '../world.ts'
import { featuresOf, lastReport, type WorldNode } from '../world/nodes.ts'
import { monthlyPrice } from './price.ts'
import type { ContractJson, ContractRow, FarmRow, IpJson, IpRow, NodeJson, NodeRow, TwinJson } from './rows.ts'

/** An id as the indexer behind GridProxy makes them: it says nothing, only it differs. */
function rowId(kind: string, ...numbers: number[]): string {
  const [first = 0, second = 0] = numbers
  const tail = createHash('md5')
    .update(`${kind} ${numbers.join(' ')}`)
    .digest('hex')
    .slice(0, 5)
  return `${String(first).padStart(10, '0')}-${String(second).padStart(6, '0')}-${tail}`
}

const coordinate = (text: string): number | null => (text === '' ? null : Number(text))
const isActive = ({ json }: ContractRow): boolean => json.state !== 'Deleted'

/** What GridProxy knows: the world it started with, kept in step with the chain. Deleted contracts stay. */
export class Records {
  readonly farms: FarmRow[]
  readonly #nodeRows: NodeRow[]
  readonly #twinRows: TwinJson[] = []
  readonly #contractRows = new Map<number, ContractRow>()
  /** Node and rent contracts by node. */
  readonly #byNode = new Map<number, ContractRow[]>()
  readonly #start = Math.floor(Date.now() / 1000)
  #unlisted: ChainTwin[]
  readonly #world: World
  readonly #usage: Usage
  readonly #farmOf: (id: number) => ChainFarm | undefined

  constructor(world: World, usage: Usage, farmOf: (id: number) => ChainFarm | undefined) {
    this.#world = world
    this.#usage = usage
    this.#farmOf = farmOf
    this.#unlisted = [...world.genesis.twins]
    for (const { chain, deleted, bills } of world.contracts)
      this.#list({ json: this.#contractJson(chain, deleted ? 'Deleted' : chain.state), bills })
    this.farms = world.farms.map(({ chain, stellarAddress }) => ({
      json: {
        name: chain.name,
        farmId: chain.id,
        twinId: chain.twinId,
        pricingPolicyId: chain.pricingPolicyId,
        certificationType: chain.certification,
        stellarAddress,
        dedicated: chain.dedicated,
        publicIps: ipsOf(chain),
      },
      nodes: [],
    }))
    this.#nodeRows = world.nodes.map((node) => this.#nodeRow(node))
    for (const row of this.#nodeRows) this.farms[row.json.farmId - 1]!.nodes.push(row)
  }

  nodes(): NodeRow[] {
    const now = Math.floor(Date.now() / 1000)
    for (const { json, world } of this.#nodeRows) {
      json.updatedAt = lastReport(world, now, this.#start)
      json.uptime = world.uptime + (world.status === 'up' ? Math.max(0, json.updatedAt - this.#start) : 0)
      json.used_resources = add(this.#usage.of(json.nodeId), reserve(json.total_resources))
    }
    return this.#nodeRows
  }

  node(id: number): NodeRow | undefined {
    return this.nodes()[id - 1]
  }

  contracts(): ContractRow[] {
    return [...this.#contractRows.values()]
  }

  contract(id: number): ContractRow | undefined {
    return this.#contractRows.get(id)
  }

  publicIps(): IpRow[] {
    return this.farms.flatMap(({ json }) => json.publicIps.map((ip) => ({ ...ip, farm_id: json.farmId })))
  }

  /** Addresses take time to encode, so twins are listed once somebody asks. */
  twins(): TwinJson[] {
    for (const { id, account, relay, pk } of this.#unlisted)
      this.#twinRows[id - 1] = {
        twinId: id,
        accountId: encodeAddress(account, 42),
        relay: relay ?? '',
        publicKey: pk ? `0x${Buffer.from(pk).toString('hex')}` : '',
      }
    this.#unlisted = []
    return this.#twinRows
  }

  twinCount(): number {
    return Math.max(this.#twinRows.length, ...this.#unlisted.map(({ id }) => id))
  }

  follow(event: ChainEvent): void {
    switch (event.kind) {
      case 'block':
        return
      case 'twin-stored':
        this.#unlisted.push(event.twin)
        return
      case 'contract-created':
        this.#list({ json: this.#contractJson(event.contract, event.contract.state), bills: [] })
        return this.#refresh(event.contract)
      case 'contract-updated':
      case 'contract-cancelled': {
        const row = this.#contractRows.get(event.contract.id)
        if (!row) return
        row.json = this.#contractJson(
          event.contract,
          event.kind === 'contract-cancelled' ? 'Deleted' : event.contract.state,
        )
        return this.#refresh(event.contract)
      }
    }
  }

  #list(row: ContractRow): void {
    this.#contractRows.set(row.json.contract_id, row)
    const { details } = row.json
    if ('nodeId' in details) this.#byNode.set(details.nodeId, [...(this.#byNode.get(details.nodeId) ?? []), row])
  }

  /** A contract changes whether its node is rentable and which of its farm's addresses are free. */
  #refresh({ detail }: ChainContract): void {
    const row = detail.kind === 'name' ? undefined : this.#nodeRows[detail.nodeId - 1]
    if (!row) return
    const { json, nodes } = this.farms[row.json.farmId - 1]!
    const farm = this.#farmOf(json.farmId)
    if (farm) json.publicIps = ipsOf(farm)
    for (const sibling of nodes) sibling.json.farm_free_ips = freeIps(json.publicIps)
    Object.assign(row.json, this.#tenancy(row.world))
  }

  #contractJson(contract: ChainContract, state: ContractJson['state']): ContractJson {
    const { id, twinId, createdAt, detail } = contract
    const common = { contract_id: id, twin_id: twinId, state, created_at: createdAt }
    if (detail.kind === 'name') return { ...common, type: 'name', details: { name: detail.name } }
    const { nodeId } = detail
    const farm = this.#farmOfNode(nodeId)
    const where = { nodeId, farm_name: farm?.name ?? '', farm_id: farm?.id ?? 0 }
    if (detail.kind === 'rent') return { ...common, type: 'rent', details: where }
    const { data, hash, publicIps } = detail
    const deployment = { deployment_data: data, deployment_hash: hash, number_of_public_ips: publicIps }
    return { ...common, type: 'node', details: { ...where, ...deployment } }
  }

  #farmOfNode(nodeId: number): ChainFarm | undefined {
    const node = this.#world.nodes[nodeId - 1]
    return node && this.#world.farms[node.chain.farmId - 1]?.chain
  }

  /** Whether the node is let whole, and to whom. Source: tfgrid-sdk-go grid-proxy, facts §2.5. */
  #tenancy({ chain }: WorldNode) {
    const active = (this.#byNode.get(chain.id) ?? []).filter(isActive)
    const rent = active.find(({ json }) => json.type === 'rent')?.json
    const rented = rent !== undefined
    const inDedicatedFarm = this.#world.farms[chain.farmId - 1]!.chain.dedicated
    const rentable = !rented && (inDedicatedFarm || active.length === 0)
    return {
      inDedicatedFarm,
      rented,
      rentable,
      dedicated: rented || rentable || chain.extraFee > 0,
      rentContractId: rent?.contract_id ?? 0,
      rentedByTwinId: rent?.twin_id ?? 0,
    }
  }

  #nodeRow(world: WorldNode): NodeRow {
    const { chain } = world
    const { country, city, longitude, latitude } = chain.location
    const farm = this.#world.farms[chain.farmId - 1]!
    const price = monthlyPrice(chain.resources, chain.certification === 'Certified', chain.extraFee)
    const json: NodeJson = {
      id: rowId('node', chain.id, 2),
      nodeId: chain.id,
      farmId: chain.farmId,
      farmName: farm.chain.name,
      twinId: chain.twinId,
      country,
      gridVersion: 3,
      city,
      uptime: world.uptime,
      created: chain.created,
      farmingPolicyId: 1,
      updatedAt: this.#start,
      total_resources: chain.resources,
      used_resources: reserve(chain.resources),
      location: { country, city, longitude: coordinate(longitude), latitude: coordinate(latitude) },
      publicConfig: {
        domain: chain.publicConfig?.domain ?? '',
        gw4: chain.publicConfig?.ip4.gw ?? '',
        gw6: chain.publicConfig?.ip6?.gw ?? '',
        ipv4: chain.publicConfig?.ip4.ip ?? '',
        ipv6: chain.publicConfig?.ip6?.ip ?? '',
      },
      status: world.status,
      certificationType: chain.certification,
      ...this.#tenancy(world),
      serialNumber: chain.serialNumber ?? '',
      power: chain.power ?? { state: '', target: '' },
      num_gpu: world.cards.length,
      extraFee: chain.extraFee,
      healthy: world.healthy,
      dmi: world.dmi,
      speed: world.speed,
      cpu_benchmark: world.benchmark,
      gpus: world.cards.map(({ id, vendor, device, contract }) => ({ id, vendor, device, contract })),
      price_usd: price,
      farm_free_ips: freeIps(ipsOf(farm.chain)),
      features: featuresOf(world),
    }
    return { json, world, farm, price }
  }
}

const ipsOf = (farm: ChainFarm): IpJson[] =>
  farm.publicIps.map(({ ip, gateway, contractId }, i) => ({
    id: rowId('ip', farm.id, i + 1),
    ip,
    gateway,
    contract_id: contractId,
  }))

const freeIps = (ips: IpJson[]): number => ips.filter(({ contract_id }) => contract_id === 0).length
