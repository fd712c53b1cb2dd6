import { useQuery } from '@tanstack/react-query'
import { none } from '#domain/capacity.ts'
import type { NameContract } from '#domain/deployed.ts'
import { nameCost, nodeCost, price } from '#domain/pricing.ts'
import type { Tft } from '#domain/money.ts'
import { isWorkloadType, totalCapacity } from '#domain/workloads/workload.ts'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import type { WorkloadReport } from '#queries/deployments.ts'
import { tariff } from '#queries/price.ts'
import type { Part } from './part.ts'

const hourSeconds = 3600

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
