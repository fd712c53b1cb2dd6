import { troublesOf } from '#domain/private-network-repair.ts'
import type { Member, PrivateNetwork } from '#domain/private-network.ts'
import type { StateKind } from '#ui/State.tsx'

export type Look = { kind: StateKind; words: string }

/** How a network is, in a shape and few words. */
export function networkLook(network: PrivateNetwork): Look {
  const { members } = network
  const count = (state: Member['state']) => members.filter((one) => one.state === state).length
  if (count('silent') === members.length) return { kind: 'down', words: 'No answer' }
  if (count('silent') > 0) return { kind: 'warn', words: `${count('silent')} of ${members.length} silent` }
  if (count('asked') > 0) return { kind: 'waiting', words: 'Asking' }
  return troublesOf(network).length > 0 ? { kind: 'warn', words: 'Needs repair' } : { kind: 'up', words: 'Connected' }
}

/** How one node's part is. */
export const memberLooks: Record<Member['state'], Look> = {
  planned: { kind: 'waiting', words: 'Planned' },
  asked: { kind: 'waiting', words: 'Asking' },
  held: { kind: 'up', words: 'Answers' },
  failed: { kind: 'failed', words: 'Not set up' },
  silent: { kind: 'down', words: 'No answer' },
  empty: { kind: 'warn', words: 'Holds nothing' },
}

/** Whether a node told what is in it. Of silence nothing follows. */
export const isTold = ({ members }: PrivateNetwork): boolean =>
  members.some(({ state }) => state !== 'silent' && state !== 'asked')

/** The nodes that may know more than is shown. */
export const untold = ({ members }: PrivateNetwork): number[] =>
  members.filter(({ state }) => state === 'silent' || state === 'asked').map(({ nodeId }) => nodeId)
