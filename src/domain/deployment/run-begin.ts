import { awaited } from '#domain/plan/awaited.ts'
import { isUpdate } from '#domain/plan/plan.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { isNetwork, namesIn } from '#domain/plan/references.ts'
import { measure } from '#domain/workloads/words.ts'
import { hash } from './challenge.ts'
import type { Deployment, Workload } from './deployment.ts'
import { keptByUndo } from './restored.ts'
import type { Part, Progress, Run } from './run.ts'
import { stagesOf } from './run-stages.ts'

type Beginning = Pick<Run, 'name' | 'solution' | 'hourly'> & {
  planned: readonly Planned[]
  cancels: number[]
  at: number
}

/** A run of which nothing is signed yet. Its parts stand in the order of `planned`. */
export function begin({ name, solution, hourly, planned, cancels, at }: Beginning): Run {
  const stages = stagesOf(planned)
  const stageOf = planned.map((one) => stages.findIndex((stage) => stage.includes(one)))
  return {
    name,
    solution,
    ...(hourly !== undefined && { hourly }),
    startedAt: at,
    payments: stages.map((_, i) => ({ purpose: 'plan', cancels: i === 0 ? cancels : [], rehashes: [] })),
    parts: planned.map((_, i) => partOf(planned, stageOf, i)),
    names: planned.flatMap((one, i) => namesFor(one).map((of) => ({ name: of, payment: stageOf[i]! }))),
  }
}

function partOf(planned: readonly Planned[], stageOf: readonly number[], i: number): Part {
  const { node, deployment, previous } = planned[i]!
  const payment = stageOf[i]!
  // What is signed later cannot be waited for.
  const others = (is: (other: Planned) => boolean) =>
    planned.flatMap((other, k) => (k !== i && stageOf[k]! <= payment && is(other) ? [k] : []))
  const joined = deployment.workloads.flatMap(namesIn).filter(({ as }) => as === 'network')
  const needed = deployment.workloads.flatMap(awaited)
  return {
    nodeId: node.id,
    payment,
    hash: needed.length > 0 ? '' : hash(deployment),
    version: deployment.version,
    ...(isUpdate({ deployment }) && { update: {}, contractId: Number(deployment.contract_id) }),
    after: others(
      (other) =>
        other.node.id === node.id &&
        other.deployment.workloads.some((one) => isNetwork(one) && joined.some(({ name }) => name === one.name)),
    ),
    waits: others((other) => other.deployment.workloads.some(({ name }) => needed.includes(name))).filter(
      (k) => stageOf[k]! < payment,
    ),
    workloads: progressOf(deployment, previous),
  }
}

/** What a node has to do with each workload, none of it begun. Of an update, what left is removed. */
export function progressOf(deployment: Deployment, previous?: Deployment): Progress[] {
  const { workloads, version } = deployment
  const removed = (previous?.workloads ?? []).filter(({ name }) => workloads.every((one) => one.name !== name))
  const wanted = (one: Workload) => (one.version === version ? 'run' : 'keep')
  const isThere = ({ name }: Workload) => previous?.workloads.some((one) => one.name === name)
  const kept = previous ? keptByUndo(previous, deployment) : []
  return [
    ...workloads.map((one) => ({
      ...waiting(one, wanted(one)),
      ...(isThere(one) && { wasThere: true as const }),
      ...(kept.includes(one.name) && { stays: true as const }),
    })),
    ...removed.map((one) => ({ ...waiting(one, 'remove'), needs: [] })),
  ]
}

const waiting = (workload: Workload, wanted: Progress['wanted']): Progress => ({
  name: workload.name,
  type: workload.type,
  measure: measure(workload),
  wanted,
  version: workload.version,
  needs: [...new Set(namesIn(workload).map(({ name }) => name))],
  state: wanted === 'keep' ? 'ok' : 'waiting',
  message: '',
  data: wanted === 'keep' ? (workload.result?.data ?? null) : null,
})

/** The names that a deployment's gateways need and that its node does not serve already. */
export const namesFor = ({ deployment, previous }: Planned): string[] => {
  const before = new Set(previous?.workloads.map(({ name }) => name))
  return deployment.workloads.flatMap((workload) =>
    workload.type === 'gateway-name-proxy' && !before.has(workload.name) ? [workload.data.name] : [],
  )
}
