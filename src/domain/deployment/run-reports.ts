import type { Part, Progress } from './run.ts'

/** One line of what a node tells of a deployment's past, oldest first. `created` is unix seconds of the node's clock. */
export type Report = {
  name: string
  version: number
  result: { created: number; state: string; message: string; data: unknown }
}

/** A part after what its node told. */
export function reported(part: Part, reports: Report[], at: number): Part {
  const workloads = part.workloads.map((workload) => progress(workload, reports, at))
  const { unheardSince: _, ...heard } = part
  return settled({ ...heard, workloads }, at)
}

const isSettled = ({ state }: Progress) => state === 'ok' || state === 'error'

/** A part of which nothing is awaited any more is settled, and has failed when one of its workloads has. */
export function settled(part: Part, at: number): Part {
  if (part.settledAt !== undefined || !part.workloads.every(isSettled)) return part
  const cause = causes(part.workloads)[0]
  if (!cause) return { ...part, settledAt: at }
  const verb = cause.wanted === 'remove' ? 'remove' : part.update ? 'change' : 'start'
  const title = `Node ${part.nodeId} could not ${verb} ${cause.name}`
  return { ...part, settledAt: at, failure: { at: 'workload', when: at, title, what: cause.message } }
}

/** Those that failed by themselves: what needs a failed one fails for want of it. */
export const causes = (workloads: readonly Progress[]): Progress[] => {
  const failed = workloads.filter(({ state }) => state === 'error')
  const byThemselves = failed.filter(({ needs }) => !failed.some(({ name }) => needs.includes(name)))
  return byThemselves.length > 0 ? byThemselves : failed
}

/** How old a report may be for this computer's clock to time it: nodes count whole seconds. */
const freshMs = 3_000

function progress(workload: Progress, reports: Report[], now: number): Progress {
  if (isSettled(workload)) return workload
  const own = reports.filter(({ name, version }) => name === workload.name && version === workload.version)
  const last = own.at(-1)?.result
  if (!last) return workload
  const timeOf = (created: number) => (Math.abs(now - created * 1000) < freshMs ? now : created * 1000)
  const end = endState(workload, last.state)
  if (workload.wanted === 'remove' && !end) return workload
  const startedAt = workload.startedAt ?? timeOf(workload.wanted === 'remove' ? last.created : own[0]!.result.created)
  if (!end) return { ...workload, state: 'init', startedAt }
  const settledAt = Math.max(startedAt, timeOf(last.created))
  const unchanged = last.state === 'unchanged' && { unchanged: true as const }
  return { ...workload, state: end, ...unchanged, message: last.message, data: last.data, startedAt, settledAt }
}

/** A change that was refused leaves its workload as it was, and is a failure all the same. */
function endState({ wanted }: Progress, state: string): 'ok' | 'error' | undefined {
  if (wanted === 'remove') return state === 'deleted' ? 'ok' : undefined
  if (state === 'ok' || state === 'paused') return 'ok'
  return state === 'error' || state === 'unchanged' || state === 'deleted' ? 'error' : undefined
}
