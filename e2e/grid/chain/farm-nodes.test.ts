import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChainEvent } from './nouns.ts'
import { bob, call, carol, farmer, query, send, startTestChain, zos, type TestChain } from './test-chain.ts'

let grid: TestChain
beforeAll(async () => {
  grid = await startTestChain()
  await Promise.all([farmer, zos].map(({ publicKey }) => grid.chain.fund(publicKey, 10_000_000_000n)))
  await send(grid.api, tfgrid('createFarm', 'carols-farm', []), carol)
})
afterAll(() => grid.stop())

const tfgrid = (method: string, ...args: unknown[]) => call(grid.api, 'tfgridModule', method, ...args)
const contract = (method: string, ...args: unknown[]) => call(grid.api, 'smartContractModule', method, ...args)
const read = (item: string, ...args: unknown[]) => query(grid.api, 'tfgridModule', item, ...args)

const config = {
  ip4: { ip: '185.206.122.33/24', gw: '185.206.122.1' },
  ip6: { ip: '2a10:b600:1::cc4:7a30:65b5/64', gw: '2a10:b600:1::1' },
  domain: 'gent01.example.org',
}
const configure = (farm: number, node: number, given: object | null) => tfgrid('addNodePublicConfig', farm, node, given)

test('a node gets a public configuration and loses it, and the grid hears of both', async () => {
  const heard: ChainEvent[] = []
  const stop = grid.chain.onEvent((event) => heard.push(event))
  const outcome = await send(grid.api, configure(1, 1, config), farmer)
  expect(outcome.events).toContain('tfgridModule.NodePublicConfigStored')
  expect((await grid.api.query.tfgridModule!.nodes!(1)).toPrimitive()).toMatchObject({ publicConfig: config })
  const stored = grid.chain.node(1)
  expect(stored!.publicConfig).toEqual(config)
  await send(grid.api, configure(1, 1, null), farmer)
  stop()
  expect(heard.filter(({ kind }) => kind === 'node-stored')).toEqual([
    { kind: 'node-stored', node: stored },
    { kind: 'node-stored', node: { ...stored, publicConfig: null } },
  ])
})

test.each([
  ['no farm', () => configure(99, 1, config), bob, 'FarmNotExists'],
  ["another's farm", () => configure(1, 1, config), carol, 'CannotUpdateFarmWrongTwin'],
  ['no node', () => configure(1, 99, config), farmer, 'NodeNotExists'],
  ['a node of another farm', () => configure(2, 1, config), carol, 'NodeUpdateNotAuthorized'],
  ['a domain with an underscore', () => configure(1, 1, { ...config, domain: 'a_b' }), farmer, 'InvalidPublicConfig'],
  [
    'a private IPv4',
    () => configure(1, 1, { ...config, ip4: { ip: '10.0.0.2/24', gw: '10.0.0.1' } }),
    farmer,
    'InvalidPublicConfig',
  ],
  [
    'an IPv6 outside of its gateway',
    () => configure(1, 1, { ...config, ip6: { ip: '2a10:b600:2::2/64', gw: '2a10:b600:1::1' } }),
    farmer,
    'InvalidPublicConfig',
  ],
  ['power without a twin', () => tfgrid('changePowerTarget', 1, 'Down'), bob, 'TwinNotExists'],
  ['power of no node', () => tfgrid('changePowerTarget', 99, 'Down'), carol, 'NodeNotExists'],
  ["power of another's node", () => tfgrid('changePowerTarget', 1, 'Down'), carol, 'UnauthorizedToChangePowerTarget'],
  ['deleting without a twin', () => tfgrid('deleteNodeFarm', 1), bob, 'TwinNotExists'],
  ['deleting no node', () => tfgrid('deleteNodeFarm', 99), carol, 'NodeNotExists'],
  ["deleting another's node", () => tfgrid('deleteNodeFarm', 1), carol, 'FarmerNotAuthorized'],
  ['a power state without a twin', () => tfgrid('changePowerState', 'Down'), bob, 'TwinNotExists'],
  ['a power state of who is no node', () => tfgrid('changePowerState', 'Down'), carol, 'NodeNotExists'],
])('refused: %s', async (_, make, who, error) => {
  expect((await send(grid.api, make(), who)).error).toBe(`tfgridModule.${error}`)
})

test('a domain longer than the runtime reads is no transaction', async () => {
  const long = configure(1, 1, { ...config, domain: 'd'.repeat(129) })
  await expect(send(grid.api, long, farmer)).rejects.toThrow(/1002: .*longer than/)
})

