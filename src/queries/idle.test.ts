// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lockAfter, lockWhenIdle } from './idle.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => {
  vi.clearAllTimers()
  vi.useRealTimers()
})

const minutes = (count: number) => vi.advanceTimersByTime(count * 60_000)

test('keys lock after the minutes that were chosen without a touch, each of which counts anew', () => {
  const lock = vi.fn()
  lockAfter(5)
  lockWhenIdle(lock)
  minutes(4)
  dispatchEvent(new Event('pointermove'))
  minutes(4)
  expect(lock).not.toHaveBeenCalled()
  minutes(2)
  expect(lock).toHaveBeenCalledOnce()
})

test('a computer that slept locks before the touch that wakes it counts', () => {
  const lock = vi.fn()
  lockAfter(15)
  lockWhenIdle(lock)
  vi.setSystemTime(Date.now() + 3_600_000)
  dispatchEvent(new Event('keydown'))
  expect(lock).toHaveBeenCalledOnce()
})

test('they stay open when that was chosen', () => {
  const lock = vi.fn()
  lockAfter(undefined)
  lockWhenIdle(lock)
  minutes(600)
  expect(lock).not.toHaveBeenCalled()
})
