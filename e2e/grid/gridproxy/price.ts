import type { Capacity } from '#domain/capacity.ts'
import { toGib } from '#domain/units.ts'

/** 1e-7 USD an hour for a compute unit and a storage unit: policy 1 of TFChain's genesis. */
const cuPrice = 100_000
const suPrice = 50_000

/** What the whole node costs, USD a month. Source: tfgrid-sdk-go grid-proxy, function calc_price (10e7b39). */
export function monthlyPrice({ cru, mru, sru, hru }: Capacity, certified: boolean, extraFee: number): number {
  const memory = toGib(mru)
  const cu = Math.min(Math.max(memory / 4, cru / 2), Math.max(memory / 8, cru), Math.max(memory / 2, cru / 4))
  const su = toGib(hru) / 1200 + toGib(sru) / 200
  // The extra fee is mUSD a month, yet GridProxy adds it to hourly amounts of 1e-7 USD. Kept: clients know it so.
  return ((cu * cuPrice + su * suPrice + extraFee) * (certified ? 1.25 : 1) * 720) / 1e7
}

/** Months of the price that a balance must cover, and what they take off. */
const discounts = [
  { months: 18, off: 0.6 },
  { months: 6, off: 0.4 },
  { months: 3, off: 0.3 },
  { months: 1.5, off: 0.2 },
]

/** The price after the discount for a balance in USD, with three decimals. */
export function discounted(price: number, balance: number): number {
  const off = discounts.find(({ months }) => balance >= months * price)?.off ?? 0
  return Math.round(price * (1 - off) * 1000) / 1000
}
