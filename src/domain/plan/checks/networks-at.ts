import type { Deployment } from '#domain/deployment/deployment.ts'
import type { Asked } from '../check.ts'
import type { PlanFacts } from '../facts.ts'
import { placed, type Placed, type Plan, type Spot } from '../plan.ts'
import { isNetwork } from '../references.ts'

/** A private network as one node has it, or is to have it by the plan. */
export type NetworkAt = { subnet: string; mycelium: boolean | undefined; planned?: Placed }

/** The network of this name on the node of `at`: of the plan, or one that runs there; `null` where there is none. */
export function networkAt(plan: Plan, facts: PlanFacts, at: Spot, name: string): Asked<NetworkAt | null> {
  const planned = networksOn(plan, at.node).find(({ workload }) => workload.name === name)
  if (planned) {
    const { subnet, mycelium } = planned.workload.data as { subnet: string; mycelium?: unknown }
    return { data: { subnet, mycelium: Boolean(mycelium), planned }, error: null }
  }
  const { node } = plan.nodes[at.node]!
  const { data, error } = facts.networks
  if (node === null) return { data: null, error: null }
  if (!data) return { error }
  const member = data.find((one) => one.name === name)?.members.find(({ nodeId }) => nodeId === node)
  if (member?.state === 'asked') return { error: null }
  if (member?.state === 'silent') return { error: `node ${node} does not answer` }
  return { data: member ? { subnet: member.subnet, mycelium: hasMycelium(member.deployment, name) } : null, error }
}

function hasMycelium(deployment: Deployment | undefined, name: string): boolean | undefined {
  const held = deployment?.workloads.find((workload) => workload.name === name)
  return held && Boolean((held.data as { mycelium?: unknown }).mycelium)
}

/** The plan's networks on the same node: a node may stand in a plan twice. */
export const networksOn = (plan: Plan, i: number): Placed[] =>
  placed(plan).filter(({ at, workload }) => isNetwork(workload) && isSameNode(plan, at.node, i))

export const isSameNode = (plan: Plan, i: number, k: number): boolean =>
  i === k || (plan.nodes[i]!.node !== null && plan.nodes[i]!.node === plan.nodes[k]!.node)
