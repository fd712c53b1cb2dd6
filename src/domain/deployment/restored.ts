import { operationsOf } from '#domain/plan/update-operations.ts'
import { inOrder, withoutResult } from '#domain/plan/update.ts'
import type { Deployment, Workload } from './deployment.ts'

/**
 * The next version of `taken` that is as `previous` was: what it changed or removed carries the new version, what it left
 * alone keeps its own. What its node has `done` and does not change back, such as a disk that grew, stays as it is.
 */
export function restored(previous: Deployment, taken: Deployment, done: (name: string) => boolean): Deployment {
  const stays = keptByUndo(previous, taken).filter(done)
  return asBefore(previous, taken, (name) => stays.includes(name))
}

/** What its node does not change back when all else of an update is undone. Names. */
export const keptByUndo = (previous: Deployment, taken: Deployment): string[] =>
  operationsOf(
    taken,
    asBefore(previous, taken, () => false),
  ).flatMap(({ kind, problem, workload }) => (kind === 'change' && problem ? workload.name : []))

function asBefore(previous: Deployment, taken: Deployment, stays: (name: string) => boolean): Deployment {
  const version = taken.version + 1
  const workloads = previous.workloads.map((before): Workload => {
    const now = taken.workloads.find(({ name }) => name === before.name)
    if (now && (stays(before.name) || now.version === before.version)) return withoutResult(now)
    return { ...withoutResult(before), version }
  })
  return { ...previous, version, signature_requirement: taken.signature_requirement, workloads: inOrder(workloads) }
}
