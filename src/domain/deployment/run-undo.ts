import type { Planned } from '#domain/plan/planned.ts'
import { hash } from './challenge.ts'
import type { Deployment, Workload } from './deployment.ts'
import { contractIds, updatedParts, type Part, type Payment, type Run } from './run.ts'
import { progressOf } from './run-begin.ts'

/** What takes a run back, for one signature: its contracts end, and its updates are undone by another. */
export type Undo = { payment: Payment; parts: Part[]; planned: Planned[] }

/**
 * Cancels exactly what a run made, names too. An update that its node took is followed by one that brings back what was
 * there; of one that it never took only the contract changes back. Contracts that the run ended stay ended.
 *
 * @param planned of the run's parts, by their places
 */
export function undoOf(run: Run, planned: readonly Planned[]): Undo {
  const payment = run.payments.length
  const updated = updatedParts(run).map((part) => ({
    part,
    i: run.parts.indexOf(part),
    of: planned[run.parts.indexOf(part)]!,
  }))
  const taken = updated.filter(({ part, of }) => part.acceptedAt !== undefined && of.previous)
  const back = taken.map(({ part, i, of }) => {
    const deployment = restored(of.previous!, of.deployment)
    const again: Part = {
      nodeId: part.nodeId,
      payment,
      hash: hash(deployment),
      version: deployment.version,
      update: { before: part.hash },
      restores: i,
      contractId: part.contractId!,
      after: [],
      waits: [],
      workloads: progressOf(deployment, of.deployment),
    }
    return { part: again, planned: { ...of, deployment, previous: of.deployment } }
  })
  return {
    payment: {
      purpose: 'undo',
      cancels: contractIds(run),
      rehashes: updated.flatMap(({ part, i }) =>
        part.acceptedAt === undefined && part.update?.before
          ? [{ contractId: part.contractId!, hash: part.update.before, part: i }]
          : [],
      ),
    },
    parts: back.map(({ part }) => part),
    planned: back.map((one) => one.planned),
  }
}

/**
 * The next version of `taken` that is as `previous` was: what it changed or removed carries the new version, what it left
 * alone keeps its own.
 */
export function restored(previous: Deployment, taken: Deployment): Deployment {
  const version = taken.version + 1
  const untouched = ({ name, version: of }: Workload) =>
    taken.workloads.some((one) => one.name === name && one.version === of)
  return {
    ...previous,
    version,
    signature_requirement: taken.signature_requirement,
    workloads: previous.workloads.map((one) => ({
      ...withoutResult(one),
      ...(!untouched(one) && { version }),
    })) as Workload[],
  }
}

function withoutResult(workload: Workload): Workload {
  const bare = { ...workload }
  delete bare.result
  return bare
}
