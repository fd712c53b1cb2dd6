import { amountOf, outcomeOf, titleOfEntry, whoOf } from '#features/money/entry-words.ts'
import type { Entry } from '#queries/journal.ts'
import { Ago } from '#ui/Ago.tsx'
import { CopyButton } from '#ui/CopyButton.tsx'
import { State } from '#ui/State.tsx'
import type { Column } from '#ui/Table.tsx'

export const columns: Column<Entry>[] = [
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
  { header: 'Account', cell: ({ address }) => <Short text={address} /> },
  { header: 'Transaction', cell: (entry) => entry.kind === 'sent' && <Hash of={entry.hash} /> },
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

const Hash = ({ of: hash }: { of: string }) => (
  <span className="flex items-center gap-1">
    <Short text={hash} />
    <CopyButton value={hash} what="transaction hash" />
  </span>
)

const Short = ({ text }: { text: string }) => (
  <span className="mono whitespace-nowrap" title={text}>
    {text.slice(0, 6)}…{text.slice(-4)}
  </span>
)
