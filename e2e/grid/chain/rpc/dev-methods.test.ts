import { afterAll, beforeAll, expect, test } from 'vitest'
import { call, carol, query, send, startTestChain, type TestChain } from '../test-chain.ts'

let grid: TestChain
beforeAll(async () => {
  grid = await startTestChain()
})
afterAll(() => grid.stop())

const rpc = <T>(method: string, ...params: unknown[]): Promise<T> => grid.provider.send<T>(method, params)
const clock = async () => (await query(grid.api, 'timestamp', 'now')) as number
const head = async () => (await grid.api.rpc.chain.getHeader()).number.toNumber()
const createName = (name: string) => call(grid.api, 'smartContractModule', 'createNameContract', name)

test('blocks can be made at once, each 6 s after the one before it', async () => {
  const [time, number] = [await clock(), await head()]
  expect(await rpc('dev_advanceBlocks', 10)).toBeGreaterThanOrEqual(number + 10)
  expect(await clock()).toBeGreaterThanOrEqual(time + 60_000)
})

test('after time was skipped accounts sign and read on as before', async () => {
  const [time, number] = [await clock(), await head()]
  const skipped = await rpc<number>('dev_advanceTime', 24 * 3600)
  expect(skipped).toBeGreaterThanOrEqual(number + 14_400)
  expect(await clock()).toBeGreaterThanOrEqual(time + 24 * 3600 * 1000)
  expect(await rpc('chain_getBlockHash', skipped - 1)).toBeNull()
  const { parentHash } = await grid.api.rpc.chain.getHeader(await rpc<string>('chain_getBlockHash', skipped))
  expect((await grid.api.rpc.chain.getHeader(parentHash)).number.toNumber()).toBeLessThan(skipped - 14_000)

  const outcome = await send(grid.api, createName('skipped'), carol, { until: 'Finalized' })
  expect([outcome.error, outcome.statuses]).toEqual([undefined, ['Ready', 'InBlock', 'Finalized']])
})

test('a contract is billed when asked, with the next block', async () => {
  const outcome = await send(grid.api, createName('billed'), carol)
  const [{ contractId }] = outcome.fields('smartContractModule.ContractCreated') as [{ contractId: number }]
  const cycles = async () =>
    ((await query(grid.api, 'smartContractModule', 'contractPaymentState', contractId)) as { cycles: number }).cycles
  const before = await cycles()
  await rpc('dev_advanceTime', 6)
  await rpc('dev_billNow', contractId)
  expect(await cycles()).toBeGreaterThan(before)
  await rpc('dev_advanceTime', 6)
  await rpc('dev_billNow')
  expect(await cycles()).toBeGreaterThan(before + 1)
})

test('the price of TFT and the power of nodes are set from the next block on', async () => {
  expect(await rpc('dev_setPrice', 25)).toBeNull()
  expect(await query(grid.api, 'tftPriceModule', 'averageTftPrice')).toBe(25)
  await rpc('dev_setNodePower', 1, 'Down')
  expect(await query(grid.api, 'tfgridModule', 'nodePower', 1)).toEqual({
    state: { down: expect.any(Number) },
    target: 'Down',
  })
  await rpc('dev_setNodePower', 1, 'Up')
  expect(await query(grid.api, 'tfgridModule', 'nodePower', 1)).toEqual({ state: { up: null }, target: 'Up' })
})

test('they are among the methods that the chain lists', async () => {
  const { methods } = await rpc<{ methods: string[] }>('rpc_methods')
  const mine = ['dev_advanceBlocks', 'dev_advanceTime', 'dev_billNow', 'dev_setNodePower', 'dev_setPrice']
  expect(methods.filter((method) => mine.includes(method))).toEqual(mine)
})

test.each([
  ['dev_advanceBlocks', [0]],
  ['dev_advanceBlocks', [2401]],
  ['dev_advanceTime', ['soon']],
  ['dev_setPrice', [-1]],
  ['dev_billNow', [999]],
  ['dev_setNodePower', [1, 'Off']],
  ['dev_setNodePower', [99, 'Up']],
])('%s%j is refused', async (method, params) => {
  await expect(rpc(method, ...params)).rejects.toMatchObject({ code: -32602 })
})
