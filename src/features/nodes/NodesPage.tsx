import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Server } from 'lucide-react'
import type { ReactNode } from 'react'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeList, nodeStats, type NodeFilter } from '#queries/nodes.ts'
import { tariff } from '#queries/price.ts'
import { buttonClass } from '#ui/Button.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Notice } from '#ui/Notice.tsx'
import { Page } from '#ui/Page.tsx'
import { Table, type Sort } from '#ui/Table.tsx'
import { nodeColumns } from './node-columns.tsx'
import { conditionsOf, readNodeSearch, toFilter, type Condition, type NodeSearch } from './node-search.ts'
import { NodeFilters } from './NodeFilters.tsx'
import { NodeRow } from './NodeRow.tsx'
import { NodesFoot } from './NodesFoot.tsx'

export function NodesPage() {
  const { search, ignored } = readNodeSearch(useSearch({ from: '/nodes' }))
  const filter = toFilter(search)
  const network = useNetwork()
  const nodes = useQuery(nodeList(network, filter))
  const stats = useQuery(nodeStats(network))
  const milliUsdPerTft = useQuery(tariff(network)).data?.milliUsdPerTft
  const navigate = useNavigate({ from: '/nodes' })
  // Fetched ahead, so that turning the page is instant.
  useQuery({
    ...nodeList(network, { ...filter, page: filter.page + 1 }),
    enabled: nodes.data !== undefined && filter.page * filter.size < nodes.data.count,
    refetchInterval: false,
  })

  const columns = nodeColumns(milliUsdPerTft)
  const conditions = conditionsOf(search)
  const table = {
    label: 'Nodes',
    columns,
    rowKey: (node: { id: number }) => node.id,
    skeletonRows: 16,
    sort: { by: filter.sort, order: filter.order },
    onSort: ({ by, order }: Sort) =>
      void navigate({ search: { ...search, sort: by as NodeFilter['sort'], order, page: undefined } }),
  }
  return (
    <Page
      title="Nodes"
      layout="table"
      aside={nodes.data && <Matches count={nodes.data.count} of={stats.data?.nodes} />}
      foot={
        nodes.data && nodes.data.count > 0 ? <NodesFoot search={search} filter={filter} nodes={nodes} /> : undefined
      }
    >
      <NodeFilters search={search} conditions={conditions} countries={stats.data?.nodesByCountry} />
      {ignored.length > 0 && <Quiet>The address says {ignored.join(', ')}, which means nothing here.</Quiet>}
      <div className="min-h-0 flex-1 overflow-auto border-t border-line">
        <Loaded from={nodes} explain={explain} skeleton={<Table {...table} rows={undefined} narrow={() => null} />}>
          {(page) => (
            <>
              {page.problems.length > 0 && (
                <Quiet>
                  {page.problems.length} of these rows could not be read and are left out: {page.problems[0]}
                </Quiet>
              )}
              {page.nodes.length === 0 && page.problems.length === 0 ? (
                <NoNodes search={search} conditions={conditions} />
              ) : (
                <Table
                  {...table}
                  rows={page.nodes}
                  narrow={(node) => <NodeRow node={node} milliUsdPerTft={milliUsdPerTft} />}
                />
              )}
            </>
          )}
        </Loaded>
      </div>
    </Page>
  )
}

const Matches = ({ count, of }: { count: number; of: number | undefined }) => (
  <output>
    <span className="text-ink-2">{count.toLocaleString('en')}</span>
    {of === undefined || of === count ? (count === 1 ? ' node' : ' nodes') : ` of ${of.toLocaleString('en')} match`}
  </output>
)

const Quiet = ({ children }: { children: ReactNode }) => (
  <div className="px-4 pb-3 rail:px-6">
    <Notice>{children}</Notice>
  </div>
)

/** Says what no node has, and offers to do without each condition. */
function NoNodes({ search, conditions }: { search: NodeSearch; conditions: Condition[] }) {
  if (search.page !== undefined && search.page > 1)
    return (
      <Empty
        icon={<Server />}
        title={`There is no page ${search.page}`}
        actions={
          <Link to="/nodes" search={{ ...search, page: undefined }} className={buttonClass()}>
            To the first page
          </Link>
        }
      />
    )
  if (conditions.length === 0)
    return (
      <Empty icon={<Server />} title="This network has no nodes yet">
        Nodes come here when farmers register them.
      </Empty>
    )
  return (
    <Empty
      icon={<Server />}
      title="No node has all of this"
      actions={conditions.map(({ name, value, without }) => (
        <Link key={name} to="/nodes" search={without} className={buttonClass({ size: 'small' })}>
          Without {name.toLowerCase()} {value}
        </Link>
      ))}
    >
      Loosen one of these.
    </Empty>
  )
}
