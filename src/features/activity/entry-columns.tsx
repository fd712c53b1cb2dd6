import { entryColumns } from '#features/money/entry-columns.tsx'
import type { Entry } from '#queries/journal.ts'
import { CopyButton } from '#ui/CopyButton.tsx'
import type { Column } from '#ui/Table.tsx'

const [what, outcome, ...rest] = entryColumns

/** With whose they are, and how the chain calls them: these are of every account. */
export const columns: Column<Entry>[] = [
  what!,
  outcome!,
  { header: 'Account', cell: ({ address }) => <Short text={address} /> },
  { header: 'Transaction', cell: (entry) => entry.kind === 'sent' && <Hash of={entry.hash} /> },
  ...rest,
]

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
