import type { HeldDeployment } from '#queries/deployments.ts'
import type { StateKind } from '#ui/State.tsx'

export type PartState = 'failed' | 'empty' | 'silent' | 'installing' | 'paused' | 'asking' | 'unasked' | 'running'

export const stateLooks: Record<PartState, { kind: StateKind; words: string }> = {
  failed: { kind: 'failed', words: 'Failed' },
  empty: { kind: 'warn', words: 'Nothing on the node' },
  silent: { kind: 'warn', words: 'No answer' },
  installing: { kind: 'spin', words: 'Installing' },
  paused: { kind: 'paused', words: 'Paused' },
  asking: { kind: 'spin', words: 'Asking' },
  unasked: { kind: 'waiting', words: 'Not asked' },
  running: { kind: 'up', words: 'Running' },
}

type Asked = { held: HeldDeployment | null | undefined; error: unknown; canAsk: boolean }

/** From the one to look at first to the one to look at last. */
export const partStates = Object.keys(stateLooks) as PartState[]

/** The state of one contract, from what its node answered. `null`: it holds nothing. */
export function stateOf({ held, error, canAsk }: Asked): PartState {
  if (held === null) return 'empty'
  if (error !== null && error !== undefined) return 'silent'
  if (held === undefined) return canAsk ? 'asking' : 'unasked'
  const states = held.workloads.map(({ result }) => result.state)
  if (states.some((state) => state === 'error' || state === 'deleted')) return 'failed'
  if (states.includes('paused')) return 'paused'
  return states.every((state) => state === 'ok') ? 'running' : 'installing'
}

/** The state of several as one: that which most needs a look. */
export const worst = (states: readonly PartState[]): PartState =>
  partStates.find((state) => states.includes(state)) ?? 'asking'
