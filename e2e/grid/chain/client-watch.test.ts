import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { tft } from '#domain/money.ts'
import { watchAccount, type Account } from '#protocols/chain/account.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { twinIdOf } from '#protocols/chain/twin.ts'
import { alice, call, carol, send, startTestChain, type TestChain } from './test-chain.ts'

// What the app follows on the chain, from the local one.

let local: TestChain
beforeAll(async () => {
  local = await startTestChain()
})
afterEach(() => void vi.restoreAllMocks())
afterAll(() => local.stop())

test('an account keeps its twin when only its balance changes, after however long', async () => {
  const api = await connectChain(local.provider.endpoint)
  const told: Account[] = []
  const stop = await watchAccount(api, carol.address, (account) => told.push(account))
  await expect.poll(() => told.at(-1)?.twinId).toBe(3)
  const before = told.length
  const now = Date.now()
  vi.spyOn(Date, 'now').mockImplementation(() => now + 3_600_000)
  // What else is asked makes the library look for what it should forget.
  await twinIdOf(api, alice.address)
  await send(local.api, call(local.api, 'balances', 'transferKeepAlive', carol.address, tft(3)), alice)
  await expect.poll(() => told.length, { timeout: 10_000 }).toBeGreaterThan(before)
  expect(told.at(-1)!.twinId).toBe(3)
  stop()
  await api.disconnect()
})
