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
import { dependants, isGateway, isNetwork, type Reference } from './references.ts'

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

/** Gives a workload another name, and all that name it the new one. */
export function renameWorkload(plan: Plan, at: Spot, name: string): Plan {
  const old = workloadAt(plan, at)!.name
  const following = dependants(plan, at).reduce((next, reference) => refer(next, reference, old, name), plan)
  return withDeployment(following, at, (one) => ({
    ...one,
    workloads: one.workloads.map((workload, i) => (i === at.workload ? { ...workload, name } : workload)),
  }))
}

/** The plan in which the workload at `from` names `name` where it named `old`. */
function refer(plan: Plan, { from, as }: Reference, old: string, name: string): Plan {
  return withDeployment(plan, from, (one) => ({
    ...one,
    workloads: one.workloads.map((workload, i) => (i === from.workload ? renamed(workload, as, old, name) : workload)),
  }))
}

function renamed(workload: Workload, as: Reference['as'], old: string, name: string): Workload {
  const to = (text: string) => (text === old ? name : text)
  switch (workload.type) {
    case 'zmachine':
      return { ...workload, data: renamedMachine(workload.data, as, to) }
    case 'zmachine-light':
      return { ...workload, data: renamedMachine(workload.data, as, to) }
    case 'zlogs':
      return { ...workload, data: { ...workload.data, zmachine: to(workload.data.zmachine) } }
    case 'gateway-name-proxy':
      return { ...workload, data: renamedGateway(workload.data, as, old, name) }
    case 'gateway-fqdn-proxy':
      return { ...workload, data: renamedGateway(workload.data, as, old, name) }
    case 'qsfs':
      // Only its backends name others, as texts with holes.
      return JSON.parse(JSON.stringify(workload).replaceAll(`{${old}.`, `{${name}.`)) as Workload
    default:
      return workload
  }
}

type MachineData = (Workload<'zmachine'> | Workload<'zmachine-light'>)['data']

function renamedMachine<D extends MachineData>(data: D, as: Reference['as'], to: (name: string) => string): D {
  if (as === 'mount') return { ...data, mounts: (data.mounts ?? []).map((one) => ({ ...one, name: to(one.name) })) }
  const { network } = data
  if (as === 'public ip')
    return { ...data, network: { ...network, public_ip: to((network as { public_ip: string }).public_ip) } }
  const { mycelium } = network
  return {
    ...data,
    network: {
      ...network,
      interfaces: network.interfaces.map((one) => ({ ...one, network: to(one.network) })),
      ...(mycelium && {
        mycelium: {
          ...mycelium,
          ...(mycelium.network !== undefined && { network: to(mycelium.network) }),
          ...(mycelium.Network !== undefined && { Network: to(mycelium.Network) }),
        },
      }),
    },
  }
}

function renamedGateway<D extends { backends: string[]; network?: string | null }>(
  data: D,
  as: Reference['as'],
  old: string,
  name: string,
): D {
  return as === 'network'
    ? { ...data, network: name }
    : { ...data, backends: data.backends.map((one) => one.replaceAll(`{${old}.`, `{${name}.`)) }
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
