import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Metrics } from './metrics.ts'
import { Switchboard } from './switchboard.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const letter = Uint8Array.of(1)
const session = () => ({ deliver: (_: Uint8Array, written: () => void) => written(), drop: () => {} })

test('a session that left with nothing waiting leaves no mailbox', () => {
  const switchboard = new Switchboard(new Metrics())
  const [party, gone] = [{ twin: 7, connection: 'tab' }, session()]
  switchboard.open(party, gone)
  switchboard.put(party, letter)
  expect(switchboard.size).toBe(1)
  switchboard.close(party, gone)
  expect(switchboard.size).toBe(0)
})

test('mailboxes of sessions that never came again go with their letters', () => {
  const switchboard = new Switchboard(new Metrics())
  for (let tab = 0; tab < 100; tab++) switchboard.put({ twin: 7, connection: `tab ${tab}` }, letter)
  switchboard.open({ twin: 8 }, session())
  expect(switchboard.size).toBe(101)
  vi.advanceTimersByTime(3_600_001)
  switchboard.put({ twin: 8 }, letter)
  expect(switchboard.size).toBe(1)
})

test('only the sessions of a twin are dropped with it', () => {
  const switchboard = new Switchboard(new Metrics())
  const parties = [{ twin: 1 }, { twin: 1, connection: 'tab' }, { twin: 11 }]
  for (const party of parties) switchboard.open(party, session())
  switchboard.drop(1)
  expect(parties.map((party) => switchboard.isConnected(party))).toEqual([false, false, true])
  expect(switchboard.connected).toBe(1)
})
