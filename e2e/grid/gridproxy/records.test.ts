import { beforeEach, expect, test } from 'vitest'
import { add, type Capacity } from '#domain/capacity.ts'
import { reserve } from '#domain/reserve.ts'
import { gib } from '#domain/units.ts'
import type { ChainContract, ChainFarm } from '../chain/nouns.ts'
import { Usage } from '../usage.ts'
import { makeWorld, type World } from '../world.ts'
import { consumption } from './contracts.ts'
import { Records } from './records.ts'
import type { CardJson, NodeRow } from './rows.ts'

let world: World
let usage: Usage
let records: Records
let told: Map<number, CardJson[]>
let mute: Set<number>

beforeEach(async () => {
  world = await makeWorld({ seed: 3, farms: 70, nodes: 700, relayDomain: '127.0.0.1' })
  usage = new Usage()
  told = new Map()
  mute = new Set()
  records = new Records(world, usage, {
    farmOf: (id) => world.farms[id - 1]?.chain,
    cardsOf: (id) => told.get(id),
    mute: () => mute,
  })
})

const idle = (): NodeRow =>
  [...records.nodes()].find(({ json }) => json.status === 'up' && json.rentable && !json.inDedicatedFarm)!

const contractOn = (detail: ChainContract['detail']): ChainContract => ({
  id: 90_000,
  twinId: 5,
  state: 'Created',
  createdAt: 1_800_000_000,
  detail,
  solutionProviderId: null,
})
const deploymentOn = (nodeId: number, publicIps = 0) =>
  contractOn({ kind: 'node', nodeId, hash: 'a'.repeat(32), data: '{"type":"vm"}', publicIps })

test('a deployment makes its node unrentable until it is cancelled', () => {
  const { json } = idle()
  const contract = deploymentOn(json.nodeId)
  records.follow({ kind: 'contract-created', contract })
  expect(json).toMatchObject({ rentable: false, dedicated: false })
  records.follow({ kind: 'contract-cancelled', contract })
  expect(json).toMatchObject({ rentable: true, dedicated: true })
  expect(records.contract(90_000)!.json.state).toBe('Deleted')
})

test('a rent shows with its tenant until it ends', () => {
  const { json } = idle()
  const contract = contractOn({ kind: 'rent', nodeId: json.nodeId })
  records.follow({ kind: 'contract-created', contract })
  expect(json).toMatchObject({ rented: true, rentable: false, rentContractId: 90_000, rentedByTwinId: 5 })
  records.follow({ kind: 'contract-cancelled', contract })
  expect(json).toMatchObject({ rented: false, rentable: true, rentContractId: 0, rentedByTwinId: 0 })
})

test('a contract is in its grace period while the chain says so', () => {
  const contract = deploymentOn(idle().json.nodeId)
  records.follow({ kind: 'contract-created', contract })
  records.follow({ kind: 'contract-grace', contract: { ...contract, state: 'GracePeriod' }, started: true })
  expect(records.contract(90_000)!.json.state).toBe('GracePeriod')
  records.follow({ kind: 'contract-grace', contract, started: false })
  expect(records.contract(90_000)!.json.state).toBe('Created')
})

test('bills are kept newest first and make up the consumption', () => {
  const billed = { kind: 'contract-billed', contractId: 90_000, discount: 'None' } as const
  records.follow({ kind: 'contract-created', contract: deploymentOn(idle().json.nodeId) })
  records.follow({ ...billed, amount: 10_000_000n, timestamp: 1_800_003_600 })
  records.follow({ ...billed, amount: 30_000_000n, timestamp: 1_800_010_800 })
  const row = records.contract(90_000)!
  expect(row.bills.map(({ amountBilled }) => amountBilled)).toEqual([30_000_000, 10_000_000])
  expect(consumption([row], 5)).toEqual({ last_hour_consumption: 1.5, overall_consumption: 4 })
  expect(consumption([row], 6)).toEqual({ last_hour_consumption: 0, overall_consumption: 0 })
})

