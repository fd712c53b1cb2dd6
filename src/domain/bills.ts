import type { Tft } from './money.ts'
import type { DiscountLevel } from './pricing.ts'

/** What was put aside for a contract at a moment, in unix seconds, and at which discount. */
export type Bill = { at: number; amount: Tft; discount: DiscountLevel }

export type Period = 'hour' | 'day' | 'month'

/** Bills of one period, which began at `from`, in unix seconds of the person's own calendar. */
export type Billed = { from: number; amount: Tft; bills: number; discounts: DiscountLevel[] }

export const sum = (bills: readonly Bill[]): Tft => bills.reduce((all, { amount }) => all + amount, 0n)

/**
 * Bills by the hour, day or month that they were made in, the oldest first. Periods without a bill stand between others,
 * as far as the `most` latest go.
 */
export function byPeriod(bills: readonly Bill[], period: Period, most: number): Billed[] {
  const found = new Map<number, Billed>()
  for (const { at, amount, discount } of bills) {
    const from = startOf(at, period)
    const before = found.get(from) ?? { from, amount: 0n, bills: 0, discounts: [] }
    found.set(from, {
      from,
      amount: before.amount + amount,
      bills: before.bills + 1,
      discounts: before.discounts.includes(discount) ? before.discounts : [...before.discounts, discount],
    })
  }
  const periods: Billed[] = []
  const oldest = Math.min(...found.keys())
  for (let from = Math.max(...found.keys()); from >= oldest && periods.length < most; from = startOf(from - 1, period))
    periods.unshift(found.get(from) ?? { from, amount: 0n, bills: 0, discounts: [] })
  return periods
}

function startOf(at: number, period: Period): number {
  const date = new Date(at * 1000)
  if (period === 'hour') date.setMinutes(0, 0, 0)
  else date.setHours(0, 0, 0, 0)
  if (period === 'month') date.setDate(1)
  return date.getTime() / 1000
}
