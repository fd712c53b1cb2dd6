import { afterAll, beforeAll, expect, test } from 'vitest'
import { tft } from '#domain/money.ts'
import { watchHappenings, type Happening } from '#protocols/chain/happenings.ts'
import { getBridgeFees } from '#protocols/chain/bridge.ts'
import { watchPrice, type TftPrice } from '#protocols/chain/price.ts'
import { recipientOf } from '#protocols/chain/recipient.ts'
import { stellarAddress } from './strkey.ts'
import { alice, bob, call, carol, send, startTestChain, type TestChain } from './test-chain.ts'

// What the app hears of the chain by itself, from the local one.

let local: TestChain
const heard: Happening[] = []
const kinds = () => heard.map(({ kind }) => kind)
beforeAll(async () => {
  local = await startTestChain()
  await watchHappenings(local.api, carol.address, (happening) => heard.push(happening))
})
afterAll(() => local.stop())

test('TFT from others and over the bridge are told, with their amounts', async () => {
  await send(local.api, call(local.api, 'balances', 'transferKeepAlive', carol.address, tft(3)), alice)
  await send(local.api, call(local.api, 'balances', 'transferKeepAlive', bob.address, tft(3)), alice)
  await local.chain.mint(carol.publicKey, tft(5))
  const target = stellarAddress(new Uint8Array(32).fill(7))
  await send(local.api, call(local.api, 'tftBridgeModule', 'swapToStellar', target, tft(4)), carol)
  await expect.poll(kinds, { timeout: 10_000 }).toEqual(['received', 'deposited', 'withdrawn'])
  expect(heard).toMatchObject([{ from: alice.address, amount: tft(3) }, { amount: tft(4) }, { amount: tft(3) }])
})

test('contracts are told by number and twin', async () => {
  heard.length = 0
  const made = call(local.api, 'smartContractModule', 'createNodeContract', 1, 'a'.repeat(32), '', 0, null)
  await send(local.api, made, carol)
  await expect.poll(() => heard[0], { timeout: 10_000 }).toMatchObject({ kind: 'contract', contractId: 1, twinId: 3 })
})

test('the price is told whenever it changes', async () => {
  const prices: TftPrice[] = []
  const stop = await watchPrice(local.api, (price) => prices.push(price))
  await expect.poll(() => prices.at(-1)).toEqual({ latest: 14, average: 14, least: 10, most: 1000 })
  await local.chain.setPrice(20)
  await expect.poll(() => prices.at(-1)?.latest).toBe(20)
  stop()
})

test('the bridge says what it keeps', async () => {
  expect(await getBridgeFees(local.api)).toEqual({ deposit: tft(1), withdraw: tft(1) })
})

test.each([
  ['3', { address: carol.address, twinId: 3 }],
  ['twin 3', { address: carol.address, twinId: 3 }],
  [carol.address, { address: carol.address, twinId: 3 }],
  [alice.address, { address: alice.address, twinId: undefined }],
  // Alice on Polkadot, whose writing begins with 1.
  ['15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5', { address: alice.address, twinId: undefined }],
  ['twin 4000', undefined],
  [`${alice.address.slice(0, -1)}x`, undefined],
  ['0xd43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d', undefined],
  ['someone', undefined],
])('"%s" names %o', async (text, recipient) => {
  expect(await recipientOf(local.api, text)).toEqual(recipient)
})
