import { afterEach, expect, test, vi } from 'vitest'
import { Mailbox, type Eviction } from './mailbox.ts'

afterEach(() => {
  vi.useRealTimers()
})

const letter = (n: number) => Uint8Array.of(n >> 8, n & 255)

/** A session that opens now, with what it is handed; without `writes` nothing of it ever leaves. */
function open(mailbox: Mailbox, writes = true) {
  const got: Uint8Array[] = []
  const dropped: Eviction[] = []
  const written: (() => void)[] = []
  const session = {
    deliver: (bytes: Uint8Array, done: () => void) => {
      got.push(bytes)
      if (writes) done()
      else written.push(done)
    },
    drop: (why: Eviction) => dropped.push(why),
  }
  mailbox.open(session)
  return { got, dropped, written, session }
}

test('letters wait an hour after the last one came', () => {
  vi.useFakeTimers()
  const mailbox = new Mailbox()
  mailbox.put(letter(1))
  vi.advanceTimersByTime(3_600_000)
  mailbox.put(letter(2))
  vi.advanceTimersByTime(3_600_000)
  expect(mailbox.isIdle).toBe(false)
  expect(open(mailbox).got).toEqual([letter(1), letter(2)])

  const other = new Mailbox()
  other.put(letter(1))
  vi.advanceTimersByTime(3_600_001)
  expect(other.isIdle).toBe(true)
  expect(open(other).got).toEqual([])
})

test('of more than 10,000 letters the oldest are lost', () => {
  const mailbox = new Mailbox()
  for (let n = 0; n < 10_005; n++) mailbox.put(letter(n))
  const { got } = open(mailbox)
  expect(got).toHaveLength(10_000)
  expect(got[0]).toEqual(letter(5))
})

test('a session that was replaced cannot close the one that took its place', () => {
  const mailbox = new Mailbox()
  const first = open(mailbox)
  open(mailbox)
  expect(first.dropped).toEqual(['cancelled'])
  mailbox.close(first.session)
  expect(mailbox.isConnected).toBe(true)
})

test('letters that never left are handed to the next session, those that left are not', () => {
  const mailbox = new Mailbox()
  const first = open(mailbox, false)
  for (const n of [1, 2, 3]) mailbox.put(letter(n))
  first.written[1]!()
  mailbox.close(first.session)
  expect(first.got).toEqual([1, 2, 3].map(letter))
  expect(open(mailbox).got).toEqual([1, 3].map(letter))
  expect(open(mailbox).got).toEqual([])
})

test('256 letters are underway at a time, in order', () => {
  const mailbox = new Mailbox()
  const { got, written } = open(mailbox, false)
  for (let n = 0; n < 300; n++) mailbox.put(letter(n))
  expect(got).toHaveLength(256)
  for (let n = 0; n < 44; n++) written[n]!()
  expect(got).toEqual(Array.from({ length: 300 }, (_, n) => letter(n)))
})

test('a session that takes nothing for a minute while more waits is dropped', () => {
  vi.useFakeTimers()
  const mailbox = new Mailbox()
  const slow = open(mailbox, false)
  for (let n = 0; n < 258; n++) mailbox.put(letter(n))
  vi.advanceTimersByTime(59_999)
  slow.written[0]!()
  vi.advanceTimersByTime(59_999)
  expect(mailbox.isConnected).toBe(true)
  vi.advanceTimersByTime(1)
  expect(slow.dropped).toEqual(['back_pressure_timeout'])
  expect(mailbox.isConnected).toBe(false)
})

test('a session with everything underway may take its time', () => {
  vi.useFakeTimers()
  const mailbox = new Mailbox()
  open(mailbox, false)
  for (let n = 0; n < 256; n++) mailbox.put(letter(n))
  vi.advanceTimersByTime(120_000)
  expect(mailbox.isConnected).toBe(true)
})
