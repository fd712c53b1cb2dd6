import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ChainEvent } from './nouns.ts'
import { alice, bob, call, carol, genesis, query, send, startTestChain, type TestChain } from './test-chain.ts'

let grid: TestChain
beforeAll(async () => {
  grid = await startTestChain()
})
afterAll(() => grid.stop())

const acceptTerms = () => call(grid.api, 'tfgridModule', 'userAcceptTc', 'http://zos.tf/terms/v0.1', 'a'.repeat(32))
const createTwin = (relay: string | null, pk: string | null = null) =>
  call(grid.api, 'tfgridModule', 'createTwin', relay, pk)

test('a twin needs the terms first; the refusal still costs its fee and nonce', async () => {
  const before = grid.chain.balance(alice.publicKey)
  const outcome = await send(grid.api, createTwin('relay.grid.tf'), alice)
  expect(outcome.error).toBe('tfgridModule.UserDidNotSignTermsAndConditions')
  expect(outcome.events).toEqual([
    'balances.Withdraw',
    'balances.Deposit',
    'transactionPayment.TransactionFeePaid',
    'system.ExtrinsicFailed',
  ])
  const fee = before - grid.chain.balance(alice.publicKey)
  expect(outcome.fields('transactionPayment.TransactionFeePaid')).toEqual([alice.address, Number(fee), 0])
  expect(fee).toBeGreaterThan(10_000n)
  expect(await query(grid.api, 'system', 'account', alice.address)).toMatchObject({ nonce: 1 })
  expect(grid.chain.twinIdOf(alice.publicKey)).toBeUndefined()
})

test('terms and twin go in one batch, and the grid hears of the twin', async () => {
  const heard: ChainEvent[] = []
  const stop = grid.chain.onEvent((event) => heard.push(event))
  const calls = [acceptTerms(), createTwin('relay.grid.tf', `0x02${'ab'.repeat(32)}`)]
  const outcome = await send(grid.api, call(grid.api, 'utility', 'batchAll', calls), alice)
  stop()
  expect(outcome.error).toBeUndefined()
  expect(outcome.events).toEqual([
    'balances.Withdraw',
    'utility.ItemCompleted',
    'tfgridModule.TwinStored',
    'utility.ItemCompleted',
    'utility.BatchCompleted',
    'balances.Deposit',
    'transactionPayment.TransactionFeePaid',
    'system.ExtrinsicSuccess',
  ])
  expect(grid.chain.twin(4)).toMatchObject({ id: 4, account: alice.publicKey, relay: 'relay.grid.tf' })
  expect(heard).toContainEqual({ kind: 'twin-stored', twin: grid.chain.twin(4) })
  expect(await query(grid.api, 'tfgridModule', 'twinIdByAccountID', alice.address)).toBe(4)
  expect((await grid.api.query.tfgridModule!.twins!(4)).toPrimitive()).toEqual({
    id: 4,
    accountId: alice.address,
    relay: 'relay.grid.tf',
    entities: [],
    pk: `0x02${'ab'.repeat(32)}`,
  })
})

test('an account has one twin', async () => {
  expect((await send(grid.api, createTwin(null), alice)).error).toBe('tfgridModule.TwinWithPubkeyExists')
})

test.each(['wss://relay.grid.tf', '.grid.tf', 'grid.tf.', 'relay..tf', 'a.tf', ''])(
  'a relay called "%s" is refused',
  async (relay) => {
    const outcome = await send(grid.api, call(grid.api, 'tfgridModule', 'updateTwin', relay, null), carol)
    expect(outcome.error).toBe('tfgridModule.InvalidRelayAddress')
  },
)

test('updating a twin writes relay and key, and clears what is not given', async () => {
  const outcome = await send(grid.api, call(grid.api, 'tfgridModule', 'updateTwin', '127.0.0.1', null), carol)
  expect(outcome.events).toContain('tfgridModule.TwinUpdated')
  expect(grid.chain.twin(3)).toEqual({ ...genesis.twins[2], relay: '127.0.0.1', pk: null })
})

test.each([
  ['', 'a', 'DocumentLinkInputTooShort'],
  ['http://grid.tf/a b', 'a', 'InvalidDocumentLinkInput'],
  ['http://grid.tf', '', 'DocumentHashInputTooShort'],
  ['http://grid.tf', 'a.b', 'InvalidDocumentHashInput'],
])('terms at "%s" with hash "%s" are refused', async (link, hash, error) => {
  const outcome = await send(grid.api, call(grid.api, 'tfgridModule', 'userAcceptTc', link, hash), bob)
  expect(outcome.error).toBe(`tfgridModule.${error}`)
})
