import { expect, test } from 'vitest'
import { WireError, type Fault } from '#protocols/fault.ts'
import { explain } from './explain.ts'

const where = 'GridProxy'
const cases: [Fault, title: string, retry: boolean][] = [
  [{ kind: 'unreachable', where }, 'GridProxy cannot be reached', true],
  [{ kind: 'silent', where, timeoutMs: 15_000 }, 'GridProxy did not answer in 15 s', true],
  [{ kind: 'refused', where, reason: 'not now', status: 503 }, 'GridProxy refused', true],
  [{ kind: 'refused', where, reason: 'too fast', status: 429 }, 'GridProxy refused', true],
  [{ kind: 'refused', where, reason: 'bad request', status: 400 }, 'GridProxy refused', false],
  [{ kind: 'unreadable', where, reason: 'id should be a number' }, 'GridProxy sent something unreadable', true],
  [{ kind: 'missing', where, what: 'Node 9' }, 'Node 9 does not exist', false],
  [{ kind: 'too-large', where, bytes: 5, most: 4 }, 'This is too large to send', false],
  [{ kind: 'clock', where, behindS: 90 }, 'This computer’s clock is wrong', true],
  [{ kind: 'other-relay', where, relay: 'a_b' }, 'Answers would go to another relay', true],
  [{ kind: 'unfunded', where }, 'The account has too little TFT', false],
  [{ kind: 'no-account', where }, 'No account is open', false],
  [{ kind: 'locked', where: '5abc' }, 'The account’s key is locked', true],
  [{ kind: 'wrong-password', where: 'of the file' }, 'Wrong password', true],
  [{ kind: 'rejected', where: 'polkadot-js' }, 'Not signed', true],
  [{ kind: 'too-soon', where: 'the wallet' }, 'The wallet wants a pause', true],
  [{ kind: 'transaction', where, hash: '0x1', outcome: 'usurped' }, 'The transaction did not get through', true],
]

test.each(cases)('$kind is worded', (fault, title, retry) => {
  const said = explain(new WireError(fault))
  expect(said).toMatchObject({ title, retry })
  expect(said.what).not.toBe('')
  if ('reason' in fault) expect(said.what.toLowerCase()).toContain(fault.reason.toLowerCase())
})

test('an error nobody foresaw is not dressed up', () => {
  expect(explain(new Error('x is not a function'))).toMatchObject({
    title: 'This page made a mistake',
    what: 'It says: x is not a function.',
  })
  expect(explain('boom').what).toBe('It says: boom.')
})

test('a refusal that nobody foresaw is told in its own words', () => {
  const fault = { kind: 'refused', where: 'node 7', reason: 'Link not found' } as const
  expect(explain(new WireError(fault))).toMatchObject({
    title: 'Node 7 refused',
    what: 'It says: “Link not found”.',
  })
})

test.each<[Fault, string]>([
  [{ kind: 'clock', where: 'the relay', behindS: 90 }, 'It is about 1 min 30 s behind'],
  [{ kind: 'other-relay', where: 'relay c', relay: 'a_b' }, 'receives at a and b, not at relay c'],
  [{ kind: 'other-relay', where: 'relay c', relay: '' }, 'receives at no relay, not at relay c'],
  [{ kind: 'too-large', where: 'the relay', bytes: 2 ** 30, most: 2 ** 20 }, 'It is 1 GiB, and the relay takes 1 MiB'],
  [{ kind: 'refused', where: 'relay c', reason: 'exceeded rate limits, dropping message' }, 'wait a minute'],
])('a fault of messaging says its figures: %j', (fault, words) => {
  expect(explain(new WireError(fault)).what).toContain(words)
})
