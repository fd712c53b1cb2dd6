import type { GenericExtrinsicEra } from '@polkadot/types'
import type { SignerPayloadJSON } from '@polkadot/types/types'
import { u8aToHex, u8aWrapBytes } from '@polkadot/util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alice, bob, call, carol, dave, send, startTestChain, type TestChain } from './test-chain.ts'

let grid: TestChain
beforeAll(async () => {
  grid = await startTestChain()
})
afterAll(() => grid.stop())

const pay = (amount: bigint, to = bob.address) => call(grid.api, 'balances', 'transferKeepAlive', to, amount)
const remark = (text: string) => call(grid.api, 'system', 'remark', text)
const submit = (hex: string) => grid.provider.send('author_submitExtrinsic', [hex])

test('a transfer is ready, in a block with its events, and only then final', async () => {
  const outcome = await send(grid.api, pay(12_345n), alice, { until: 'Finalized', era: 64 })
  expect(outcome.statuses).toEqual(['Ready', 'InBlock', 'Finalized'])
  expect(outcome.events).toEqual([
    'balances.Withdraw',
    'balances.Transfer',
    'balances.Deposit',
    'transactionPayment.TransactionFeePaid',
    'system.ExtrinsicSuccess',
  ])
  const { block } = await grid.api.rpc.chain.getBlock(outcome.block)
  expect(block.header.hash.toHex()).toBe(outcome.block)
  expect(block.extrinsics[0]!.method.toHuman()).toMatchObject({ section: 'timestamp', method: 'set' })
})

test('the fee is 10,000 units and one for each byte, as asked before', async () => {
  const { partialFee } = await pay(1000n).paymentInfo(alice)
  const signed = await pay(1000n).signAsync(alice, { nonce: -1 })
  expect(partialFee.toBigInt()).toBe(10_000n + BigInt(signed.toU8a().length))
  const before = grid.chain.balance(alice.publicKey)
  await send(grid.api, pay(1000n), alice)
  expect(before - grid.chain.balance(alice.publicKey)).toBe(1000n + partialFee.toBigInt())
})

test('history: balances at a block and at the one before it', async () => {
  const { block } = await send(grid.api, pay(777n), alice)
  const { parentHash } = await grid.api.rpc.chain.getHeader(block)
  const bobAt = async (hash: string) =>
    ((await (await grid.api.at(hash)).query.system!.account!(bob.address)).toJSON() as { data: { free: number } }).data
      .free
  expect((await bobAt(block)) - (await bobAt(parentHash.toHex()))).toBe(777)
})

test.each([
  ['ed25519 signs too', () => carol, 64, 'x'],
  ['a long payload is signed by its hash, without an era', () => alice, 0, 'x'.repeat(400)],
])('%s', async (_, signer, era, text) => {
  expect((await send(grid.api, remark(text), signer(), { era })).error).toBeUndefined()
})

test.each([
  ['sr25519', () => alice],
  ['ed25519', () => carol],
])('a changed %s signature is refused', async (_, signer) => {
  const bytes = (await pay(1000n).signAsync(signer(), { nonce: -1 })).toU8a()
  bytes[60]! ^= 1
  await expect(submit(u8aToHex(bytes))).rejects.toMatchObject({ code: 1010, data: 'Transaction has a bad signature' })
})

test('a signature around <Bytes> is refused, although a lenient check would take it', async () => {
  const signPayload = async (payload: SignerPayloadJSON) => {
    const raw = grid.api.registry.createType('ExtrinsicPayload', payload, { version: payload.version })
    const signature = alice.sign(u8aWrapBytes(raw.toU8a(true)), { withType: true })
    return { id: 1, signature: u8aToHex(signature) }
  }
  const signed = await pay(1000n).signAsync(alice.address, { nonce: -1, signer: { signPayload } })
  await expect(submit(signed.toHex())).rejects.toMatchObject({ data: 'Transaction has a bad signature' })
})

