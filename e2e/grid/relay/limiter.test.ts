import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Limiter } from './limiter.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

test('without a limit everything is allowed', () => {
  expect(new Limiter().allows(1, 2 ** 40)).toBe(true)
})

test('a twin may send so many messages in each minute of the clock', () => {
  const limiter = new Limiter()
  limiter.set({ count: 2, bytes: 100 })
  vi.advanceTimersByTime(59_000)
  expect([1, 2, 3].map(() => limiter.allows(7, 1))).toEqual([true, true, false])
  expect(limiter.allows(8, 1)).toBe(true)
  vi.advanceTimersByTime(1_000)
  expect(limiter.allows(7, 1)).toBe(true)
})

test('a twin may send so many bytes in a minute, and what was refused counts', () => {
  const limiter = new Limiter()
  limiter.set({ count: 100, bytes: 100 })
  expect([60, 60, 1].map((bytes) => limiter.allows(7, bytes))).toEqual([true, false, false])
})

test('a message larger than the limit is refused and does not count', () => {
  const limiter = new Limiter()
  limiter.set({ count: 1, bytes: 100 })
  expect([101, 100].map((bytes) => limiter.allows(7, bytes))).toEqual([false, true])
})

test('a limit can be lifted, and a new one counts anew', () => {
  const limiter = new Limiter()
  limiter.set({ count: 0, bytes: 1 })
  expect(limiter.allows(7, 1)).toBe(false)
  limiter.set(undefined)
  expect(limiter.allows(7, 1)).toBe(true)
  limiter.set({ count: 1, bytes: 1 })
  expect(limiter.allows(7, 1)).toBe(true)
})
