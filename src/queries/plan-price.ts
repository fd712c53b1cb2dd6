import { useQuery } from '@tanstack/react-query'
import type { Tft } from '#domain/money.ts'
import type { Asked } from '#domain/plan/check.ts'
import type { PlanFacts } from '#domain/plan/facts.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { toPlanned, type Planned } from '#domain/plan/planned.ts'
import { planPrice, type PlanPrice } from '#domain/plan/price.ts'
import { fee } from './account.ts'
import { spending } from './money.ts'
import { useNetwork } from './networks.ts'
import { usePaced } from './paced.ts'
import { tariff } from './price.ts'
import { contractCalls } from './run-calls.ts'

/** What a plan costs, before it and to sign it. `spent` is what the account pays an hour now, all together. */
export type Costs = { price: Asked<PlanPrice>; spent: Tft | undefined; fee: Asked<Tft> }

/** @param ready whether nothing fails: what cannot be signed has no fee */
export function useCosts(plan: Plan, facts: PlanFacts, ready: boolean): Costs {
  const network = useNetwork()
  const { twinId, balance } = facts
  const known = useQuery(tariff(network))
  const spent = useQuery({ ...spending(network, twinId ?? 0, balance ?? 0n), enabled: twinId !== undefined })
  const planned = ready ? plannedOf(plan, facts) : undefined
  const calls = planned ? contractCalls(planned) : []
  // The fee goes by how long the transaction is, not by what the hashes are; it is asked when the plan stands still.
  const [settled] = usePaced([JSON.stringify(calls)])
  const isSettled = settled === JSON.stringify(calls)
  const cost = useQuery({ ...fee(network, calls), enabled: isSettled && calls.length > 0 && twinId !== undefined })
  return {
    price: {
      data: known.data && planPrice(plan, { ...facts, balance: balance ?? 0n }, known.data),
      error: known.error,
    },
    spent: spent.data?.hourly,
    fee: cost,
  }
}

/** What will be signed, once all of it is known: each node, and what it holds of what is updated. */
export function plannedOf(plan: Plan, { twinId, nodes, held }: PlanFacts): Planned[] | undefined {
  const isKnown = plan.nodes.every(({ node }) => node !== null && nodes.get(node)?.node.data)
  if (twinId === undefined || !isKnown || !held.data) return undefined
  const nodeOf = (id: number) => {
    const { twinId: twin, publicConfig } = nodes.get(id)!.node.data!
    return { twinId: twin, domain: publicConfig.domain }
  }
  return toPlanned(plan, twinId, nodeOf, held.data)
}
