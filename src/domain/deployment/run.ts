/**
 * A deployment on its way: from the signature to running machines. Pure: `next(run, event)` is the run after the event.
 * Times are unix milliseconds of this computer's clock.
 */
export type Run = {
  name: string
  startedAt: number
  signedAt?: number
  inBlock?: { at: number; number: number; extrinsicHash: string; fee: bigint }
  /** In the order in which they are sent: a network before the machine that needs it. */
  parts: Part[]
  failure?: Failure
  /** Set once everything it made was cancelled again. */
  undoneAt?: number
}

/** One contract and the deployment it is for, on one node. */
export type Part = {
  nodeId: number
  hash: string
  contractId?: number
  sentAt?: number
  acceptedAt?: number
  settledAt?: number
  workloads: Progress[]
}

/** How far a workload is. `message` is the node's own words; `data` is what it made, as zosbase shapes it. */
export type Progress = {
  name: string
  type: string
  state: 'waiting' | 'init' | 'ok' | 'error'
  message: string
  data: unknown
  startedAt?: number
  settledAt?: number
}

/** Why a run stopped, in words for a person, and at which joint: nothing is lost before `send`, contracts exist after. */
export type Failure = {
  at: 'chain' | 'send' | 'workload'
  when: number
  title: string
  what: string
  workload?: string
}

export type RunEvent =
  | { kind: 'signed' }
  | {
      kind: 'included'
      blockNumber: number
      extrinsicHash: string
      fee: bigint
      contracts: { id: number; hash: string }[]
    }
  | { kind: 'sent' | 'accepted'; hash: string }
  | { kind: 'reported'; hash: string; reports: Report[] }
  | { kind: 'failed'; at: 'chain' | 'send'; title: string; what: string }
  | { kind: 'retried' }
  | { kind: 'undone' }

/** One line of what a node tells of a deployment's past, oldest first. */
export type Report = { name: string; result: { state: string; message: string; data: unknown } }

export const begin = (name: string, at: number, parts: Part[]): Run => ({ name, startedAt: at, parts })

export const isRunning = (run: Run): boolean =>
  !run.failure && run.parts.every(({ settledAt }) => settledAt !== undefined)

/** The part that is to be sent or waited for now, or `undefined` when nothing is left to do. */
export const currentPart = (run: Run): Part | undefined =>
  run.failure || run.undoneAt !== undefined ? undefined : run.parts.find(({ settledAt }) => settledAt === undefined)

/** What an undo has to cancel. */
export const contractIds = (run: Run): number[] => run.parts.flatMap(({ contractId }) => contractId ?? [])

export function next(run: Run, event: RunEvent, at: number): Run {
  switch (event.kind) {
    case 'signed':
      return run.signedAt === undefined ? { ...run, signedAt: at } : run
    case 'included': {
      const { blockNumber: number, extrinsicHash, fee, contracts } = event
      const idOf = (hash: string) => contracts.find((contract) => contract.hash === hash)?.id
      const parts = run.parts.map((part) => ({ ...part, contractId: idOf(part.hash) }))
      return { ...run, signedAt: run.signedAt ?? at, inBlock: { at, number, extrinsicHash, fee }, parts }
    }
    case 'sent':
      return changePart(run, event.hash, (part) => ({ ...part, sentAt: at }))
    case 'accepted':
      return changePart(run, event.hash, (part) => ({ ...part, acceptedAt: at }))
    case 'reported':
      return report(run, event.hash, event.reports, at)
    case 'failed':
      return { ...run, failure: { at: event.at, when: at, title: event.title, what: event.what } }
    case 'retried':
      return { ...run, failure: undefined }
    case 'undone':
      return { ...run, undoneAt: at }
  }
}

const changePart = (run: Run, hash: string, change: (part: Part) => Part): Run => ({
  ...run,
  parts: run.parts.map((part) => (part.hash === hash ? change(part) : part)),
})

function report(run: Run, hash: string, reports: Report[], at: number): Run {
  const reported = changePart(run, hash, (part) => {
    const workloads = part.workloads.map((workload) => progress(workload, reports, at))
    const settled = workloads.every(({ state }) => state === 'ok' || state === 'error')
    return { ...part, workloads, settledAt: settled ? (part.settledAt ?? at) : undefined }
  })
  const part = reported.parts.find((one) => one.hash === hash)
  // Those that failed for want of another fail after it: the first in time is the one to name.
  const failed = reports.find(({ result }) => result.state === 'error')
  if (!failed || part?.settledAt === undefined) return reported
  const title = `Node ${part.nodeId} could not start ${failed.name}`
  return {
    ...reported,
    failure: { at: 'workload', when: at, title, what: failed.result.message, workload: failed.name },
  }
}

function progress(workload: Progress, reports: Report[], at: number): Progress {
  const result = reports.findLast(({ name }) => name === workload.name)?.result
  if (!result || workload.state === 'ok' || workload.state === 'error') return workload
  const startedAt = workload.startedAt ?? at
  if (result.state !== 'ok' && result.state !== 'error') return { ...workload, state: 'init', startedAt }
  return { ...workload, state: result.state, message: result.message, data: result.data, startedAt, settledAt: at }
}
