import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Twin } from '#domain/twin.ts'
import { TwinCache } from './twin-cache.ts'

const twin: Twin = { id: 7, address: '5abc', relay: 'relay.grid.tf', encryptionKey: undefined }
const lookup = vi.fn<(id: number) => Promise<Twin | undefined>>()
let twins: TwinCache

beforeEach(() => {
  vi.useFakeTimers()
  lookup.mockReset().mockImplementation(async () => ({ ...twin }))
  twins = new TwinCache(lookup)
})
afterEach(() => vi.useRealTimers())

test('a twin is looked up once in ten minutes', async () => {
  expect(await twins.get(7)).toEqual(twin)
  vi.advanceTimersByTime(599_999)
  await twins.get(7)
  expect(lookup).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  await twins.get(7)
  expect(lookup).toHaveBeenCalledTimes(2)
})

test('many who ask at once are answered by one look', async () => {
  await Promise.all(Array.from({ length: 20 }, () => twins.get(7)))
  expect(lookup).toHaveBeenCalledTimes(1)
  await twins.get(8)
  expect(lookup).toHaveBeenCalledTimes(2)
})

test('what was not found, or not told, is asked for again', async () => {
  lookup.mockResolvedValueOnce(undefined).mockRejectedValueOnce(new Error('away'))
  expect(await twins.get(7)).toBeUndefined()
  await expect(twins.get(7)).rejects.toThrow('away')
  expect(await twins.get(7)).toEqual(twin)
})

test('what was forgotten, or is wanted fresh, is looked up', async () => {
  await twins.get(7)
  twins.forget(7)
  await twins.get(7)
  await twins.fresh(7)
  expect(lookup).toHaveBeenCalledTimes(3)
  await twins.get(7)
  expect(lookup).toHaveBeenCalledTimes(3)
})

test('a failed look does not undo one that was made after it', async () => {
  let fail = () => {}
  lookup.mockImplementationOnce(() => new Promise((_, reject) => (fail = () => reject(new Error('away')))))
  const first = twins.get(7)
  expect(await twins.fresh(7)).toEqual(twin)
  fail()
  await expect(first).rejects.toThrow('away')
  await twins.get(7)
  expect(lookup).toHaveBeenCalledTimes(2)
})

test('a chain that says nothing for 10 s is silent', async () => {
  lookup.mockReturnValueOnce(new Promise(() => {}))
  const failed = expect(twins.get(7)).rejects.toMatchObject({ fault: { kind: 'silent', where: 'TFChain' } })
  await vi.advanceTimersByTimeAsync(10_000)
  await failed
  expect(await twins.get(7)).toEqual(twin)
})
