import { expect, test } from 'vitest'
import { byPeriod, sum, type Bill } from './bills.ts'

const at = (text: string) => new Date(text).getTime() / 1000
const bill = (text: string, amount: bigint, discount: Bill['discount'] = 'None'): Bill => ({
  at: at(text),
  amount,
  discount,
})
// As GridProxy gives them: the newest first.
const bills = [
  bill('2025-03-02T10:05:00', 4n),
  bill('2025-02-28T23:59:59', 3n, 'Gold'),
  bill('2025-02-28T00:00:00', 2n),
  bill('2025-02-28T00:59:00', 1n),
]

test('bills of a day are one bar, and a day without any stands between', () => {
  expect(byPeriod(bills, 'day', 9)).toEqual([
    { from: at('2025-02-28T00:00:00'), amount: 6n, bills: 3, discounts: ['Gold', 'None'] },
    { from: at('2025-03-01T00:00:00'), amount: 0n, bills: 0, discounts: [] },
    { from: at('2025-03-02T00:00:00'), amount: 4n, bills: 1, discounts: ['None'] },
  ])
})

test.each([
  ['month', 9, [6n, 4n]],
  ['day', 2, [0n, 4n]],
  ['hour', 3, [0n, 0n, 4n]],
] as const)('by the %s the latest %i come', (period, most, amounts) => {
  expect(byPeriod(bills, period, most).map(({ amount }) => amount)).toEqual(amounts)
})

test('no bills are no bars', () => {
  expect(byPeriod([], 'day', 9)).toEqual([])
})

test('all of them together', () => {
  expect(sum(bills)).toBe(10n)
})
