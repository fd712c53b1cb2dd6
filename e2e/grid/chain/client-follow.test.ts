import { ApiPromise, WsProvider } from '@polkadot/api'
import { Keyring } from '@polkadot/keyring'
import { TypeRegistry } from '@polkadot/types'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tft } from '#domain/money.ts'
import { startGrid, type Grid } from '#grid/grid.ts'
import { transaction, type Call } from '#protocols/chain/call.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import type { Step } from '#protocols/chain/follow.ts'
import { submit } from '#protocols/chain/submit.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Signer } from '#protocols/wallet/signer.ts'

// What becomes of a transaction when things go wrong, against the local chain's faults.

let grid: Grid
let api: ApiPromise
let alice: Signer
let bob: string
let told: Step[]
const onStep = (step: Step) => void told.push(step)
const steps = () => told.map(({ step }) => step)
const pay = (amount = tft(1)): Call => ({ call: 'transfer', to: bob, amount })
const until = (step: Step['step']) => expect.poll(steps, { timeout: 15_000 }).toContain(step)
const last = () => told.at(-1)

beforeEach(async () => {
  grid = await startGrid({ farms: 1, nodes: 3, blockMs: 300 })
  api = await connectChain(grid.ready.chain)
  const [first, second] = grid.ready.accounts
  alice = await phraseSigner(first!.mnemonic)
  bob = second!.address
  told = []
})
afterEach(async () => {
  await api.disconnect()
  await grid.stop()
})

const breakOnce = (when: Step['step']) => (step: Step) => {
  onStep(step)
  if (step.step === when) grid.faults.activate({ fault: 'chain-down', ms: 200 })
}
const breakOnceSent = () => breakOnce('sent')
const breakOnceSigned = () => breakOnce('signed')

test('it is signed, sent, in a block and final', async () => {
  const receipt = await submit(api, alice, [pay()], onStep)
  await until('final')
  expect(steps()).toEqual(['signed', 'sent', 'in-block', 'final'])
  const { extrinsicHash: hash, blockNumber: block, fee } = receipt
  expect(told[2]).toEqual({ step: 'in-block', hash, block, fee, refusal: undefined })
  expect(last()).toEqual({ step: 'final', hash, block })
})

test('one that the pool drops is told so', async () => {
  grid.faults.activate({ fault: 'extrinsic-dropped' })
  await expect(submit(api, alice, [pay()], onStep)).rejects.toMatchObject({
    fault: { kind: 'transaction', outcome: 'dropped' },
  })
  expect(last()).toMatchObject({ step: 'lost', outcome: 'dropped' })
})

test('one that something before it made impossible is invalid', async () => {
  grid.faults.activate({ fault: 'chain-slow', ms: 2_000 })
  const all = grid.chain.balance(alice.publicKey)
  const first = submit(api, alice, [{ call: 'transfer', to: bob, amount: all - 20_000n }])
  // Its nonce is the next one only once the pool has the first.
  await expect.poll(async () => (await api.rpc.author.pendingExtrinsics()).length).toBe(1)
  await expect(submit(api, alice, [pay()], onStep)).rejects.toMatchObject({
    fault: { kind: 'transaction', outcome: 'invalid' },
  })
  await first
})

test('when its block loses against others it is retracted, and comes back in another', async () => {
  grid.faults.activate({ fault: 'chain-fork' })
  await submit(api, alice, [pay()], onStep)
  await until('final')
  expect(steps()).toEqual(['signed', 'sent', 'in-block', 'retracted', 'in-block', 'final'])
  const blocks = told.flatMap((step) => ('block' in step ? step.block : []))
  expect(blocks[1]).toBeGreaterThan(blocks[0]!)
  expect(blocks[2]).toBe(blocks[1])
})

