import type { Codec } from '@polkadot/types/types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stellarAddress } from './strkey.ts'
import { alice, bob, call, query, send, startTestChain, type TestChain } from './test-chain.ts'

let grid: TestChain
beforeAll(async () => {
  grid = await startTestChain()
})
afterAll(() => grid.stop())

const oneTft = 10_000_000n
const target = stellarAddress(new Uint8Array(32).fill(7))
const swap = (amount: bigint, to = target) => call(grid.api, 'tftBridgeModule', 'swapToStellar', to, amount)
const read = (item: string, ...args: unknown[]) => query(grid.api, 'tftBridgeModule', item, ...args)
const balanceOf = (account: Uint8Array) => grid.chain.balance(account)
const issuance = async () => BigInt(String(await grid.api.query.balances!.totalIssuance!()))
const hex = (text: string) => `0x${Buffer.from(text).toString('hex')}`

/** What the bridge says from now on, by name. */
async function listen(): Promise<{ heard: { name: string; data: unknown }[]; stop: () => void }> {
  const heard: { name: string; data: unknown }[] = []
  const stop = await grid.api.query.system!.events!((records: Codec) => {
    for (const { event } of records as unknown as Iterable<{
      event: { section: string; method: string; data: Codec }
    }>)
      if (event.section === 'tftBridgeModule') heard.push({ name: event.method, data: event.data.toJSON() })
  })
  return { heard, stop: stop as unknown as () => void }
}

test('both ways cost 1 TFT', async () => {
  expect(await read('withdrawFee')).toBe(Number(oneTft))
  expect(await read('depositFee')).toBe(Number(oneTft))
})

test('TFT leaves for Stellar: it is burned but for the fee, then signed and processed some blocks later', async () => {
  const { heard, stop } = await listen()
  const feeAccount = grid.api.registry.createType('AccountId', await read('feeAccount')).toU8a()
  const [before, fees, total] = [balanceOf(alice.publicKey), balanceOf(feeAccount), await issuance()]
  const outcome = await send(grid.api, swap(5n * oneTft), alice)
  expect(outcome.events).toEqual([
    'balances.Withdraw',
    'balances.Withdraw',
    'system.NewAccount',
    'balances.Endowed',
    'balances.Deposit',
    'tftBridgeModule.BurnTransactionCreated',
    'balances.Deposit',
    'transactionPayment.TransactionFeePaid',
    'system.ExtrinsicSuccess',
  ])
  const sent = [1, alice.address, hex(target), Number(4n * oneTft)]
  expect(outcome.fields('tftBridgeModule.BurnTransactionCreated')).toEqual(sent)
  const [, paid] = outcome.fields('transactionPayment.TransactionFeePaid') as [string, number]
  expect(before - balanceOf(alice.publicKey)).toBe(5n * oneTft + BigInt(paid))
  expect(balanceOf(feeAccount) - fees).toBe(oneTft)
  expect(total - (await issuance())).toBe(4n * oneTft)

  await expect.poll(() => heard.map(({ name }) => name).at(-1)).toBe('BurnTransactionProcessed')
  stop()
  expect(heard.map(({ name }) => name)).toEqual([
    'BurnTransactionCreated',
    'BurnTransactionSignatureAdded',
    'BurnTransactionSignatureAdded',
    'BurnTransactionReady',
    'BurnTransactionProcessed',
  ])
  const done = await read('executedBurnTransactions', 1)
  expect(heard.at(-1)!.data).toEqual([done])
  expect(done).toMatchObject({ amount: Number(4n * oneTft), source: alice.address, target: hex(target) })
  expect(await read('burnTransactions', 1)).toBeNull()
  expect(await read('burnTransactionID')).toBe(1)
})

test.each([
  [
    'an address that is none, whatever the amount',
    () => swap(1n, `${target.slice(0, -1)}A`),
    'InvalidStellarPublicKey',
  ],
  ['the secret of an account', () => swap(5n * oneTft, `S${target.slice(1)}`), 'InvalidStellarPublicKey'],
  ['no more than the fee', () => swap(oneTft), 'AmountIsLessThanWithdrawFee'],
  ['more than there is', () => swap(10n ** 15n), 'NotEnoughBalanceToSwap'],
])('refused: %s', async (_, make, error) => {
  expect((await send(grid.api, make(), alice)).error).toBe(`tftBridgeModule.${error}`)
})

test('the account itself stays', async () => {
  const all = balanceOf(bob.publicKey)
  const { partialFee } = await swap(all).paymentInfo(bob)
  const outcome = await send(grid.api, swap(all - partialFee.toBigInt()), bob)
  expect(outcome.error).toBe('balances.Expendability')
})

test('TFT that arrives from Stellar is minted without the fee', async () => {
  const { heard, stop } = await listen()
  const before = balanceOf(bob.publicKey)
  expect(await grid.provider.send('dev_mint', [bob.address, String(3n * oneTft)])).toBeNull()
  await grid.chain.mint(bob.publicKey, 2n * oneTft)
  expect(balanceOf(bob.publicKey) - before).toBe(3n * oneTft)
  const completed = () => heard.filter(({ name }) => name === 'MintCompleted').map(({ data }) => data as unknown[])
  await expect.poll(() => completed().length).toBe(2)
  stop()
  expect(heard.slice(0, 4).map(({ name }) => name)).toEqual([
    'MintTransactionProposed',
    'MintTransactionVoted',
    'MintTransactionVoted',
    'MintCompleted',
  ])
  const [[mint, id], [, other]] = completed() as [unknown[], unknown[]]
  expect(mint).toMatchObject({ amount: Number(3n * oneTft), target: bob.address, votes: 2 })
  expect(await read('executedMintTransactions', id)).toEqual(mint)
  expect(other).not.toEqual(id)
})

test('a deposit that is not worth its fee is refused', async () => {
  expect(() => grid.chain.mint(bob.publicKey, oneTft)).toThrow(RangeError)
  for (const bad of [['nobody', '30000000'], [bob.address, String(oneTft)], [bob.address, 30_000_000], []])
    await expect(grid.provider.send('dev_mint', bad)).rejects.toMatchObject({ code: -32602 })
})
