import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { explain } from '#queries/explain.ts'
import { journal, type Entry } from '#queries/journal.ts'
import { useNetwork } from '#queries/networks.ts'
import { Ago } from '#ui/Ago.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { State } from '#ui/State.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { amountOf, outcomeOf, titleOfEntry, whoOf } from './entry-words.ts'

const columns: Column<Entry>[] = [
  {
    header: 'What',
    className: 'max-w-[320px]',
    cell: (entry) => (
      <span className="block min-w-0">
        <span className="block truncate" title={titleOfEntry(entry)}>
          {titleOfEntry(entry)}
        </span>
        <span className="mono block truncate text-small text-ink-3" title={whoOf(entry)}>
          {whoOf(entry)}
        </span>
      </span>
    ),
  },
  { header: 'Outcome', cell: (entry) => <Outcome of={entry} /> },
  { header: 'Fee', unit: ' TFT', align: 'right', cell: (entry) => amountOf(entry) },
  { header: 'Block', align: 'right', cell: ({ block }) => block ?? '' },
  { header: 'When', align: 'right', cell: ({ atMs }) => <Ago atMs={atMs} /> },
]

/** What this browser saw of the account's transactions. */
export function History({ address }: { address: string }) {
  const entries = useQuery(journal(useNetwork().id, address))
  return (
    <section aria-labelledby="history" className="border-t border-line pt-5">
      <h2 id="history" className="text-section">
        History
      </h2>
      <p className="pt-1 pb-3 text-ink-3">
        What was signed in this browser, and what came while a page of it was open. The chain keeps no list of an
        account’s transactions, so what happened elsewhere is missing here.{' '}
        <Link to="/activity" className="link">
          Activity
        </Link>{' '}
        has those of every account, and deployments on their way.
      </p>
      <Loaded from={entries} explain={explain}>
        {(found) =>
          found.length === 0 ? (
            <p className="text-ink-2">Nothing yet.</p>
          ) : (
            <Table
              label="History"
              plain
              rows={found}
              columns={columns}
              rowKey={({ id }) => id}
              narrow={(entry) => <NarrowRow entry={entry} />}
            />
          )
        }
      </Loaded>
    </section>
  )
}

function Outcome({ of }: { of: Entry }) {
  const { kind, words, why } = outcomeOf(of)
  return (
    <span title={why}>
      <State kind={kind}>{words}</State>
    </span>
  )
}

const NarrowRow = ({ entry }: { entry: Entry }) => (
  <div className="flex min-h-17 flex-col justify-center gap-1 py-2">
    <span className="flex gap-3">
      <span className="min-w-0 truncate font-medium">{titleOfEntry(entry)}</span>
      <span className="ml-auto shrink-0">
        <Outcome of={entry} />
      </span>
    </span>
    <span className="flex gap-3 text-small text-ink-3">
      <span className="mono min-w-0 truncate">{whoOf(entry)}</span>
      <span className="ml-auto shrink-0">
        <Ago atMs={entry.atMs} />
      </span>
    </span>
  </div>
)
