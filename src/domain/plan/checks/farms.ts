import { publicIps } from '#domain/workloads/workload.ts'
import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import { isUpdate, placed, type Plan } from '../plan.ts'
import { instead } from './node.ts'
import { about, aboutNode } from './row.ts'

/** Whether nodes' farms have the public addresses that are wanted, and nodes the IPv6. */
export const publicIpChecks = (plan: Plan, facts: PlanFacts): Check[] => [
  ...farmChecks(plan, facts),
  ...ipv6Checks(plan, facts),
]

/** Contracts reserve IPv4 of the node's farm. Source: tfchain pallet-smart-contract FarmHasNotEnoughPublicIPsFree */
function farmChecks(plan: Plan, facts: PlanFacts): Check[] {
  const wanted = new Map<number, { count: number; free: number; i: number; id: number; name: string }>()
  for (const [i, { node: id, deployments }] of plan.nodes.entries()) {
    const node = facts.nodes.get(id ?? -1)?.node.data
    if (!node) continue
    const count = deployments
      .filter((one) => !isUpdate(one))
      .reduce((sum, { deployment }) => sum + publicIps(deployment.workloads), 0)
    const before = wanted.get(node.farmId)?.count ?? 0
    if (before + count > 0)
      wanted.set(node.farmId, { count: before + count, free: node.freeFarmIps, i, id: node.id, name: node.farmName })
  }
  return [...wanted].map(([farm, { count, free, i, id, name }]) => {
    if (count <= free) return aboutNode('ok', 'ips', i, `Farm ${farm} has ${free} free IPv4`)
    const left = free === 0 ? 'no free IPv4' : `only ${free} free IPv4`
    return aboutNode('fail', 'ips', i, `Farm ${farm} has ${left}`, {
      detail: `${name} would have to give ${count}`,
      ...instead(plan, i, facts.nodes.get(id)!),
    })
  })
}

/** Source: zosbase pkg/primitives/pubip/public_ip.go */
const ipv6Checks = (plan: Plan, facts: PlanFacts): Check[] =>
  placed(plan).flatMap(({ at, workload }) => {
    const { node: id } = plan.nodes[at.node]!
    return workload.type === 'ip' && workload.data.v6 && facts.nodes.get(id ?? -1)?.hasIpv6.data === false
      ? about(plan, 'fail', 'ipv6', at, 'v6', `node ${id} has no public IPv6`)
      : []
  })
