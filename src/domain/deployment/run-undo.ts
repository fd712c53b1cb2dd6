import type { Planned } from '#domain/plan/planned.ts'
import { hash } from './challenge.ts'
import { contractIds, updatedParts, type Part, type Payment, type Run } from './run.ts'
import { restored } from './restored.ts'
import { progressOf } from './run-begin.ts'

/** What takes a run back, for one signature: its contracts end, and its updates are undone by another. */
export type Undo = { payment: Payment; parts: Part[]; planned: Planned[] }

/**
 * Cancels exactly what a run made, names too. An update that its node took is followed by one that brings back what was
 * there, as far as nodes do; of one that it never took only the contract changes back. Contracts that the run ended
 * stay ended.
 *
 * @param planned of the run's parts, by their places
 */
export function undoOf(run: Run, planned: readonly Planned[]): Undo {
  const payment = run.payments.length
  const updated = updatedParts(run).map((part) => {
    const i = run.parts.indexOf(part)
    const last = lastTaken(run, i)
    const taken = last === undefined ? undefined : planned[last]!.deployment
    const done = (name: string) => run.parts[last!]!.workloads.some((one) => one.name === name && one.state === 'ok')
    return { part, i, taken, done, of: planned[i]! }
  })
  const back = updated.flatMap(({ part, i, taken, done, of }) => {
    if (!taken || !of.previous) return []
    const deployment = restored(of.previous, taken, done)
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
      workloads: progressOf(deployment, taken),
    }
    return { part: again, planned: { ...of, deployment, previous: taken } }
  })
  return {
    payment: {
      purpose: 'undo',
      cancels: contractIds(run),
      rehashes: updated.flatMap(({ part, i, taken }) =>
        taken === undefined && part.update?.before
          ? [{ contractId: part.contractId!, hash: part.update.before, part: i }]
          : [],
      ),
    },
    parts: back.map(({ part }) => part),
    planned: back.map((one) => one.planned),
  }
}

/** The last of an update and its further versions that its node took. */
function lastTaken(run: Run, i: number): number | undefined {
  const again = run.parts.findIndex(({ retries }) => retries === i)
  const later = again < 0 ? undefined : lastTaken(run, again)
  return later ?? (run.parts[i]!.acceptedAt === undefined ? undefined : i)
}
