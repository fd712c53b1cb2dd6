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
  [{ kind: 'unfunded', where }, 'The account has too little TFT', false],
  [{ kind: 'no-account', where }, 'No account is open', false],
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

test('a refusal of the chain is told by what it means, with its name beside', () => {
  const fault = { kind: 'refused', where: 'TFChain', reason: 'smartContractModule.ContractNotExists' } as const
  expect(explain(new WireError(fault)).what).toBe(
    'The contract is gone: cancelled before, or ended for want of funds (smartContractModule.ContractNotExists).',
  )
})

test('a refusal that nobody foresaw is told in its own words', () => {
  const fault = { kind: 'refused', where: 'node 7', reason: 'function is not found' } as const
  expect(explain(new WireError(fault))).toMatchObject({
    title: 'Node 7 refused',
    what: 'It says: “function is not found”.',
  })
})