test('one that fails in its block says which block, what it cost and why', async () => {
  const all = grid.chain.balance(alice.publicKey)
  grid.faults.activate({ fault: 'extrinsic-failed', error: 'TfgridModule.TwinNotExists' })
  await expect(submit(api, alice, [pay()], onStep)).rejects.toMatchObject({
    fault: { kind: 'refused', reason: 'tfgridModule.TwinNotExists' },
  })
  const block = told.find((step) => step.step === 'in-block')!
  expect(block).toMatchObject({ refusal: 'tfgridModule.TwinNotExists' })
  expect('fee' in block && block.fee).toBe(all - grid.chain.balance(alice.publicKey))
})

test('what no pallet refuses is told by its kind', async () => {
  const more = grid.chain.balance(alice.publicKey) * 2n
  await expect(submit(api, alice, [pay(more)])).rejects.toMatchObject({
    fault: { reason: expect.stringMatching(/^\w+\.\w+$/) },
  })
})

test('when the connection breaks after sending, its block is found once the chain answers again', async () => {
  const receipt = await submit(api, alice, [pay()], breakOnceSent())
  await until('final')
  expect(steps().filter((step) => step !== 'retracted')).toEqual(['signed', 'sent', 'adrift', 'in-block', 'final'])
  expect(last()).toMatchObject({ step: 'final', block: receipt.blockNumber })
})

test('one that the break kept from being sent is sent again, without another signature', async () => {
  const before = grid.chain.balance(alice.publicKey)
  // The first time that it gets there it is lost, and nobody is told.
  grid.faults.activate({ fault: 'extrinsic-dropped' })
  const { fee } = await submit(api, alice, [pay()], breakOnceSigned())
  expect(before - grid.chain.balance(alice.publicKey)).toBe(tft(1) + fee)
})

test('one that was lost with the connection and can live no longer has expired', async () => {
  const breaking = (step: Step) => {
    breakOnceSigned()(step)
    if (step.step === 'signed') grid.chain.advanceBlocks(200)
  }
  await expect(submit(api, alice, [pay()], breaking)).rejects.toMatchObject({
    fault: { kind: 'transaction', outcome: 'expired' },
  })
})

test('one that was lost with the connection while another took its place is usurped', async () => {
  const pair = new Keyring({ type: 'sr25519' }).addFromUri(grid.ready.accounts[0]!.mnemonic)
  // Is back before the other.
  const rival = await ApiPromise.create({ provider: new WsProvider(grid.ready.chain, 50), noInitWarn: true })
  const signed = await transaction(rival, [pay(tft(2))]).signAsync(pair, { nonce: 0 })
  rival.on('connected', () => void rival.rpc.author.submitExtrinsic(signed))
  await expect(submit(api, alice, [pay()], breakOnceSigned())).rejects.toMatchObject({
    fault: { kind: 'transaction', outcome: 'usurped' },
  })
  await rival.disconnect()
})

test('two at once take turns', async () => {
  const receipts = await Promise.all([submit(api, alice, [pay()]), submit(api, alice, [pay(tft(2))])])
  expect(new Set(receipts.map(({ extrinsicHash }) => extrinsicHash)).size).toBe(2)
})

test('what a wallet signs from the payload that it is shown is valid', async () => {
  const pair = new Keyring({ type: 'sr25519' }).addFromUri(grid.ready.accounts[0]!.mnemonic)
  const wallet: Pick<Signer, 'address' | 'signTransaction'> = {
    address: alice.address,
    // As polkadot-js/extension does: extension-base src/background/RequestExtrinsicSign.ts
    signTransaction: async ({ payload }) => {
      const registry = new TypeRegistry()
      registry.setSignedExtensions(payload.signedExtensions, { ContractIdProvides: { extrinsic: {}, payload: {} } })
      return registry.createType('ExtrinsicPayload', payload, { version: payload.version }).sign(pair).signature
    },
  }
  const { blockNumber } = await submit(api, wallet, [pay(), pay(tft(2))])
  expect(blockNumber).toBeGreaterThan(0)
})

test('a call that the chain does not have is missing, by its name', () => {
  expect(() => transaction({ tx: {} } as ApiPromise, [pay()])).toThrow(
    expect.objectContaining({
      fault: { kind: 'missing', where: 'TFChain', what: 'The call balances.transferKeepAlive' },
    }),
  )
})
