import { expect, test } from 'vitest'
import { inLane } from './lanes.ts'

/** Something under way that ends when it is told to. */
function job() {
  let end = () => {}
  let begun = false
  const done = new Promise<void>((resolve) => (end = resolve))
  const stop = new AbortController()
  const result = inLane(stop.signal, () => {
    begun = true
    return done
  })
  result.catch(() => {})
  return { end, stop, result, isBegun: () => begun }
}
const settle = () => new Promise((resolve) => setTimeout(resolve))

test('seven go side by side, the eighth when one of them is done', async () => {
  const jobs = Array.from({ length: 9 }, job)
  await settle()
  expect(jobs.filter(({ isBegun }) => isBegun())).toHaveLength(7)
  jobs[3]!.end()
  await settle()
  expect(jobs.filter(({ isBegun }) => isBegun())).toHaveLength(8)
  for (const { end } of jobs) end()
  await Promise.all(jobs.map(({ result }) => result))
})

test('what is no longer wanted frees its lane at once, and is not begun where it still waited', async () => {
  const jobs = Array.from({ length: 9 }, job)
  await settle()
  jobs[8]!.stop.abort()
  jobs[0]!.stop.abort()
  jobs[1]!.stop.abort()
  await expect(jobs[0]!.result).rejects.toThrow('aborted')
  await settle()
  expect(jobs[7]!.isBegun()).toBe(true)
  expect(jobs[8]!.isBegun()).toBe(false)
  for (const { end } of jobs) end()
  await Promise.allSettled(jobs.map(({ result }) => result))

  const after = Array.from({ length: 8 }, job)
  await settle()
  expect(after.filter(({ isBegun }) => isBegun())).toHaveLength(7)
  for (const { end } of after) end()
})