test('a public address that is taken is taken everywhere, and keeps its id', () => {
  const farm = world.farms[0]!.chain
  const row = [...records.nodes()].find(({ json }) => json.farmId === 1)!
  const before = [...records.publicIps()]
  const address = farm.publicIps.find(({ contractId }) => contractId === 0)!
  const free = row.json.farm_free_ips
  address.contractId = 90_000
  records.follow({ kind: 'contract-created', contract: deploymentOn(row.json.nodeId, 1) })
  expect(row.json.farm_free_ips).toBe(free - 1)
  expect(records.publicIps().filter(({ contract_id }) => contract_id === 90_000)).toMatchObject([{ ip: address.ip }])
  expect(records.publicIps().map(({ id }) => id)).toEqual(before.map(({ id }) => id))
})

test('an address that a farm gives up leaves the ids of the others alone', () => {
  const farm: ChainFarm = world.farms[0]!.chain
  const idOf = (ip: string) => records.publicIps().find((one) => one.ip === ip)?.id
  const [gone, kept] = farm.publicIps
  const id = idOf(kept!.ip)
  farm.publicIps.shift()
  records.follow({ kind: 'contract-created', contract: deploymentOn(1) })
  expect(idOf(gone!.ip)).toBeUndefined()
  expect(idOf(kept!.ip)).toBe(id)
})

test('what runs on a node is used of it, beside what ZOS keeps', () => {
  const { json } = idle()
  const machine: Capacity = { cru: 2, mru: gib(4), sru: gib(50), hru: gib(0) }
  usage.set(json.nodeId, 90_000, machine)
  expect(json.used_resources).toEqual(add(machine, reserve(json.total_resources)))
  usage.drop(json.nodeId, 90_000)
  expect(json.used_resources).toEqual(reserve(json.total_resources))
})

test('cards are free again when the contract that held them ends', () => {
  const held = world.contracts.find(
    ({ chain, deleted }) =>
      !deleted && world.nodes.some(({ cards }) => cards.some(({ contract }) => contract === chain.id)),
  )!
  const { detail } = held.chain
  const node = records.node(detail.kind === 'name' ? 0 : detail.nodeId)!
  expect(node.json.gpus[0]!.contract).toBe(held.chain.id)
  records.follow({ kind: 'contract-cancelled', contract: held.chain })
  expect(node.json.gpus.map(({ contract }) => contract)).toEqual(node.json.gpus.map(() => 0))
})

test('a node whose farmer sends it to sleep is standby, and up again when woken', () => {
  const { json } = idle()
  const power = (state: 'Up' | 'Down', target: 'Up' | 'Down') => {
    records.follow({ kind: 'node-power', nodeId: json.nodeId, power: { state, target } })
    return records.node(json.nodeId)!.json.status
  }
  expect([power('Up', 'Down'), power('Down', 'Down'), power('Down', 'Up'), power('Up', 'Up')]).toEqual([
    'standby',
    'standby',
    'standby',
    'up',
  ])
})

/** Lets time pass, as the chain's clock tells it. */
const wait = (seconds: number) =>
  records.follow({ kind: 'block', number: 1, timestamp: Math.floor(Date.now() / 1000) + seconds })

test('a node that reports no more is down two report cycles after its last report, and up when it is back', () => {
  const { nodeId } = idle().json
  const status = () => records.node(nodeId)!.json.status
  records.miss(new Set([nodeId]))
  wait(39 * 60)
  expect(status()).toBe('up')
  wait(81 * 60)
  expect(status()).toBe('down')
  const uptime = records.node(nodeId)!.json.uptime
  records.miss(new Set())
  expect(status()).toBe('up')
  expect(records.node(nodeId)!.json.uptime).toBeGreaterThan(uptime)
})

test('a node that does not answer is unhealthy from the next probe on, which comes every five minutes', () => {
  const { nodeId } = idle().json
  const isHealthy = () => records.node(nodeId)!.json.healthy
  expect(isHealthy()).toBe(true)
  mute.add(nodeId)
  wait(5 * 60)
  expect(isHealthy()).toBe(false)
  mute.clear()
  wait(10 * 60)
  expect(isHealthy()).toBe(true)
})

