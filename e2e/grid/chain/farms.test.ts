import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChainEvent } from './nouns.ts'
import { bob, call, carol, farmer, query, send, startTestChain, type TestChain } from './test-chain.ts'

let grid: TestChain
beforeAll(async () => {
  grid = await startTestChain()
  await grid.chain.fund(farmer.publicKey, 10_000_000_000n)
})
afterAll(() => grid.stop())

const farm = (method: string, ...args: unknown[]) => call(grid.api, 'tfgridModule', method, ...args)
const create = (name: string, ...ips: [string, string][]) =>
  farm(
    'createFarm',
    name,
    ips.map(([ip, gw]) => ({ ip, gw })),
  )
const read = (item: string, ...args: unknown[]) => query(grid.api, 'tfgridModule', item, ...args)
const good: [string, string] = ['28.0.9.2/24', '28.0.9.1']
const hex = (text: string) => `0x${Buffer.from(text).toString('hex')}`

test('a farm is made with its addresses, found by its name, and the grid hears of it', async () => {
  const heard: ChainEvent[] = []
  const stop = grid.chain.onEvent((event) => heard.push(event))
  const outcome = await send(grid.api, create('carols-farm', good), carol)
  stop()
  expect(outcome.fields('tfgridModule.FarmStored')).toEqual([await read('farms', 2)])
  expect((await grid.api.query.tfgridModule!.farms!(2)).toPrimitive()).toEqual({
    version: 4,
    id: 2,
    name: 'carols-farm',
    twinId: 3,
    pricingPolicyId: 1,
    certification: 'NotCertified',
    publicIps: [{ ip: good[0], gateway: good[1], contractId: 0 }],
    dedicatedFarm: false,
    farmingPolicyLimits: null,
  })
  expect(await read('farmIdByName', 'carols-farm')).toBe(2)
  expect(await read('farmID')).toBe(2)
  expect(heard).toContainEqual({ kind: 'farm-stored', farm: grid.chain.farm(2) })
})

test.each([
  ['a caller without a twin', () => create('new-farm'), bob, 'TwinNotExists'],
  ['a name that is taken, before anything else', () => create('freefarm', ['x', 'y']), carol, 'FarmExists'],
  ['a name of two letters', () => create('ab'), carol, 'FarmNameTooShort'],
  ['a name with a space', () => create('new farm'), carol, 'InvalidFarmName'],
  ['a private address', () => create('new-farm', ['10.0.0.2/24', '10.0.0.1']), carol, 'InvalidPublicIP'],
  ['an address twice', () => create('new-farm', good, good), carol, 'IpExists'],
  ['an update without a twin', () => farm('updateFarm', 1, 'new-name'), bob, 'TwinNotExists'],
  ['an update of no farm', () => farm('updateFarm', 99, 'new-name'), carol, 'FarmNotExists'],
  ["another's farm", () => farm('updateFarm', 1, 'ab'), carol, 'CannotUpdateFarmWrongTwin'],
  ['an update to two letters', () => farm('updateFarm', 2, 'ab'), carol, 'FarmNameTooShort'],
  ['an update to the name of another farm', () => farm('updateFarm', 2, 'freefarm'), carol, 'InvalidFarmName'],
  ['an address for no farm', () => farm('addFarmIp', 99, ...good), bob, 'FarmNotExists'],
  ["an address for another's farm", () => farm('addFarmIp', 1, ...good), bob, 'CannotUpdateFarmWrongTwin'],
  ['a gateway outside', () => farm('addFarmIp', 2, '28.0.9.3/24', '28.0.8.1'), carol, 'InvalidPublicIP'],
  ['an address the farm has', () => farm('addFarmIp', 2, ...good), carol, 'IpExists'],
  ['taking away from no farm', () => farm('removeFarmIp', 99, good[0]), carol, 'FarmNotExists'],
  ["taking another's address", () => farm('removeFarmIp', 1, good[0]), carol, 'CannotUpdateFarmWrongTwin'],
  ['taking away what is not there', () => farm('removeFarmIp', 2, '28.0.9.9/24'), carol, 'IpNotExists'],
  ['a payout without a twin', () => farm('addStellarPayoutV2address', 2, 'G'), bob, 'TwinNotExists'],
  ['a payout of no farm', () => farm('addStellarPayoutV2address', 99, 'G'), carol, 'FarmNotExists'],
  ["another's payout", () => farm('addStellarPayoutV2address', 1, 'G'), carol, 'CannotUpdateFarmWrongTwin'],
])('refused: %s', async (_, make, who, error) => {
  expect((await send(grid.api, make(), who)).error).toBe(`tfgridModule.${error}`)
})

test.each([
  ['a name', () => create('n'.repeat(41))],
  ['an address in a list', () => create('new-farm', good, ['28.0.9.2/24        ', '28.0.9.1'])],
  ['a gateway', () => farm('addFarmIp', 2, '28.0.9.3/24', '28.0.9.1        ')],
])('%s longer than the runtime reads is no transaction', async (_, make) => {
  await expect(send(grid.api, make(), carol)).rejects.toThrow(/1002: .*longer than/)
})

test('a farm is renamed, and its old name is free again', async () => {
  expect((await send(grid.api, farm('updateFarm', 2, 'renamed'), carol)).error).toBeUndefined()
  expect(await read('farmIdByName', 'renamed')).toBe(2)
  expect(await read('farmIdByName', 'carols-farm')).toBe(0)
  const same = await send(grid.api, farm('updateFarm', 2, 'renamed'), carol)
  expect([same.error, same.events.includes('tfgridModule.FarmUpdated')]).toEqual([undefined, false])
})

test('addresses come and go, but not while a contract has them', async () => {
  const added = await send(grid.api, farm('addFarmIp', 1, '185.69.166.12/24', '185.69.166.1'), farmer)
  expect(added.events).toContain('tfgridModule.FarmUpdated')
  const contract = call(grid.api, 'smartContractModule', 'createNodeContract', 1, 'a'.repeat(32), '', 1, null)
  await send(grid.api, contract, carol)
  const taken = grid.chain.farm(1)!.publicIps.find(({ contractId }) => contractId !== 0)!
  expect((await send(grid.api, farm('removeFarmIp', 1, taken.ip), farmer)).error).toBe('tfgridModule.IpNotExists')
  expect((await send(grid.api, farm('removeFarmIp', 1, '185.69.166.12/24'), farmer)).error).toBeUndefined()
  expect(grid.chain.farm(1)!.publicIps.map(({ ip }) => ip)).toEqual(['185.69.166.10/24', '185.69.166.11/24'])
})

test('a payout address is taken as it is given, and the grid hears of it', async () => {
  const heard: ChainEvent[] = []
  const stop = grid.chain.onEvent((event) => heard.push(event))
  const outcome = await send(grid.api, farm('addStellarPayoutV2address', 2, 'not checked'), carol)
  stop()
  expect(outcome.fields('tfgridModule.FarmPayoutV2AddressRegistered')).toEqual([2, hex('not checked')])
  expect(await read('farmPayoutV2AddressByFarmID', 2)).toBe(hex('not checked'))
  expect(heard).toContainEqual({ kind: 'payout-stored', payout: { farmId: 2, address: 'not checked' } })
})
