import type { Entry } from '#queries/journal.ts'
import { useFollowed } from '#queries/note.ts'
import { Ago } from '#ui/Ago.tsx'
import { State } from '#ui/State.tsx'
import type { Column } from '#ui/Table.tsx'
import { EntryStory } from './EntryStory.tsx'
import { amountOf, outcomeOf, titleOfEntry, whoOf } from './entry-words.ts'

/** What a list of transactions tells of each. */
export const entryColumns: Column<Entry>[] = [
  { header: 'What', className: 'w-[420px] max-w-[420px]', cell: (entry) => <What of={entry} /> },
  { header: 'Outcome', cell: (entry) => <Outcome of={entry} /> },
  { header: 'Block', align: 'right', cell: ({ block }) => block ?? '' },
  { header: 'Fee', unit: ' TFT', align: 'right', cell: (entry) => amountOf(entry) },
  { header: 'When', align: 'right', cell: ({ atMs }) => <Ago atMs={atMs} /> },
]

/** The same in two lines, where there is no room for columns. */
export const EntryRow = ({ entry }: { entry: Entry }) => (
  <div className="flex min-h-17 items-center gap-3 py-2">
    <div className="min-w-0 flex-1">
      <What of={entry} />
    </div>
    <span className="flex shrink-0 flex-col items-end gap-1 self-start text-small text-ink-3">
      <Outcome of={entry} />
      <Ago atMs={entry.atMs} />
    </span>
  </div>
)

function What({ of }: { of: Entry }) {
  const lines = (
    <span className="block min-w-0 flex-1">
      <span className="block truncate" title={titleOfEntry(of)}>
        {titleOfEntry(of)}
      </span>
      <span className="block truncate text-small text-ink-3" title={whoOf(of)}>
        {whoOf(of)}
      </span>
    </span>
  )
  return of.kind === 'sent' ? <EntryStory of={of}>{lines}</EntryStory> : <span className="block pl-6">{lines}</span>
}

function Outcome({ of }: { of: Entry }) {
  const { kind, words, why } = outcomeOf(of, useFollowed().has(of.id))
  return (
    <span title={why}>
      <State kind={kind}>{words}</State>
    </span>
  )
}