test('a node that somebody makes on the chain alone is down after two report cycles', () => {
  const node = { ...world.nodes[0]!.chain, id: 9000, created: Math.floor(Date.now() / 1000), power: null }
  records.follow({ kind: 'node-stored', node })
  wait(79 * 60)
  expect(records.node(9000)!.json.status).toBe('up')
  wait(81 * 60)
  expect(records.node(9000)!.json.status).toBe('down')
})

test('an extra fee makes a node dedicated, though not rentable', () => {
  const { json } = [...records.nodes()].find(({ json: { dedicated } }) => !dedicated)!
  records.follow({ kind: 'extra-fee-set', nodeId: json.nodeId, extraFee: 5000 })
  expect(json).toMatchObject({ extraFee: 5000, dedicated: true, rentable: false })
})

test('a new twin is listed, and one that changes its relay', () => {
  const account = new Uint8Array(32).fill(7)
  const count = records.counts.twins
  records.follow({ kind: 'twin-stored', twin: { id: 90_000, account, relay: null, pk: null } })
  records.follow({ kind: 'twin-stored', twin: { id: 90_000, account, relay: 'r.example', pk: null } })
  expect(records.counts.twins).toBe(count + 1)
  expect([...records.twins()].at(-1)).toMatchObject({ twinId: 90_000, relay: 'r.example', publicKey: '' })
})

test('a card is held by the contract that the node names', () => {
  const { json } = [...records.nodes()].find(({ json: { gpus } }) => gpus.some(({ contract }) => contract === 0))!
  told.set(
    json.nodeId,
    json.gpus.map((card) => ({ ...card, contract: 90_000 })),
  )
  usage.set(json.nodeId, 90_000, { cru: 2, mru: gib(4), sru: gib(50), hru: gib(0) })
  expect(json.gpus.every(({ contract }) => contract === 90_000)).toBe(true)
})

const newFarm: ChainFarm = {
  id: 900,
  name: 'Brand-new',
  twinId: 5,
  pricingPolicyId: 1,
  certification: 'NotCertified',
  publicIps: [],
  dedicated: false,
}

test('a farm and a node made on the chain are listed, until the node is deleted', () => {
  const now = Math.floor(Date.now() / 1000)
  const node = { ...world.nodes[0]!.chain, id: 9000, farmId: 900, created: now, power: null }
  records.follow({ kind: 'farm-stored', farm: newFarm })
  records.follow({ kind: 'node-stored', node })
  expect(records.node(9000)!.json).toMatchObject({
    farmName: 'Brand-new',
    status: 'up',
    updatedAt: now,
    rentable: true,
  })
  expect([...records.farms()].at(-1)!.nodes).toHaveLength(1)
  records.follow({ kind: 'node-deleted', node })
  expect(records.node(9000)).toBeUndefined()
  expect([...records.farms()].at(-1)!.nodes).toHaveLength(0)
})

test('a node whose farmer gives it a public address and a domain is a gateway from then on', () => {
  const { json, world: known } = idle()
  const publicConfig = { ip4: { ip: '29.1.2.3/24', gw: '29.1.2.1' }, ip6: null, domain: 'gw.example' }
  records.follow({ kind: 'node-stored', node: { ...known.chain, publicConfig } })
  expect(json.publicConfig).toMatchObject({ ipv4: '29.1.2.3/24', ipv6: '', domain: 'gw.example' })
  expect(json.healthy).toBe(known.healthy)
})

test('a farm that is renamed is called so by its nodes and contracts, and keeps its payout address', () => {
  const farm = { ...world.farms[0]!.chain, name: 'Renamed', dedicated: true }
  records.follow({ kind: 'payout-stored', payout: { farmId: 1, address: 'GNEW' } })
  records.follow({ kind: 'farm-stored', farm })
  const row = [...records.farms()][0]!
  expect(row.json).toMatchObject({ name: 'Renamed', stellarAddress: 'GNEW', dedicated: true })
  for (const { json } of row.nodes) expect(json).toMatchObject({ farmName: 'Renamed', inDedicatedFarm: true })
  const named = [...records.contracts()].flatMap(({ json: { details } }) =>
    'farm_id' in details && details.farm_id === 1 ? [details.farm_name] : [],
  )
  expect(new Set(named)).toEqual(new Set(['Renamed']))
})
