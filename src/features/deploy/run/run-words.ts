import {
  contractIds,
  failuresOf,
  isRunning,
  latest,
  partsInPlay,
  undoing,
  updatedParts,
  type Failure,
  type Part,
  type Run,
} from '#domain/deployment/run.ts'
import { causes } from '#domain/deployment/run-reports.ts'
import { remedies } from '#domain/deployment/run-retry.ts'

/** A run in one line. */
export function headline(run: Run): string {
  const { name, undoneAt } = run
  const failure = failuresOf(run)[0]
  if (undoneAt !== undefined) return `${name} was undone`
  if (undoing(run)) return failure ? `${name} could not be undone yet` : `${name} is being undone`
  if (failure) return `${name} stopped ${stoppedAt(run, failure)}`
  return isRunning(run) ? `${name} is running` : `${name} is coming up`
}

function stoppedAt(run: Run, failure: Failure): string {
  const part = run.parts.find((one) => one.failure === failure)
  if (!part) return 'before it was paid for'
  const cause = failure.at === 'workload' ? causes(part.workloads)[0] : undefined
  // A machine often has the name of its deployment.
  return cause && cause.name !== run.name ? `at ${cause.name}` : `at node ${part.nodeId}`
}

/** How many steps of how many are done: signatures, blocks, acceptances and workloads. */
export function stepsDone(run: Run): { done: number; of: number } {
  const steps = [
    ...run.payments.flatMap(({ signed, inBlock }) => [signed !== undefined, inBlock !== undefined]),
    ...run.parts.flatMap(({ acceptedAt, workloads }, i) => [
      acceptedAt !== undefined,
      ...(latest(run, i) === i ? workloads.map(({ state }) => state === 'ok') : []),
    ]),
  ]
  return { done: steps.filter(Boolean).length, of: steps.length }
}

/** Those of a part that did not come up for want of what failed: `vm1 and shop`. "" when there are none. */
export function heldUp({ workloads }: Part): { names: string; cause: string } | undefined {
  const failed = causes(workloads)
  const others = workloads.filter((one) => one.state === 'error' && !failed.includes(one))
  return others.length === 0 ? undefined : { names: listed(others.map(({ name }) => name)), cause: failed[0]!.name }
}

/** `1`, `1 and 2`, `1, 2 and 3`. */
export const listed = (all: readonly (string | number)[]): string =>
  all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`

/** What stands of it and costs something. */
export function standing(run: Run): string {
  const made = contractIds(run)
  const changed = updatedParts(run).flatMap(({ contractId }) => contractId ?? [])
  if (made.length === 0 && changed.length > 0)
    return `${changed.length === 1 ? 'Contract' : 'Contracts'} ${listed(changed)} had been there before and ${changed.length === 1 ? 'goes' : 'go'} on.`
  if (made.length === 0) return 'No contract was made and nothing is billed.'
  return made.length === 1
    ? `Contract ${made[0]} exists and is billed until it is cancelled.`
    : `Contracts ${listed(made)} exist and are billed until they are cancelled.`
}

/** What trying again does; `undefined` when there is nothing to try. */
export function retryWords(run: Run): string | undefined {
  const failures = failuresOf(run)
  const inPlay = undoing(run) ? [] : partsInPlay(run).map(([part]) => part)
  const anew = inPlay.filter(({ update, failure }) => !update && (failure?.at === 'workload' || failure?.at === 'gone'))
  const updates = updatesOf(run)
  if (stuck(run).length > 0) return undefined
  if (anew.length + updates.length > 0) {
    const ids = anew.flatMap(({ contractId, failure }) => (failure?.at === 'workload' ? (contractId ?? []) : []))
    const cancels = `Cancel ${contracts(ids.length)} ${listed(ids)} and make ${ids.length === 1 ? 'it' : 'them'} anew.`
    const changed = updates.flatMap(({ change }) => change.map(({ name }) => name))
    const away = updates.flatMap((one) => one.anew.map(({ name }) => name))
    return [
      anew.length > 0 && (ids.length > 0 ? cancels : 'Make it anew.'),
      changed.length > 0 && `Ask for ${listed(changed)} again, by one more update.`,
      away.length > 0 && `Take ${listed(away)} away and then add ${away.length === 1 ? 'it' : 'them'} anew.`,
      away.length > 0 ? 'Two signatures.' : 'One signature.',
    ]
      .filter(Boolean)
      .join(' ')
  }
  if (failures.some(({ at }) => at === 'unclear')) return 'Look for the transaction again. It is not signed twice.'
  if (failures.some(({ at }) => at === 'chain')) return 'Ask for the signature again.'
  const silent = run.parts.filter(({ failure }) => failure?.at === 'send')
  const nodes = listed([...new Set(silent.map(({ nodeId }) => nodeId))])
  if (silent.some(({ lacks }) => lacks)) return `Ask node ${nodes} again, and go on. One signature.`
  return silent.length > 0 ? `Send it to node ${nodes} again. Nothing new is paid for.` : undefined
}

/** What failed of updates, by what its nodes would do about it. */
const updatesOf = (run: Run) =>
  undoing(run)
    ? []
    : partsInPlay(run).flatMap(([part]) =>
        part.update && part.failure?.at === 'workload' ? { nodeId: part.nodeId, ...remedies(part) } : [],
      )

/** What no further update brings up: "Node 7 leaves disk1 as it failed, …". */
export const stuck = (run: Run): string[] =>
  updatesOf(run).flatMap(({ nodeId, none }) =>
    none.length > 0
      ? `Node ${nodeId} leaves ${listed(none.map(({ name }) => name))} as it failed, whatever it is sent: only another one, which is empty at first, comes up.`
      : [],
  )

/** What an undo brings back, and what it cannot. */
export function undoWords(run: Run): string {
  const stay = updatedParts(run).flatMap(({ workloads }) =>
    workloads.filter(({ stays, state }) => stays && state === 'ok'),
  )
  if (stay.length === 0) return 'As if it had never been, but for the fees. One signature.'
  const names = listed(stay.map(({ name }) => name))
  return `As before, but for the fees and ${names}, which no node changes back. One signature.`
}

/** On the button that takes a run back; `undefined` when there is nothing to take back. */
export function undoVerb(run: Run): string | undefined {
  const made = contractIds(run).length
  const changed = updatedParts(run).length
  if (made + changed === 0) return undefined
  const verbs = [
    made > 0 && `cancel ${made === 1 ? 'the contract' : `${made} contracts`}`,
    changed > 0 && `change ${changed === 1 ? 'one deployment' : `${changed} deployments`} back`,
  ]
  return `Undo: ${verbs.filter(Boolean).join(', ')}`
}

const contracts = (n: number) => (n === 1 ? 'contract' : 'contracts')
