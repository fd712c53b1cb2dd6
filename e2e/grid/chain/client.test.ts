import { u8aToHex } from '@polkadot/util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tft } from '#domain/money.ts'
import { usable, usableBalance } from '#protocols/chain/account.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { fund } from '#protocols/chain/funding.ts'
import { getTariff } from '#protocols/chain/price.ts'
import { feeOf, submit } from '#protocols/chain/submit.ts'
import { getTwin, twinIdOf } from '#protocols/chain/twin.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { newPhrase } from '#protocols/wallet/secret.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import { startTestChain, type TestChain } from './test-chain.ts'

// The app's own way to the chain, against the local one.

let local: TestChain
let signer: Signer
const terms = {
  call: 'accept-terms',
  link: 'http://zos.tf/terms/v0.1',
  hash: '9021d4dee05a661e2cb6838152c67f25',
} as const
const contract = (hash: string, nodeId = 1) =>
  ({ call: 'create-node-contract', nodeId, hash, data: '{"version":3}', publicIps: 0 }) as const

beforeAll(async () => {
  local = await startTestChain()
  signer = await phraseSigner(newPhrase())
})
afterAll(() => local.stop())

test('a development chain hands out play money to a new account', async () => {
  const api = await connectChain(local.provider.endpoint)
  await fund(api, signer.address, tft(1_000))
  expect(await usableBalance(api, signer.address)).toBe(tft(1_000) - 500n)
  await api.disconnect()
})

test('terms and twin are one transaction, and the twin carries relay and key', async () => {
  const createTwin = { call: 'create-twin', relay: '127.0.0.1', encryptionKey: signer.encryptionKey } as const
  let signed = 0
  const receipt = await submit(local.api, signer, [terms, createTwin], () => signed++)
  expect(signed).toBeGreaterThan(0)
  expect(receipt.fee).toBeGreaterThan(10_000n)
  const id = await twinIdOf(local.api, signer.address)
  expect(await getTwin(local.api, id!)).toEqual({
    id,
    address: signer.address,
    relay: '127.0.0.1',
    encryptionKey: signer.encryptionKey,
  })
})

test('an account without a twin has none, and a twin that nobody made is undefined', async () => {
  expect(await twinIdOf(local.api, (await phraseSigner(newPhrase())).address)).toBeUndefined()
  expect(await getTwin(local.api, 4_000)).toBeUndefined()
})

test('two contracts in one transaction come back with the hashes they were made for', async () => {
  const hashes = ['a'.repeat(32), 'b'.repeat(32)]
  const calls = hashes.map((hash) => contract(hash))
  const fee = await feeOf(local.api, signer.address, calls)
  const receipt = await submit(local.api, signer, calls)
  expect(receipt.fee).toBe(fee)
  expect(receipt.contracts.map(({ hash }) => hash)).toEqual(hashes)
  expect(receipt.extrinsicHash).toMatch(/^0x[0-9a-f]{64}$/)
  expect(receipt.blockNumber).toBeGreaterThan(0)

  await submit(
    local.api,
    signer,
    receipt.contracts.map(({ id }) => ({ call: 'cancel-contract', contractId: id })),
  )
  expect([...local.chain.contracts()]).toEqual([])
})

test('what the chain refuses is told by its own name, and nothing of the batch stays', async () => {
  const refused = submit(local.api, signer, [contract('c'.repeat(32)), contract('d'.repeat(32), 2)])
  await expect(refused).rejects.toMatchObject({
    fault: { kind: 'refused', where: 'TFChain', reason: 'smartContractModule.NodeNotAvailableToDeploy' },
  })
  expect([...local.chain.contracts()]).toEqual([])
})

test('an account that cannot pay the fee is told so', async () => {
  const poor = await phraseSigner(newPhrase())
  await expect(submit(local.api, poor, [terms])).rejects.toMatchObject({
    fault: { kind: 'unfunded', where: 'TFChain' },
  })
})

test('the tariff is the policy that the chain bills by, at the average price', async () => {
  expect(await getTariff(local.api)).toEqual({
    milliUsdPerTft: 14,
    policy: { cu: 100_000n, su: 50_000n, nu: 15_000n, ipu: 40_000n, uniqueName: 2_500n, dedicationDiscount: 50 },
  })
})

test('a chain that is not there is given up in time', async () => {
  await expect(connectChain('ws://127.0.0.1:9', 300)).rejects.toMatchObject({
    fault: { kind: 'unreachable', where: 'TFChain' },
  })
})

test.each([
  [1_000n, 0n, 500n],
  [1_000n, 700n, 300n],
  [400n, 0n, 0n],
])('of %d with %d frozen %d can be spent', (free, frozen, rest) => {
  expect(usable(free, frozen)).toBe(rest)
})

test('a key as the chain shows it is the key as it is', async () => {
  const id = await twinIdOf(local.api, signer.address)
  const shown = (await local.api.query.tfgridModule!.twins!(id)).toPrimitive()
  expect(shown).toMatchObject({ pk: u8aToHex(signer.encryptionKey) })
})
