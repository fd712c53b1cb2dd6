import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { History } from 'lucide-react'
import { Ignored } from '#features/lists/QuietNotices.tsx'
import { EntryRow } from '#features/money/entry-columns.tsx'
import { explain } from '#queries/explain.ts'
import { wholeJournal } from '#queries/journal.ts'
import { useNetwork } from '#queries/networks.ts'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { Table } from '#ui/Table.tsx'
import { filtered, readActivitySearch, unfinishedFirst, type EntryState, type Kind } from './activity-search.ts'
import { columns } from './entry-columns.tsx'
import { Runs } from './Runs.tsx'

const kinds: { value: Kind | 'all'; name: string }[] = [
  { value: 'all', name: 'All' },
  { value: 'deploy', name: 'Contracts' },
  { value: 'money', name: 'Money' },
  { value: 'account', name: 'Twin' },
  { value: 'farming', name: 'Farming' },
]
const states: { value: EntryState | 'all'; name: string }[] = [
  { value: 'all', name: 'Any outcome' },
  { value: 'going', name: 'Not over' },
  { value: 'done', name: 'Done' },
  { value: 'failed', name: 'Failed' },
]

/** What was done in this browser: deployments on their way first, then every transaction. */
export function ActivityPage() {
  const network = useNetwork()
  const entries = useQuery(wholeJournal(network.id))
  const { search, ignored } = readActivitySearch(useSearch({ from: '/activity' }))
  const navigate = useNavigate({ from: '/activity' })
  return (
    <Page title="Activity" aside={`in this browser, on ${network.name}`}>
      <Ignored parts={ignored} />
      <Runs network={network.id} />
      <section aria-labelledby="transactions">
        <h2 id="transactions" className="text-section">
          Transactions
        </h2>
        <p className="pt-1 pb-3 text-ink-3">
          What was signed here, and TFT that came while a page was open. The chain keeps no list of an account’s
          transactions, so what happened elsewhere is missing.
        </p>
        <div className="flex flex-wrap gap-x-4 gap-y-2 pb-3">
          <Segmented
            label="Kind"
            value={search.kind ?? 'all'}
            options={kinds}
            onChange={(kind) => void navigate({ search: { ...search, kind: kind === 'all' ? undefined : kind } })}
          />
          <Segmented
            label="Outcome"
            value={search.state ?? 'all'}
            options={states}
            onChange={(state) => void navigate({ search: { ...search, state: state === 'all' ? undefined : state } })}
          />
        </div>
        <Loaded from={entries} explain={explain}>
          {(all) => {
            const shown = filtered(all, search)
            return shown.length === 0 ? (
              <Empty icon={<History />} title={all.length === 0 ? 'No transactions yet' : 'None of this kind'}>
                {all.length === 0
                  ? 'Each transaction that you sign in this browser stays here, with its block, its fee and what became of it.'
                  : 'Choose another kind or outcome above.'}
              </Empty>
            ) : (
              <div className="overflow-x-auto">
                <Table
                  label="Transactions"
                  plain
                  rows={unfinishedFirst(shown)}
                  columns={columns}
                  rowKey={({ id }) => id}
                  narrow={(entry) => <EntryRow entry={entry} />}
                />
              </div>
            )
          }}
        </Loaded>
      </section>
    </Page>
  )
}
