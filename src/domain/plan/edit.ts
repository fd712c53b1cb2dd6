import type { Workload } from '#domain/deployment/deployment.ts'
import {
  deploymentAt,
  isUpdate,
  newDeployment,
  placed,
  withDeployment,
  withNode,
  workloadAt,
  type Plan,
  type PlanNode,
  type Spot,
} from './plan.ts'
import { isGateway, isNetwork } from './references.ts'

/**
 * Puts a workload into a node's part of the plan. Networks and gateways get a contract each, as other clients make them;
 * everything else on the node shares one.
 */
export function addWorkload(plan: Plan, node: number, workload: Workload): { plan: Plan; at: Spot } {
  const { deployments } = plan.nodes[node]!
  const alone = isNetwork(workload) || isGateway(workload)
  const shared = deployments.findIndex(
    (one) => !isUpdate(one) && !one.deployment.workloads.some((other) => isNetwork(other) || isGateway(other)),
  )
  if (alone || shared === -1) {
    const added = withNode(plan, node, (one) => ({
      ...one,
      deployments: [...one.deployments, { deployment: newDeployment([workload]) }],
    }))
    return { plan: added, at: { node, deployment: deployments.length, workload: 0 } }
  }
  const at = { node, deployment: shared, workload: deployments[shared]!.deployment.workloads.length }
  return {
    plan: withDeployment(plan, at, (one) => ({ ...one, workloads: [...one.workloads, workload] })),
    at,
  }
}

/** Takes a workload away, and its contract when it was the last of it. What names it is left for the checks to tell. */
export function removeWorkload(plan: Plan, at: Spot): Plan {
  const less = withDeployment(plan, at, (one) => ({
    ...one,
    workloads: one.workloads.filter((_, i) => i !== at.workload),
  }))
  const left = deploymentAt(less, at)!
  if (left.deployment.workloads.length > 0 || isUpdate(left)) return less
  return withNode(less, at.node, (node) => ({
    ...node,
    deployments: node.deployments.filter((_, i) => i !== at.deployment),
  }))
}

/** A copy of a workload beside it, under a name that is free. */
export function cloneWorkload(plan: Plan, at: Spot): { plan: Plan; at: Spot } {
  const workload = workloadAt(plan, at)!
  const { result: _, ...copied } = structuredClone(workload)
  return addWorkload(plan, at.node, { ...copied, name: freeName(plan, workload.name), version: 0 } as Workload)
}

/** `vm1 → vm2`, the first that nothing in the plan has; a name without a number gets one. */
export function freeName(plan: Plan, like: string): string {
  const taken = new Set(placed(plan).map(({ workload }) => workload.name))
  const stem = like.replace(/\d+$/, '')
  for (let n = 1; ; n++) if (!taken.has(`${stem}${n}`)) return `${stem}${n}`
}

export const addNode = (plan: Plan, node: number | null = null): Plan => ({
  ...plan,
  nodes: [...plan.nodes, { node, deployments: [] }],
})

export const removeNode = (plan: Plan, i: number): Plan => ({ ...plan, nodes: plan.nodes.filter((_, k) => k !== i) })

export const chooseNode = (plan: Plan, i: number, node: number | null): Plan =>
  withNode(plan, i, (one): PlanNode => ({ ...one, node }))
