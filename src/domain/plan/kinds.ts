import type { Workload, WorkloadType } from '#domain/deployment/deployment.ts'
import { withNode, type Plan } from './plan.ts'
import type { Chance } from './template.ts'
import { networkWorkload } from './templates/machine-node.ts'

/** Nodes take machines and networks of one kind: full ones, or light ones of ZOS light. */
const twins: Partial<Record<WorkloadType, WorkloadType>> = {
  zmachine: 'zmachine-light',
  'zmachine-light': 'zmachine',
  network: 'network-light',
  'network-light': 'network',
}

/** The kind of a workload that a node with these features takes; `type` itself where it takes neither. */
export const kindFor = (type: WorkloadType, features: readonly string[]): WorkloadType => {
  const other = twins[type]
  return other !== undefined && !features.includes(type) && features.includes(other) ? other : type
}

/** Why a node with these features does not take a workload of a type. */
export function typeProblem(general: WorkloadType, features: readonly string[]): string | undefined {
  const type = kindFor(general, features)
  if (!features.includes('zmachine') && features.includes('zmachine-light')) {
    // Light nodes list zlogs, and then want a full machine for them (zosbase pkg/gridtypes/zos/zlogs.go).
    if (type === 'zlogs') return 'ZOS light sends no logs of its machines'
    if (type === 'ip' || type === 'ipv4') return 'ZOS light gives no public addresses'
  }
  if (features.includes(type)) return undefined
  return type.startsWith('gateway') ? 'It is no gateway' : `It takes no workloads of type ${type}`
}

/**
 * The plan with machines and networks of the kind that a node takes, as its features tell. What the other kind lacks (a
 * public address, the planetary network) stays written in it, for checks to tell and for the way back.
 */
export function withKindsFor(plan: Plan, i: number, features: readonly string[], chance: Chance): Plan {
  const { deployments } = plan.nodes[i]!
  const changes = deployments.some(({ deployment: { workloads } }) =>
    workloads.some(({ type }) => kindFor(type, features) !== type),
  )
  if (!changes) return plan
  return withNode(plan, i, (node) => ({
    ...node,
    deployments: deployments.map((one) => ({
      ...one,
      deployment: {
        ...one.deployment,
        workloads: one.deployment.workloads.map((workload) => ofKind(workload, features, chance)),
      },
    })),
  }))
}

function ofKind(workload: Workload, features: readonly string[], chance: Chance): Workload {
  const type = kindFor(workload.type, features)
  if (type === workload.type) return workload
  switch (workload.type) {
    case 'zmachine':
      return { ...workload, type: 'zmachine-light' }
    case 'zmachine-light':
      return { ...workload, type: 'zmachine' }
    case 'network': {
      const { mycelium } = networkWorkload(workload.name, chance).data
      return {
        ...workload,
        type: 'network-light',
        data: { ...workload.data, mycelium: workload.data.mycelium ?? mycelium! },
      }
    }
    case 'network-light': {
      const whole = networkWorkload(workload.name, chance).data
      const { wireguard_private_key, ip_range } = workload.data
      return {
        ...workload,
        type: 'network',
        data: {
          ...whole,
          ...workload.data,
          ip_range: ip_range || whole.ip_range,
          wireguard_private_key: wireguard_private_key || whole.wireguard_private_key,
        },
      }
    }
    default:
      return workload
  }
}
