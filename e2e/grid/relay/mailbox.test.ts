import { afterEach, expect, test, vi } from 'vitest'
import { Mailbox } from './mailbox.ts'

afterEach(() => {
  vi.useRealTimers()
})

const letter = (n: number) => Uint8Array.of(n >> 8, n & 255)

/** What a session that opens now is handed. */
function opened(mailbox: Mailbox): Uint8Array[] {
  const got: Uint8Array[] = []
  mailbox.open({ deliver: (bytes) => got.push(bytes), drop: () => {} })
  return got
}

test('letters wait an hour after the last one came', () => {
  vi.useFakeTimers()
  const mailbox = new Mailbox()
  mailbox.put(letter(1))
  vi.advanceTimersByTime(3_600_000)
  mailbox.put(letter(2))
  vi.advanceTimersByTime(3_600_000)
  expect(opened(mailbox)).toEqual([letter(1), letter(2)])

  const other = new Mailbox()
  other.put(letter(1))
  vi.advanceTimersByTime(3_600_001)
  expect(opened(other)).toEqual([])
})

test('of more than 10,000 letters the oldest are lost', () => {
  const mailbox = new Mailbox()
  for (let n = 0; n < 10_005; n++) mailbox.put(letter(n))
  const got = opened(mailbox)
  expect(got).toHaveLength(10_000)
  expect(got[0]).toEqual(letter(5))
})

test('a session that was replaced cannot close the one that took its place', () => {
  const mailbox = new Mailbox()
  const drop = vi.fn()
  const first = { deliver: () => {}, drop }
  mailbox.open(first)
  opened(mailbox)
  expect(drop).toHaveBeenCalledOnce()
  mailbox.close(first)
  expect(mailbox.isConnected).toBe(true)
})
