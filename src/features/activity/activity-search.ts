import { z } from 'zod'
import { readSearch, type SearchOf } from '#features/lists/search.ts'
import type { Entry } from '#queries/journal.ts'

const kinds = ['deploy', 'money', 'account', 'farming'] as const
const states = ['going', 'done', 'failed'] as const
const shape = { kind: z.enum(kinds), state: z.enum(states) }

/** What the address of the activity page can say. */
export type ActivitySearch = SearchOf<typeof shape>
export type Kind = (typeof kinds)[number]
export type EntryState = (typeof states)[number]

export const readActivitySearch = (raw: Record<string, unknown>) => readSearch(shape, raw)

/** What a transaction was for, by the first thing that it asked for. */
export function kindOf(entry: Entry): Kind {
  if (entry.kind !== 'sent') return 'money'
  switch (entry.calls[0]?.call) {
    case 'accept-terms':
    case 'create-twin':
    case 'update-twin':
      return 'account'
    case 'transfer':
    case 'transfer-all':
    case 'swap-to-stellar':
      return 'money'
    case 'create-farm':
    case 'rename-farm':
    case 'add-farm-ip':
    case 'remove-farm-ip':
    case 'set-farm-payout':
    case 'set-node-public-config':
    case 'set-node-extra-fee':
    case 'set-node-power':
    case 'vote':
      return 'farming'
    default:
      return 'deploy'
  }
}

/** What became of it. One whose end was not seen may go on. */
export function stateOf(entry: Entry): EntryState {
  if (entry.kind !== 'sent') return 'done'
  if (entry.refusal !== undefined || entry.state === 'lost') return 'failed'
  return entry.state === 'in-block' || entry.state === 'final' ? 'done' : 'going'
}

export const filtered = (entries: readonly Entry[], { kind, state }: ActivitySearch): Entry[] =>
  entries.filter(
    (entry) => (kind === undefined || kindOf(entry) === kind) && (state === undefined || stateOf(entry) === state),
  )

/** Those that can be gone on with on top. */
export const unfinishedFirst = (entries: readonly Entry[]): Entry[] => [
  ...entries.filter((entry) => stateOf(entry) === 'going'),
  ...entries.filter((entry) => stateOf(entry) !== 'going'),
]
