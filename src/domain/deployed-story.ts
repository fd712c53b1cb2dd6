import type { Workload } from '#domain/deployment/deployment.ts'
import { namesIn } from '#domain/plan/references.ts'
import { publicIps } from '#domain/workloads/workload.ts'

/** One thing that a node did to a workload. `at` is in unix seconds. */
export type Happened = {
  at: number
  contractId: number
  name: string
  type: Workload['type']
  version: number
  what: 'began' | 'ok' | 'failed' | 'unchanged' | 'paused' | 'removed'
  /** The node's own words, of what failed, ended or stayed as it was. */
  message: string
  /** How long it took since the node began with it; `undefined` where that is not known. */
  tookS: number | undefined
  /** Of what failed: the one that failed before it and that it needs. */
  because: string | undefined
  /** What an address is now; "" of what has none. */
  got: string
}

type Report = Workload & { result: NonNullable<Workload['result']> }

const whats: Record<string, Happened['what']> = {
  '': 'began',
  init: 'began',
  ok: 'ok',
  error: 'failed',
  unchanged: 'unchanged',
  paused: 'paused',
  deleted: 'removed',
}

/** What became of a contract's workloads, oldest first, from what its node tells of the past. */
export function storyOf(contractId: number, changes: readonly Report[]): Happened[] {
  const began = new Map<string, number>()
  const failed: string[] = []
  return changes.map((report): Happened => {
    const { name, type, version, result } = report
    const what = whats[result.state] ?? 'began'
    const since = began.get(name)
    if (what === 'began') began.set(name, result.created)
    else began.delete(name)
    const because = what === 'failed' ? namesIn(report).find((one) => failed.includes(one.name))?.name : undefined
    if (what === 'failed') failed.push(name)
    return {
      at: result.created,
      contractId,
      name,
      type,
      version,
      what,
      message: result.message,
      tookS: what !== 'began' && since !== undefined ? result.created - since : undefined,
      because,
      got: what === 'ok' && publicIps([report]) > 0 ? ((result.data as { ip?: string } | null)?.ip ?? '') : '',
    }
  })
}

/** What failed first and by itself: that is what to look at. */
export const rootOf = (story: readonly Happened[]): Happened | undefined =>
  story.find(({ what, because }) => what === 'failed' && because === undefined)