test('who cannot pay is told so', async () => {
  const signed = await pay(1000n).signAsync(dave, { nonce: 0 })
  await expect(submit(signed.toHex())).rejects.toMatchObject({
    code: 1010,
    data: expect.stringContaining('Inability to pay some fees'),
  })
})

test('old nonces and dead eras are refused, the same extrinsic twice too', async () => {
  const old = await pay(1000n).signAsync(alice, { nonce: 0 })
  await expect(submit(old.toHex())).rejects.toMatchObject({ code: 1010, data: 'Transaction is outdated' })

  await expect.poll(() => grid.api.rpc.chain.getHeader().then(({ number }) => number.toNumber())).toBeGreaterThan(10)
  const current = (await grid.api.rpc.chain.getHeader()).number.toNumber() - 8
  const era = grid.api.registry.createType<GenericExtrinsicEra>('ExtrinsicEra', { current, period: 4 })
  const blockHash = await grid.api.rpc.chain.getBlockHash(era.asMortalEra.birth(current))
  const dead = await pay(1000n).signAsync(alice, { nonce: -1, era, blockHash })
  await expect(submit(dead.toHex())).rejects.toMatchObject({ code: 1010 })

  const waiting = await pay(1000n).signAsync(carol, { nonce: 50 })
  await submit(waiting.toHex())
  await expect(submit(waiting.toHex())).rejects.toMatchObject({ code: 1013 })
  const instead = await pay(2000n).signAsync(carol, { nonce: 50 })
  await expect(submit(instead.toHex())).rejects.toMatchObject({ code: 1014 })
})

test('a later nonce waits for the earlier one', async () => {
  const nonce = (await grid.api.rpc.system.accountNextIndex(bob.address)).toNumber()
  const later = send(grid.api, remark('second'), bob, { nonce: nonce + 1 })
  await new Promise((resolve) => setTimeout(resolve, 300))
  const earlier = await send(grid.api, remark('first'), bob, { nonce })
  expect(earlier.error).toBeUndefined()
  expect((await later).statuses).toEqual(['Future', 'Ready', 'InBlock'])
})

test('bytes longer than the runtime takes do not decode', async () => {
  const tooLong = [
    call(grid.api, 'smartContractModule', 'createNodeContract', 1, 'a'.repeat(32), 'x'.repeat(513), 0, null),
    call(grid.api, 'utility', 'batch', [call(grid.api, 'tfgridModule', 'updateTwin', 'x'.repeat(1025), null)]),
  ]
  for (const each of tooLong) {
    const { code, message } = await submit((await each.signAsync(carol, { nonce: -1 })).toHex()).catch((error) => error)
    expect([code, message]).toEqual([1002, expect.stringMatching(/longer than (512|1024) bytes/)])
  }
  await expect(submit('0x1234')).rejects.toMatchObject({ code: 1002 })
})

test.each([
  ['more than there is', () => pay(10n ** 18n), 'FundsUnavailable'],
  ['so little that the receiver would not exist', () => pay(499n, dave.address), 'BelowMinimum'],
])('a transfer of %s is refused', async (_, make, token) => {
  expect((await send(grid.api, make(), alice)).error).toBe(JSON.stringify({ token }))
})

test('the last transfer ends an account, unless it is to be kept alive', async () => {
  const first = await send(grid.api, pay(100_000n, dave.address), alice)
  expect(first.events).toEqual(expect.arrayContaining(['system.NewAccount', 'balances.Endowed', 'balances.Transfer']))
  const all = (keep: boolean) => call(grid.api, 'balances', 'transferAll', bob.address, keep)
  await send(grid.api, all(true), dave)
  expect(grid.chain.balance(dave.publicKey)).toBe(500n)
  await send(grid.api, pay(100_000n, dave.address), alice)
  expect((await send(grid.api, all(false), dave)).events).toContain('system.KilledAccount')
  expect(grid.chain.balance(dave.publicKey)).toBe(0n)
})

test('only the author sets the time', async () => {
  expect((await send(grid.api, call(grid.api, 'timestamp', 'set', 1), alice)).error).toMatch(/BadOrigin/i)
})
