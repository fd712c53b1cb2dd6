import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { secondsBehind } from './clock.ts'

const nowMs = Date.parse('2026-01-01T12:00:00Z')
beforeEach(() => vi.useFakeTimers({ now: nowMs }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const relaySays = (date: string | undefined) =>
  vi.stubGlobal('fetch', async () => new Response('', { headers: date === undefined ? {} : { date } }))
const chain = async () => nowMs - 30_000
const nobody = () => Promise.reject(new Error('away'))

test('a relay that dates its answers is believed before the chain', async () => {
  relaySays('Thu, 01 Jan 2026 12:01:30 GMT')
  expect(await secondsBehind('http://relay', chain)).toBe(90)
})

test.each([
  ['does not date its answers', () => relaySays(undefined)],
  ['dates them by nonsense', () => relaySays('noon')],
  ['lets nobody read them', () => vi.stubGlobal('fetch', nobody)],
])('the chain is asked when the relay %s', async (_, arrange) => {
  arrange()
  expect(await secondsBehind('http://relay', chain)).toBe(-30)
  expect(await secondsBehind('http://relay', nobody)).toBeUndefined()
  expect(await secondsBehind('http://relay', undefined)).toBeUndefined()
})

test('a chain that says nothing is not waited for', async () => {
  relaySays(undefined)
  const behind = secondsBehind('http://relay', () => new Promise(() => {}))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(await behind).toBeUndefined()
})
