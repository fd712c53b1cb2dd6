import { useQuery } from '@tanstack/react-query'
import type { Capacity } from '#domain/capacity.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import { nodeCost, price, type DiscountLevel } from '#domain/pricing.ts'
import type { Tft } from '#domain/money.ts'
import { totalCapacity } from '#domain/workloads/workload.ts'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import { tariff, type Tariff } from '#queries/price.ts'

const hourSeconds = 3600

/** A price as people read it. `beforeDiscount` is what it would be a month with an empty account. */
export type Price = { hour: Tft; month: Tft; beforeDiscount: Tft; level: DiscountLevel; milliUsdPerTft: number }

/** What the chain would bill for this capacity, for one who can spend `balance`. */
export function priceOf(used: Capacity, tariff: Tariff, balance: Tft, certified: boolean): Price {
  const { policy, milliUsdPerTft } = tariff
  const cost = nodeCost(policy, used, 0, hourSeconds)
  const { hourly, monthly, level } = price(cost, { milliUsdPerTft, balance, certified })
  const undiscounted = price(cost, { milliUsdPerTft, balance: 0n, certified })
  return { hour: hourly, month: monthly, beforeDiscount: undiscounted.monthly, level, milliUsdPerTft }
}

/** The price of these workloads for the open account, once the chain told its prices. */
export function usePrice(workloads: Workload[], certified: boolean): Price | undefined {
  const network = useNetwork()
  const balance = useQuery(account(network)).data?.balance.usable ?? 0n
  const known = useQuery(tariff(network)).data
  return known && priceOf(totalCapacity(workloads), known, balance, certified)
}
