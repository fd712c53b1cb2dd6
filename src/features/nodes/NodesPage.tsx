import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { ListFoot } from '#features/lists/ListFoot.tsx'
import { Matches } from '#features/lists/Matches.tsx'
import { Ignored, Unreadable } from '#features/lists/QuietNotices.tsx'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeList } from '#queries/nodes.ts'
import { gridStats } from '#queries/stats.ts'
import { Loaded } from '#ui/Loaded.tsx'
import { Page } from '#ui/Page.tsx'
import { conditionsOf } from './node-conditions.ts'
import { readNodeSearch, toFilter } from './node-search.ts'
import { NodeFilters } from './NodeFilters.tsx'
import { NodeTools } from './NodeTools.tsx'
import { NodesShown } from './NodesShown.tsx'
import { NodesTable } from './NodesTable.tsx'
import { NoNodes } from './NoNodes.tsx'
import { PickedNodes } from './PickedNodes.tsx'
import type { Picks } from './PickNode.tsx'
import { useTerms } from './terms.ts'
import { ViewChoice } from './ViewChoice.tsx'

export function NodesPage() {
  const { search, ignored } = readNodeSearch(useSearch({ from: '/nodes' }))
  const filter = toFilter(search)
  const network = useNetwork()
  const nodes = useQuery(nodeList(network, filter))
  const stats = useQuery(gridStats(network))
  const terms = useTerms(nodes.data !== undefined)
  const navigate = useNavigate({ from: '/nodes' })
  // Fetched ahead, so that turning the page is instant.
  useQuery({
    ...nodeList(network, { ...filter, page: filter.page + 1 }),
    enabled: nodes.data !== undefined && filter.page * filter.size < nodes.data.count,
    refetchInterval: false,
  })

  const picks: Picks = {
    ids: search.compare ?? [],
    onChange: (ids) =>
      void navigate({
        search: { ...search, compare: ids.length === 0 ? undefined : ids },
        replace: true,
        resetScroll: false,
      }),
  }
  const conditions = conditionsOf(search)
  const table = { search, filter, picks, terms }
  return (
    <Page
      title="Nodes"
      layout="table"
      aside={nodes.data && <Matches count={nodes.data.count} of={stats.data?.nodes} noun="node" />}
      actions={
        <>
          <ViewChoice search={search} />
          <NodeTools search={search} filter={filter} nodes={nodes.data?.nodes} terms={terms} />
        </>
      }
      foot={
        nodes.data && nodes.data.count > 0 && (search.view !== 'map' || picks.ids.length > 0) ? (
          <>
            <PickedNodes picks={picks} />
            {search.view !== 'map' && <ListFoot search={search} page={filter.page} size={filter.size} list={nodes} />}
          </>
        ) : undefined
      }
    >
      <NodeFilters search={search} conditions={conditions} count={nodes.data?.count} />
      <Ignored parts={ignored} />
      <div className="min-h-0 flex-1 overflow-auto border-t border-line">
        <Loaded from={nodes} explain={explain} skeleton={<NodesTable nodes={undefined} {...table} />}>
          {(page) => (
            <>
              <Unreadable problems={page.problems} />
              {page.nodes.length === 0 && page.problems.length === 0 ? (
                <NoNodes search={search} conditions={conditions} />
              ) : (
                <NodesShown
                  nodes={page.nodes}
                  search={search}
                  filter={filter}
                  picks={picks}
                  terms={terms}
                  table={<NodesTable nodes={page.nodes} {...table} />}
                />
              )}
            </>
          )}
        </Loaded>
      </div>
    </Page>
  )
}
