import { toUsd, type Tft } from './money.ts'
import type { Node } from './node.ts'
import {
  computeUnits,
  discountLevels,
  extraFeeCost,
  nodeCost,
  price,
  rentCost,
  storageUnits,
  toNumber,
  toTft,
  type DiscountLevel,
  type PricingPolicy,
} from './pricing.ts'

/** What a price depends on besides the node: what the chain bills by, and what the one who pays can spend. */
export type Terms = { policy: PricingPolicy; milliUsdPerTft: number; balance: Tft }

/** `level` is the discount that is in it. */
export type NodePrice = { hourly: Tft; monthly: Tft; monthlyUsd: number; level: DiscountLevel }

const hourSeconds = 3600n
const hoursPerMonth = 720n

/** Whether nobody can have a part of it: its farm or its extra fee says so, or someone rents it. */
export const isLetWhole = (node: Node): boolean =>
  node.inDedicatedFarm || node.extraFeeMilliUsdPerMonth > 0 || node.rentedByTwinId !== 0

/** What all of a node costs as the chain bills it: rented, or else by contracts that use all that is in it. */
export function nodePrice(node: Node, terms: Terms, rented = isLetWhole(node)): NodePrice {
  const { policy, milliUsdPerTft, balance } = terms
  const seconds = Number(hourSeconds)
  const cost = rented ? rentCost(policy, node.total, seconds) : nodeCost(policy, node.total, 0, seconds)
  const { hourly, level } = price(cost, { milliUsdPerTft, balance, certified: node.certified })
  // Its own bill, on which there is neither discount nor surcharge (tfchain billing.rs).
  const fee = rented ? toTft(extraFeeCost(node.extraFeeMilliUsdPerMonth, seconds), milliUsdPerTft) : 0n
  const monthly = (hourly + fee) * hoursPerMonth
  return { hourly: hourly + fee, monthly, monthlyUsd: toUsd(monthly, milliUsdPerTft), level }
}

/** One line of how a price comes about: what, how it is reckoned, and what it adds or takes off in a month. */
export type PriceLine = { name: string; how: string; usd: number }

/** The lines that add up to `nodePrice`, in the order in which the chain reckons. */
export function priceLines(node: Node, terms: Terms, rented = isLetWhole(node)): PriceLine[] {
  const { policy } = terms
  const { level } = nodePrice(node, terms, rented)
  const lines: PriceLine[] = []
  const units = (name: string, count: number, hourly: bigint, unit: string) => {
    const each = (Number(hourly) * Number(hoursPerMonth)) / 1e7
    lines.push({ name, how: `${short(count)} ${unit} × $${each.toFixed(2)}`, usd: count * each })
  }
  units('Compute', toNumber(computeUnits(node.total)), policy.cu, 'CU')
  units('Storage', toNumber(storageUnits(node.total)), policy.su, 'SU')
  const percentOf = (name: string, percent: number, why = '') => {
    if (percent === 0) return
    const sum = lines.reduce((all, { usd }) => all + usd, 0)
    lines.push({ name, how: `${percent > 0 ? '+' : '−'}${Math.abs(percent)} %${why}`, usd: (sum * percent) / 100 })
  }
  if (rented) percentOf('Rented whole', policy.dedicationDiscount - 100)
  percentOf('Your discount', -percentOff(level), `, ${level}`)
  if (node.certified) percentOf('Certified', 25)
  if (rented && node.extraFeeMilliUsdPerMonth > 0)
    lines.push({ name: 'Extra fee', how: 'to the farmer', usd: node.extraFeeMilliUsdPerMonth / 1000 })
  return lines
}

const short = (n: number) => n.toLocaleString('en', { maximumFractionDigits: 2 })

/** What a level takes off. */
export const percentOff = (level: DiscountLevel): number =>
  Math.round((1 - (discountLevels.find((one) => one.level === level)?.factor ?? 1)) * 100)

/** The next better level, and what to have for it; `undefined` at the best one. */
export function nextLevel(node: Node, terms: Terms): { level: DiscountLevel; balance: Tft } | undefined {
  const { level } = nodePrice(node, terms)
  const reached = discountLevels.findIndex((one) => one.level === level)
  const next = discountLevels[reached < 0 ? discountLevels.length - 1 : reached - 1]
  if (!next) return undefined
  // Measured by what is billed before the discount, without what a certified node costs more.
  const { monthly } = nodePrice(
    { ...node, certified: false, extraFeeMilliUsdPerMonth: 0 },
    { ...terms, balance: 0n },
    isLetWhole(node),
  )
  return { level: next.level, balance: (monthly * BigInt(next.months * 10)) / 10n }
}
