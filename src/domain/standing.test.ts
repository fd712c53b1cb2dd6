import { describe, expect, test } from 'vitest'
import { graceOf, inSettleOrder, settleProblem, toSettle, type Standing } from './standing.ts'

const nothing = { standard: 0n, additional: 0n }
const standing = (id: number, change: Partial<Standing> = {}): Standing => ({
  id,
  state: 'GracePeriod',
  grace: { since: 0, endsAt: 0, left: 0 },
  reserve: nothing,
  overdraft: { standard: 10n, additional: 5n },
  billedUntil: 0,
  cycles: 1,
  hourly: 1n,
  running: 1n,
  unbilled: 0n,
  ips: [],
  rent: undefined,
  holds: [],
  ...change,
})

test('a grace period lasts 14 days of blocks from the one that it began with', () => {
  const now = 1_700_000_000
  const left = 14 * 86_400 - 3600
  expect(graceOf(100, 700, now)).toEqual({ since: now - 3600, endsAt: now + left, left })
  expect(graceOf(100, 300_000, now).left).toBe(0)
})

test('settling takes what is owed of both parts and what came up since', () => {
  expect(toSettle(standing(1))).toBe(16n)
})

describe('of several', () => {
  const rent = { id: 9, inGrace: true }

  test('the rent is billed before what runs on its node, and what owes nothing there follows by itself', () => {
    const owesNothing = { overdraft: nothing, running: 0n, rent }
    const all = [standing(1, { rent }), standing(2, owesNothing), standing(9), standing(3, { state: 'Created' })]
    expect(inSettleOrder(all).map(({ id }) => id)).toEqual([9, 1])
  })

  test.each([
    ['enough for all', [standing(1), standing(2)], 32n, undefined],
    ['less than all take', [standing(1), standing(2)], 31n, 'money'],
    ['a node contract without the rent that it hangs on', [standing(1, { rent })], 99n, { rent: 9 }],
    ['both', [standing(9), standing(1, { rent })], 99n, undefined],
    ['a rent that is paid', [standing(1, { rent: { id: 9, inGrace: false } })], 99n, undefined],
  ] as const)('%s', (_, standings, usable, problem) => {
    expect(settleProblem(standings, usable)).toEqual(problem)
  })
})
