import { useQuery } from '@tanstack/react-query'
import { none, type Capacity } from '#domain/capacity.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import type { NameContract } from '#domain/deployed.ts'
import { nameCost, nodeCost, price, type DiscountLevel } from '#domain/pricing.ts'
import type { Tft } from '#domain/money.ts'
import { isWorkloadType, totalCapacity } from '#domain/workloads/workload.ts'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import type { WorkloadReport } from '#queries/deployments.ts'
import { tariff, type Tariff } from '#queries/price.ts'
import type { Part } from './part.ts'

const hourSeconds = 3600

/** A price as people read it. `beforeDiscount` is what it would be a month with an empty account. */
export type Price = { hour: Tft; month: Tft; beforeDiscount: Tft; level: DiscountLevel; milliUsdPerTft: number }

/** What the chain would bill for this capacity, for one who can spend `balance`. */
export function priceOf(used: Capacity, { policy, milliUsdPerTft }: Tariff, balance: Tft, certified: boolean): Price {
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

/**
 * Reckons what running contracts and names cost the open account a month; `undefined` while the chain's prices or what a
 * node holds are not known.
 */
export function useMonth(): (parts: readonly Part[], names: readonly NameContract[]) => Tft | undefined {
  const network = useNetwork()
  const balance = useQuery(account(network)).data?.balance.usable ?? 0n
  const known = useQuery(tariff(network)).data
  return (parts, names) => {
    if (!known || parts.some(({ held, node }) => held === undefined || !node)) return undefined
    const { policy, milliUsdPerTft } = known
    const contracts = parts.map(({ contract, held, node }) => {
      // Whoever rents the node pays for all of it already.
      const used = node!.rentedByTwinId === 0 ? totalCapacity((held?.workloads ?? []).filter(isBilled)) : none
      const cost = nodeCost(policy, used, contract.publicIps, hourSeconds)
      return price(cost, { milliUsdPerTft, balance, certified: node!.certified }).monthly
    })
    const name = price(nameCost(policy, hourSeconds), { milliUsdPerTft, balance, certified: false }).monthly
    return contracts.reduce((sum, one) => sum + one, BigInt(names.length) * name)
  }
}

/** Nodes report what runs or would if it were paid for. */
const isBilled = ({ type, result }: WorkloadReport) =>
  isWorkloadType(type) && (result.state === 'ok' || result.state === 'paused')
