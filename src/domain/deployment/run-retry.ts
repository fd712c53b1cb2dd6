import type { Planned } from '#domain/plan/planned.ts'
import { isNetwork } from '#domain/plan/references.ts'
import { isSame, withoutResult } from '#domain/plan/update.ts'
import { hash } from './challenge.ts'
import type { Deployment, Workload } from './deployment.ts'
import { progressOf } from './run-begin.ts'
import type { Part, Progress, Run } from './run.ts'

/** What a further version of an update is to its run: the part that goes to the node, and what is signed for it. */
export type Further = { part: Part; planned: Planned }

/**
 * The next version of a deployment whose update failed, on top of what its node holds now: what failed is asked for
 * again, what the node did and what the update never touched stay as they are. What a node takes up only anew is left
 * out, for the version after this one; the part says so by `lacks`.
 *
 * @param i the part that failed, or that went before
 */
export function furtherOf(run: Run, planned: readonly Planned[], i: number, held: Deployment): Further {
  const goal = planned[rootOf(run, i)]!
  const { deployment, lacks } = furtherVersion(goal, held)
  const { nodeId, contractId, after, waits } = run.parts[i]!
  const part: Part = {
    nodeId,
    payment: run.payments.length,
    hash: hash(deployment),
    version: deployment.version,
    update: {},
    retries: i,
    contractId: contractId!,
    after,
    waits,
    workloads: progressOf(withResults(deployment, held), held),
    ...(lacks.length > 0 && { lacks }),
  }
  return { part, planned: { ...goal, deployment, previous: held } }
}

/** The update that further versions began with. */
const rootOf = (run: Run, i: number): number => {
  const { retries } = run.parts[i]!
  return retries === undefined ? i : rootOf(run, retries)
}

function furtherVersion({ deployment: wanted, previous }: Planned, held: Deployment) {
  const version = held.version + 1
  const find = (all: readonly Workload[] | undefined, name: string) => all?.find((one) => one.name === name)
  const lacks: string[] = []
  const done = wanted.workloads.flatMap((one): Workload[] => {
    const there = find(held.workloads, one.name)
    const asIs = there ? [withoutResult(there)] : []
    if (one.version !== wanted.version) return asIs
    const isOkay = there?.result?.state === 'ok' || there?.result?.state === 'paused'
    if (there && isOkay && isSame(there, one)) return asIs
    const remedy = there
      ? remedyOf({ type: one.type, isOkay, wasThere: find(previous?.workloads, one.name) !== undefined })
      : 'change'
    if (remedy === 'anew') lacks.push(one.name)
    if (remedy === 'change') return [{ ...withoutResult(one), version } as Workload]
    return remedy === 'none' ? asIs : []
  })
  const others = held.workloads.filter(({ name }) => !find(wanted.workloads, name) && !find(previous?.workloads, name))
  // What is new may name what is only made anew by the version after.
  const isEarly = ({ name }: Workload) => lacks.length > 0 && !find(held.workloads, name)
  const workloads = [...done.filter((one) => !isEarly(one)), ...others.map(withoutResult)]
  return {
    deployment: { ...wanted, version, workloads },
    lacks: [...lacks, ...done.filter(isEarly).map(({ name }) => name)],
  }
}

/** How a node takes up again what failed: `change` in place, `anew` once it was taken away, `none` not without a loss. */
export type Remedy = 'change' | 'anew' | 'none'

/**
 * Networks are set up whenever they are updated; a volume and a qsfs that are there are changed from any state. A disk and
 * a database in the state `error` are found to be as asked already, and stay in it. Whatever could not be made at first
 * is not there to be changed.
 *
 * Source: zosbase pkg/provision/engine.go updateWorkload; Update of pkg/primitives network, volume, qsfs, zmount, zdb
 */
export function remedyOf(of: { type: string; isOkay: boolean; wasThere: boolean }): Remedy {
  if (of.isOkay || isNetwork(of)) return 'change'
  if (!of.wasThere) return 'anew'
  return of.type === 'volume' || of.type === 'qsfs' ? 'change' : 'none'
}

/** What a node would do about each workload of an update that failed, by their remedies. */
export function remedies({ workloads }: Part): Record<Remedy, Progress[]> {
  const of = ({ type, unchanged, wasThere }: Progress) =>
    remedyOf({ type, isOkay: unchanged === true, wasThere: wasThere === true })
  const failed = workloads.filter(({ state }) => state === 'error')
  const by = (remedy: Remedy) => failed.filter((one) => of(one) === remedy)
  return { change: by('change'), anew: by('anew'), none: by('none') }
}

const withResults = (deployment: Deployment, held: Deployment): Deployment => ({
  ...deployment,
  workloads: deployment.workloads.map((one) => {
    const result = held.workloads.find(({ name }) => name === one.name)?.result
    return result ? ({ ...one, result } as Workload) : one
  }),
})
