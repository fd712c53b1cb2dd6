import { useQueries, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Columns3 } from 'lucide-react'
import { Ignored } from '#features/lists/QuietNotices.tsx'
import { account } from '#queries/account.ts'
import { useNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'
import { Breadcrumbs } from '#ui/Breadcrumbs.tsx'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { AddNode } from './AddNode.tsx'
import { compareFacts } from './compare-facts.tsx'
import { readCompareSearch } from './compare-search.ts'
import { CompareTable } from './CompareTable.tsx'
import { mostCompared } from './node-search.ts'
import { useTerms } from './terms.ts'

/** Up to four nodes side by side. Which ones is in the address. */
export function ComparePage() {
  const { ids, tooMany, onlyDifferences, ignored } = readCompareSearch(useSearch({ from: '/nodes/compare' }))
  const network = useNetwork()
  const found = useQueries({ queries: ids.map((id) => oneNode(network, id)) })
  const terms = useTerms()
  const twinId = useQuery(account(network)).data?.twinId
  const navigate = useNavigate({ from: '/nodes/compare' })
  const show = (next: number[], differences = onlyDifferences) =>
    void navigate({ search: { ids: next.length === 0 ? undefined : next, differences: differences || undefined } })

  return (
    <Page
      title="Compare nodes"
      layout="table"
      breadcrumbs={
        <Breadcrumbs>
          <Link to="/nodes">Nodes</Link>
          <span>Compare</span>
        </Breadcrumbs>
      }
      actions={
        <>
          {ids.length > 0 && (
            <Link to="/nodes" search={{ compare: ids }} className={buttonClass()}>
              {ids.length < mostCompared ? 'Pick in the list' : 'Back to the list'}
            </Link>
          )}
          {ids.length > 1 && (
            <Segmented
              label="Shown"
              value={onlyDifferences ? 'differences' : 'all'}
              options={[
                { value: 'all', name: 'Everything' },
                { value: 'differences', name: 'Differences' },
              ]}
              onChange={(chosen) => show(ids, chosen === 'differences')}
            />
          )}
        </>
      }
    >
      <Ignored parts={ignored} />
      {tooMany.length > 0 && (
        <div className="px-4 pb-3 rail:px-6">
          <Notice>
            {mostCompared} nodes fit side by side; {tooMany.join(', ')} {tooMany.length === 1 ? 'is' : 'are'} left out.
          </Notice>
        </div>
      )}
      {ids.length < mostCompared && (
        <div className="px-4 pb-1 rail:px-6">
          <AddNode taken={ids} onAdd={(id) => show([...ids, id])} />
        </div>
      )}
      {ids.length === 0 ? (
        <Empty
          icon={<Columns3 />}
          title="No nodes to compare yet"
          actions={
            <Link to="/nodes" className={buttonClass({ variant: 'primary' })}>
              See all nodes
            </Link>
          }
        >
          Tick up to {mostCompared} of them in the list, or add them here by number.
        </Empty>
      ) : (
        <CompareTable
          columns={ids.map((id, i) => ({ id, found: found[i]! }))}
          facts={compareFacts(terms, twinId)}
          onlyDifferences={onlyDifferences}
          onRemove={(id) => show(ids.filter((one) => one !== id))}
        />
      )}
    </Page>
  )
}
