import type { Capacity } from './capacity.ts'
import type { Tft } from './money.ts'

/**
 * What the chain bills, to the last digit.
 *
 * Source: tfchain pallet-smart-contract src/cost.rs (33046d68). It counts in U64F64: 64 bits after the point, products
 * and quotients cut off, half rounded up where it says `round`.
 */

/** 1e-7 US dollars. */
export type UsdUnits = bigint

/** Units of USD an hour: for a unit of compute, one of storage, an IPv4, a name. `dedicationDiscount` is in percent. */
export type PricingPolicy = {
  cu: UsdUnits
  su: UsdUnits
  ipu: UsdUnits
  uniqueName: UsdUnits
  dedicationDiscount: number
}

export type DiscountLevel = 'None' | 'Default' | 'Bronze' | 'Silver' | 'Gold'

/** A U64F64: `n` stands for n / 2^64. */
type Fixed = bigint

const point = 64n
const hour = 3600n
const hoursPerMonth = 24n * 30n
const secondsPerMonth = hour * hoursPerMonth

const fixed = (n: number | bigint): Fixed => BigInt(n) << point
/** Exact: a float has fewer digits after the point than a Fixed. */
const fraction = (n: number): Fixed => BigInt(n * 2 ** 64)
const times = (a: Fixed, b: Fixed): Fixed => (a * b) >> point
const round = (a: Fixed): bigint => (a + (1n << (point - 1n))) >> point
const gibibytes = (size: number): Fixed => fixed(size) / 1024n ** 3n
const most = (a: Fixed, b: Fixed): Fixed => (a > b ? a : b)
const least = (...all: [Fixed, ...Fixed[]]): Fixed => all.reduce((a, b) => (a < b ? a : b))

/** For the screen only. */
export const toNumber = (a: Fixed): number => Number(a) / 2 ** 64

/** Compute units, as a Fixed. */
export function computeUnits({ cru, mru }: Capacity): Fixed {
  const cores = fixed(cru)
  const memory = gibibytes(mru)
  return least(most(memory / 4n, cores / 2n), most(memory / 8n, cores), most(memory / 2n, cores / 4n))
}

/** Storage units, as a Fixed. */
export const storageUnits = ({ hru, sru }: Capacity): Fixed => gibibytes(hru) / 1200n + gibibytes(sru) / 200n

const perSecond = (hourly: UsdUnits): Fixed => fixed(hourly) / hour

/** What a node contract costs for a time. On a node that its twin rents whole only `ips` cost: give it `none`. */
export const nodeCost = (policy: PricingPolicy, used: Capacity, ips: number, seconds: number): UsdUnits =>
  round(
    times(perSecond(policy.su) * BigInt(seconds), storageUnits(used)) +
      times(perSecond(policy.cu) * BigInt(seconds), computeUnits(used)) +
      BigInt(ips) * perSecond(policy.ipu) * BigInt(seconds),
  )

/** What renting a whole node costs for a time, its farmer's extra fee aside. */
export function rentCost(policy: PricingPolicy, total: Capacity, seconds: number): UsdUnits {
  // The chain charges this many percent rather than taking them off; half goes down (Substrate's Percent).
  const hundredfold = nodeCost(policy, total, 0, seconds) * BigInt(policy.dedicationDiscount)
  return (hundredfold + 49n) / 100n
}

export const nameCost = (policy: PricingPolicy, seconds: number): UsdUnits =>
  round(perSecond(policy.uniqueName) * BigInt(seconds))

/** What a farmer asks on top for a node rented whole. It knows no discount. */
export const extraFeeCost = (milliUsdPerMonth: number, seconds: number): UsdUnits =>
  round(fixed(BigInt(milliUsdPerMonth) * 10_000n * BigInt(seconds)) / secondsPerMonth)

/** At a price of 1 TFT in thousandths of a dollar, already kept inside the chain's bounds. */
export const toTft = (cost: UsdUnits, milliUsdPerTft: number): Tft =>
  round((fixed(cost) / (BigInt(milliUsdPerTft) * 10_000n)) * 10n ** 7n)

/** How many months a balance has to last for a level, and what part of the price is left then. */
export const discountLevels: readonly { level: DiscountLevel; months: number; factor: number }[] = [
  { level: 'Gold', months: 18, factor: 0.4 },
  { level: 'Silver', months: 6, factor: 0.6 },
  { level: 'Bronze', months: 3, factor: 0.7 },
  { level: 'Default', months: 1.5, factor: 0.8 },
]

/** What is billed of `amount` for `seconds`: less for one whose balance lasts for months, more on certified nodes. */
export function due(
  amount: Tft,
  { seconds, balance, certified }: { seconds: number; balance: Tft; certified: boolean },
): { amount: Tft; level: DiscountLevel } {
  if (amount === 0n) return { amount, level: 'None' }
  const monthly = round(((fixed(amount) * hour) / BigInt(seconds)) * hoursPerMonth)
  const months = fixed(balance) / monthly
  const reached = discountLevels.find((one) => months >= fraction(one.months))
  const discounted = reached ? times(fixed(amount), fraction(reached.factor)) : fixed(amount)
  return {
    amount: round(certified ? times(discounted, fraction(1.25)) : discounted),
    level: reached?.level ?? 'None',
  }
}

/** The chain bills every hour, so a month is 720 such bills. `cost` is that of an hour. */
export function price(
  cost: UsdUnits,
  { milliUsdPerTft, balance, certified }: { milliUsdPerTft: number; balance: Tft; certified: boolean },
): { hourly: Tft; monthly: Tft; level: DiscountLevel } {
  const { amount, level } = due(toTft(cost, milliUsdPerTft), { seconds: Number(hour), balance, certified })
  return { hourly: amount, monthly: amount * hoursPerMonth, level }
}
