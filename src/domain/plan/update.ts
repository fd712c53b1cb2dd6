import type { NodeContract } from '#domain/deployed.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { exactJson } from '#domain/json-text.ts'
import { challenge } from '#domain/workloads/workload.ts'
import type { Plan, PlanDeployment } from './plan.ts'

/** What nodes hold, by contract. */
export type Held = ReadonlyMap<number, Deployment>

/**
 * What runs, as a plan that can be changed: each deployment is the next version of what its node holds, with all that
 * other clients wrote into it. Contracts whose node told nothing are left out, so an update cannot touch them.
 */
export function planOfRunning(contracts: readonly NodeContract[], held: Held, name: string, solution: string): Plan {
  const running = contracts.filter(({ id }) => held.has(id))
  const nodes = [...new Set(running.map(({ nodeId }) => nodeId))]
  return {
    name,
    solution,
    nodes: nodes.map((node) => ({
      node,
      deployments: running
        .filter(({ nodeId }) => nodeId === node)
        .map(({ id, text }): PlanDeployment => ({ contract_data: text, deployment: nextOf(held.get(id)!) })),
    })),
  }
}

const nextOf = (held: Deployment): Deployment => ({
  ...held,
  version: held.version + 1,
  signature_requirement: { ...held.signature_requirement, signatures: [] },
  workloads: inOrder(held.workloads.map(withoutResult)),
})

export function withoutResult<W extends Workload>(workload: W): W {
  const { result: _, ...rest } = workload
  return rest as W
}

/** As people read them, what is needed before what needs it. */
const order: Workload['type'][] = [
  'network',
  'network-light',
  'zmount',
  'volume',
  'qsfs',
  'ip',
  'ipv4',
  'zmachine',
  'zmachine-light',
  'zlogs',
  'zdb',
  'gateway-name-proxy',
  'gateway-fqdn-proxy',
]

/** Nodes tell workloads in no order, and the hash goes by it. */
export const inOrder = (workloads: Workload[]): Workload[] =>
  workloads.toSorted(
    (a, b) => order.indexOf(a.type) - order.indexOf(b.type) || a.name.localeCompare(b.name, 'en', { numeric: true }),
  )

/**
 * `next` as the version that comes after `previous`: what is new or changed carries it, and what is as before keeps its
 * own, down to the members that only other clients know. A node leaves alone what has a lower version.
 */
export function versioned(next: Deployment, previous: Deployment): Deployment {
  const version = previous.version + 1
  return {
    ...next,
    version,
    workloads: next.workloads.map((workload) => {
      const before = previous.workloads.find(({ name }) => name === workload.name)
      return before && isSame(before, workload)
        ? withoutResult(before)
        : ({ ...withoutResult(workload), version } as Workload)
    }),
  }
}

/** Whether a node would find nothing changed. `corex` is the one thing that it looks at and does not hash. */
export const isSame = (a: Workload, b: Workload): boolean => print(a) === print(b)

function print(workload: Workload): string {
  const corex = 'corex' in workload.data && workload.data.corex === true
  try {
    return `${challenge({ ...workload, version: 0 })}${corex ? ' corex' : ''}`
  } catch {
    // A node could not read it either: the same only as itself.
    return exactJson(withoutResult(workload))
  }
}

/** Whether an update would change nothing at all, so that there is nothing to sign for it. */
export const isUnchanged = (next: Deployment, previous: Deployment): boolean =>
  next.metadata === previous.metadata &&
  next.description === previous.description &&
  next.workloads.length === previous.workloads.length &&
  next.workloads.every((workload) =>
    previous.workloads.some((one) => one.name === workload.name && isSame(one, workload)),
  )
