import { isWorkloadType } from '#domain/workloads/workload.ts'
import type { Check } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import { placed, type Plan } from '../plan.ts'
import { isGateway } from '../references.ts'
import { instead } from './node.ts'
import { about } from './row.ts'

/** Whether each node takes the kinds of workload that go to it. Gateways are taken everywhere and say themselves what they lack. */
export const typeChecks = (plan: Plan, facts: PlanFacts): Check[] =>
  placed(plan).flatMap(({ at, workload }) => {
    const { node: id } = plan.nodes[at.node]!
    const told = facts.nodes.get(id ?? -1)
    const features = told?.features.data ?? told?.node.data?.features
    if (!features || !isWorkloadType(workload.type) || isGateway(workload) || features.includes(workload.type))
      return []
    const isLight = features.includes('zmachine-light')
    return [
      about(plan, 'fail', 'type', at, 'type', `node ${id} takes no ${workload.type}`, {
        detail: isLight
          ? 'It runs ZOS light: no public addresses, and machines and networks of the light kind'
          : undefined,
        ...instead(plan, at.node, told!),
      }),
    ]
  })
