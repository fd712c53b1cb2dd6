import type { Entry } from '#queries/journal.ts'
import { Ago } from '#ui/Ago.tsx'
import { State } from '#ui/State.tsx'
import type { Column } from '#ui/Table.tsx'
import { amountOf, outcomeOf, titleOfEntry, whoOf } from './entry-words.ts'

/** What a list of transactions tells of each. */
export const entryColumns: Column<Entry>[] = [
  {
    header: 'What',
    className: 'max-w-[320px]',
    cell: (entry) => (
      <span className="block min-w-0">
        <span className="block truncate" title={titleOfEntry(entry)}>
          {titleOfEntry(entry)}
        </span>
        <span className="block truncate text-small text-ink-3" title={whoOf(entry)}>
          {whoOf(entry)}
        </span>
      </span>
    ),
  },
  { header: 'Outcome', cell: (entry) => <Outcome of={entry} /> },
  { header: 'Block', align: 'right', cell: ({ block }) => block ?? '' },
  { header: 'Fee', unit: ' TFT', align: 'right', cell: (entry) => amountOf(entry) },
  { header: 'When', align: 'right', cell: ({ atMs }) => <Ago atMs={atMs} /> },
]

/** The same in two lines, where there is no room for columns. */
export const EntryRow = ({ entry }: { entry: Entry }) => (
  <div className="flex min-h-17 flex-col justify-center gap-1 py-2">
    <span className="flex gap-3">
      <span className="min-w-0 truncate font-medium">{titleOfEntry(entry)}</span>
      <span className="ml-auto shrink-0">
        <Outcome of={entry} />
      </span>
    </span>
    <span className="flex gap-3 text-small text-ink-3">
      <span className="min-w-0 truncate">{whoOf(entry)}</span>
      <span className="ml-auto shrink-0">
        <Ago atMs={entry.atMs} />
      </span>
    </span>
  </div>
)

function Outcome({ of }: { of: Entry }) {
  const { kind, words, why } = outcomeOf(of)
  return (
    <span title={why}>
      <State kind={kind}>{words}</State>
    </span>
  )
}
