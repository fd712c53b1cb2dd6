import type { ApiPromise } from '@polkadot/api'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { tft } from '#domain/money.ts'
import { startGrid, type Grid } from '#grid/grid.ts'
import type { Call } from '#protocols/chain/call.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { contractById, contractFor, nameContract } from '#protocols/chain/contract-lookup.ts'
import type { Step } from '#protocols/chain/follow.ts'
import { resume, submit, type Signed } from '#protocols/chain/submit.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Signer } from '#protocols/wallet/signer.ts'

// What a page that comes back finds of a transaction that an earlier one signed.

let grid: Grid
let api: ApiPromise
let alice: Signer
let calls: Call[]

beforeEach(async () => {
  grid = await startGrid({ farms: 1, nodes: 3, blockMs: 300 })
  api = await connectChain(grid.ready.chain)
  const [first, second] = grid.ready.accounts
  alice = await phraseSigner(first!.mnemonic)
  calls = [{ call: 'transfer', to: second!.address, amount: tft(1) }]
})
afterEach(async () => {
  await api.disconnect()
  await grid.stop()
})

/** Signs, and dies before anything is sent. */
async function signedOnly(): Promise<Signed> {
  let kept: Signed | undefined
  const dying = submit(api, alice, calls, undefined, async (signed) => {
    kept = signed
    throw new Error('The page is gone')
  })
  await expect(dying).rejects.toThrow('The page is gone')
  return kept!
}

test('what was signed is kept before it is sent', async () => {
  const signed = await signedOnly()
  expect(signed).toEqual({
    hash: expect.stringMatching(/^0x/),
    bytes: expect.stringMatching(/^0x/),
    block: signed.block,
  })
  expect(await api.rpc.author.pendingExtrinsics()).toHaveLength(0)
})

test('what never left is sent, without another signature', async () => {
  const before = grid.chain.balance(alice.publicKey)
  const { fee } = await resume(api, await signedOnly())
  expect(before - grid.chain.balance(alice.publicKey)).toBe(tft(1) + fee)
})

test('what is in a block already is found there and not sent twice', async () => {
  let kept: Signed | undefined
  const first = await submit(api, alice, calls, undefined, async (signed) => void (kept = signed))
  const before = grid.chain.balance(alice.publicKey)
  const told: Step['step'][] = []
  expect(await resume(api, kept!, ({ step }) => told.push(step))).toEqual(first)
  await expect.poll(() => told, { timeout: 10_000 }).toEqual(['signed', 'in-block', 'final'])
  expect(grid.chain.balance(alice.publicKey)).toBe(before)
})

test('what is in a block that loses is found in the one that wins', async () => {
  const signed = await signedOnly()
  grid.faults.activate({ fault: 'chain-fork' })
  const told: Step['step'][] = []
  const { contracts } = await resume(api, signed, ({ step }) => told.push(step))
  expect(contracts).toEqual([])
  await expect.poll(() => told, { timeout: 15_000 }).toContain('final')
  expect(told.filter((step) => step !== 'retracted')).toEqual(
    told.includes('retracted') ? ['signed', 'in-block', 'in-block', 'final'] : ['signed', 'in-block', 'final'],
  )
})

test('what was refused in a block says so again', async () => {
  let kept: Signed | undefined
  grid.faults.activate({ fault: 'extrinsic-failed', error: 'TfgridModule.TwinNotExists' })
  const refusal = { fault: { kind: 'refused', reason: 'tfgridModule.TwinNotExists' } }
  const first = submit(api, alice, calls, undefined, async (signed) => void (kept = signed))
  await expect(first).rejects.toMatchObject(refusal)
  await expect(resume(api, kept!)).rejects.toMatchObject(refusal)
})

test('what can live no longer has expired, and what another took the place of is usurped', async () => {
  const old = await signedOnly()
  grid.chain.advanceBlocks(200)
  await expect(resume(api, old)).rejects.toMatchObject({ fault: { kind: 'transaction', outcome: 'expired' } })
  const rival = await signedOnly()
  await submit(api, alice, calls)
  await expect(resume(api, rival)).rejects.toMatchObject({ fault: { kind: 'transaction', outcome: 'usurped' } })
})

test('a receipt tells contracts by node and names, which are found again on the chain', async () => {
  const [nodeId] = grid.ready.sampleNodes
  const hash = 'ab'.repeat(16)
  const { contracts, names } = await submit(api, alice, [
    { call: 'create-node-contract', nodeId: nodeId!, hash, data: '', publicIps: 0 },
    { call: 'create-name-contract', name: 'my-shop' },
  ])
  const { id } = contracts[0]!
  expect(contracts).toEqual([{ id, nodeId, hash }])
  expect(names).toEqual([{ id: id + 1, name: 'my-shop' }])
  const twinId = grid.ready.accounts[0]!.twin
  expect(await contractFor(api, nodeId!, hash)).toBe(id)
  expect(await contractById(api, id)).toEqual({ id, twinId, hash })
  expect(await nameContract(api, 'my-shop')).toEqual({ id: id + 1, twinId, hash: '' })
  await submit(api, alice, [
    { call: 'cancel-contract', contractId: id },
    { call: 'cancel-contract', contractId: id + 1 },
  ])
  expect(await contractFor(api, nodeId!, hash)).toBeUndefined()
  expect(await contractById(api, id)).toBeUndefined()
  expect(await nameContract(api, 'my-shop')).toBeUndefined()
})
