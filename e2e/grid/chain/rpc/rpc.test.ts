import { Keyring } from '@polkadot/keyring'
import type { Codec } from '@polkadot/types/types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chain } from '../chain.ts'
import { alice, bob, call, genesis, query, send, startTestChain, type TestChain } from '../test-chain.ts'

let grid: TestChain
beforeAll(async () => {
  grid = await startTestChain()
})
afterAll(() => grid.stop())

const rpc = (method: string, ...params: unknown[]): Promise<unknown> => grid.provider.send(method, params)

test('the chain says what it is', async () => {
  expect(grid.api.runtimeVersion.toJSON()).toMatchObject({ specName: 'substrate-threefold', specVersion: 152 })
  expect(grid.api.registry.chainTokens).toEqual(['TFT'])
  expect(grid.api.registry.chainDecimals).toEqual([7])
  expect(grid.api.consts.balances!.existentialDeposit!.toString()).toBe('500')
})

test('only calls that work are offered', () => {
  expect(Object.keys(grid.api.tx.smartContractModule!)).toEqual([
    'createNodeContract',
    'updateNodeContract',
    'cancelContract',
    'createNameContract',
    'createRentContract',
    'billContractForBlock',
    'setDedicatedNodeExtraFee',
  ])
  expect(grid.api.tx.tftPriceModule).toBeUndefined()
})

test('the same genesis has the same hash', async () => {
  const other = (change: object) => new Chain({ genesis: { ...genesis, ...change } })
  const hashes = [other({}), other({}), other({ tftPriceMilliUsd: 15 })].map((chain) => chain.genesisHash)
  expect(hashes[0]).toBe(grid.api.genesisHash.toHex())
  expect(hashes[1]).toBe(hashes[0])
  expect(hashes[2]).not.toBe(hashes[0])
})

test('dev_fund answers when the amount is there, and the grid hears whose account it was', async () => {
  const funded: string[] = []
  const stop = grid.chain.onFunded((account) => funded.push(new Keyring().encodeAddress(account)))
  const eve = new Keyring({ type: 'sr25519' }).addFromUri('//Eve')
  expect(await rpc('rpc_methods')).toMatchObject({ methods: expect.arrayContaining(['dev_fund']) })
  expect(await rpc('dev_fund', eve.address, '10000000000')).toBeNull()
  stop()
  expect(await query(grid.api, 'system', 'account', eve.address)).toMatchObject({
    nonce: 0,
    providers: 1,
    data: { free: 10_000_000_000, flags: '0x80000000000000000000000000000000' },
  })
  expect(funded).toEqual([new Keyring().encodeAddress(eve.address)])
  for (const bad of [['nobody', '1000'], [eve.address, '1.5'], [eve.address, 1000], [eve.address, '499'], []])
    await expect(rpc('dev_fund', ...bad)).rejects.toMatchObject({ code: -32602 })
})

test('a storage subscription tells the value now and after each change', async () => {
  const seen: number[] = []
  const stop = await grid.api.query.system!.account!(bob.address, (account: Codec) => {
    seen.push((account.toJSON() as { data: { free: number } }).data.free)
  })
  await send(grid.api, call(grid.api, 'balances', 'transferKeepAlive', bob.address, 1000), alice)
  await expect.poll(() => seen.length).toBeGreaterThanOrEqual(2)
  ;(stop as unknown as () => void)()
  expect(seen.at(-1)! - seen[0]!).toBe(1000)
})

test('new heads follow one another, finalized ones a second behind', async () => {
  const [heads, finalized]: [number[], number[]] = [[], []]
  const stops = await Promise.all([
    grid.api.rpc.chain.subscribeNewHeads(({ number }) => void heads.push(number.toNumber())),
    grid.api.rpc.chain.subscribeFinalizedHeads(({ number }) => void finalized.push(number.toNumber())),
  ])
  await expect.poll(() => heads.length, { timeout: 5000 }).toBeGreaterThan(4)
  await expect.poll(() => finalized.length, { timeout: 5000 }).toBeGreaterThan(4)
  for (const stop of stops) stop()
  expect(heads.slice(0, 4)).toEqual([0, 1, 2, 3].map((n) => heads[0]! + n))
  expect(heads.at(-1)! - finalized.at(-1)!).toBeGreaterThanOrEqual(9)
})

test('maps are read whole, in pages and one by one', async () => {
  const nodes = await grid.api.query.tfgridModule!.nodes!.entries()
  expect(nodes.map(([key]) => Number(key.args[0])).sort()).toEqual([1, 2, 3])
  const prefix = grid.api.query.tfgridModule!.nodes!.keyPrefix()
  const keys = (await rpc('state_getKeysPaged', prefix, 10)) as string[]
  expect(await rpc('state_getKeysPaged', prefix, 2)).toEqual(keys.slice(0, 2))
  expect(await rpc('state_getKeysPaged', prefix, 2, keys[1])).toEqual(keys.slice(2))
  const multi = await grid.api.query.tfgridModule!.farms!.multi([1, 99])
  expect(multi.map((farm) => farm.isEmpty)).toEqual([false, true])
})

test('genesis: policy, prices, power and extra fee', async () => {
  const { tfgridModule, tftPriceModule, smartContractModule } = grid.api.query
  expect((await tfgridModule!.pricingPolicies!(1)).toPrimitive()).toMatchObject({
    cu: { value: 100_000, unit: 'Gigabytes' },
    discountForDedicationNodes: 50,
  })
  expect((await tftPriceModule!.tftPrice!()).toJSON()).toBe(14)
  expect((await tfgridModule!.nodePower!(2)).toJSON()).toEqual({ state: { down: 0 }, target: 'Down' })
  expect((await smartContractModule!.dedicatedNodesExtraFee!(3)).toJSON()).toBe(5000)
  expect(grid.chain.node(3)).toEqual(genesis.nodes[2])
  expect((await smartContractModule!.billingFrequency!()).toJSON()).toBe(600)
})

test.each([
  ['no_such_method', [], -32601],
  ['chain_getBlock', [`0x${'11'.repeat(32)}`], 4003],
  ['state_getStorage', ['not hex'], -32602],
  ['state_call', ['Core_execute_block', '0x'], 4003],
])('%s%j is answered with error %i', async (method, params, code) => {
  await expect(rpc(method, ...params)).rejects.toMatchObject({ code })
})
