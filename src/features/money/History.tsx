import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { explain } from '#queries/explain.ts'
import { journal } from '#queries/journal.ts'
import { useNetwork } from '#queries/networks.ts'
import { Loaded } from '#ui/Loaded.tsx'
import { Table } from '#ui/Table.tsx'
import { entryColumns, EntryRow } from './entry-columns.tsx'

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
              columns={entryColumns}
              rowKey={({ id }) => id}
              narrow={(entry) => <EntryRow entry={entry} />}
            />
          )
        }
      </Loaded>
    </section>
  )
}