test('a node falls asleep after its farmer asked for it, and wakes again', async () => {
  const heard: ChainEvent[] = []
  const stop = grid.chain.onEvent((event) => heard.push(event))
  const asked = await send(grid.api, tfgrid('changePowerTarget', 1, 'Down'), farmer)
  expect(asked.fields('tfgridModule.PowerTargetChanged')).toEqual([1, 1, 'Down'])
  expect(await read('nodePower', 1)).toEqual({ state: { up: null }, target: 'Down' })
  await grid.chain.obeyPowerTarget(1)
  expect(await read('nodePower', 1)).toEqual({ state: { down: expect.any(Number) }, target: 'Down' })
  expect(grid.chain.node(1)!.power).toEqual({ state: 'Down', target: 'Down' })
  const refused = await send(grid.api, contract('createNodeContract', 1, 'a'.repeat(32), '', 0, null), carol)
  expect(refused.error).toBe('smartContractModule.NodeNotAvailableToDeploy')

  await send(grid.api, tfgrid('changePowerTarget', 1, 'Up'), farmer)
  await grid.chain.obeyPowerTarget(1)
  await grid.chain.obeyPowerTarget(1)
  stop()
  expect(await read('nodePower', 1)).toEqual({ state: { up: null }, target: 'Up' })
  expect(heard.flatMap((event) => (event.kind === 'node-power' ? event.power : []))).toEqual([
    { state: 'Up', target: 'Down' },
    { state: 'Down', target: 'Down' },
    { state: 'Down', target: 'Up' },
    { state: 'Up', target: 'Up' },
  ])
})

test('a node says itself that it sleeps, and since when', async () => {
  const outcome = await send(grid.api, tfgrid('changePowerState', 'Down'), zos)
  const { number } = (await grid.api.rpc.chain.getHeader(outcome.block)) as unknown as {
    number: { toNumber(): number }
  }
  expect(outcome.fields('tfgridModule.PowerStateChanged')).toEqual([1, 3, { down: number.toNumber() }])
  const again = await send(grid.api, tfgrid('changePowerState', 'Up'), zos)
  expect(again.fields('tfgridModule.PowerStateChanged')).toEqual([1, 3, { up: null }])
  expect((await send(grid.api, tfgrid('changePowerState', 'Up'), zos)).events).not.toContain(
    'tfgridModule.PowerStateChanged',
  )
})

test('a node in use is not put to sleep', async () => {
  await send(grid.api, contract('createNodeContract', 1, 'b'.repeat(32), '', 1, null), carol)
  const used = await send(grid.api, tfgrid('changePowerTarget', 1, 'Down'), farmer)
  expect(used.error).toBe('tfgridModule.NodeHasActiveContracts')
  expect((await send(grid.api, tfgrid('changePowerTarget', 1, 'Up'), farmer)).error).toBeUndefined()
  await send(grid.api, contract('createRentContract', 3, null), carol)
  const rented = await send(grid.api, tfgrid('changePowerTarget', 3, 'Down'), farmer)
  expect(rented.error).toBe('tfgridModule.NodeHasActiveContracts')
})

test('a deleted node takes its contracts with it and gives its addresses back', async () => {
  const heard: ChainEvent[] = []
  const stop = grid.chain.onEvent((event) => heard.push(event))
  const weight = (await query(grid.api, 'dao', 'farmWeight', 1)) as number
  const node = grid.chain.node(1)
  const outcome = await send(grid.api, tfgrid('deleteNodeFarm', 1), farmer)
  expect(outcome.events).toEqual(
    expect.arrayContaining(['smartContractModule.NodeContractCanceled', 'tfgridModule.NodeDeleted']),
  )
  const rented = await send(grid.api, tfgrid('deleteNodeFarm', 3), farmer)
  expect(rented.events).toContain('smartContractModule.RentContractCanceled')
  stop()
  expect(await read('nodes', 1)).toBeNull()
  expect(await read('nodesByFarmID', 1)).toEqual([2])
  expect(grid.chain.farm(1)!.publicIps.every(({ contractId }) => contractId === 0)).toBe(true)
  expect([...grid.chain.contracts()]).toEqual([])
  expect(await query(grid.api, 'dao', 'farmWeight', 1)).toBe(weight / 3)
  expect(heard).toContainEqual({ kind: 'node-deleted', node })
})
