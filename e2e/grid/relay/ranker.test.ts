import { afterEach, expect, test, vi } from 'vitest'
import { Ranker } from './ranker.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('relays that failed more often in the last hour come later', () => {
  vi.useFakeTimers()
  const ranker = new Ranker()
  for (const domain of ['b', 'a', 'a']) ranker.downvote(domain)
  expect(ranker.ranked(['a', 'b', 'c'])).toEqual(['c', 'b', 'a'])
  vi.advanceTimersByTime(3_600_000)
  ranker.downvote('c')
  expect(ranker.ranked(['a', 'c'])).toEqual(['a', 'c'])
})
