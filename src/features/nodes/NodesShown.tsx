import { lazy, Suspense, type ReactNode } from 'react'
import type { Terms } from '#domain/node-price.ts'
import type { Node } from '#domain/node.ts'
import type { NodeFilter } from '#queries/nodes.ts'
import type { NodeSearch } from './node-search.ts'
import type { Picks } from './PickNode.tsx'

// Most people stay with the table: what draws the others comes when it is wanted.
const NodeCards = lazy(async () => ({ default: (await import('./NodeCards.tsx')).NodeCards }))
const NodesMap = lazy(async () => ({ default: (await import('./NodesMap.tsx')).NodesMap }))

type Props = {
  nodes: readonly Node[]
  search: NodeSearch
  filter: NodeFilter
  picks: Picks
  terms: Terms | undefined
  table: ReactNode
}

/** The nodes in the view that the address names. */
export function NodesShown({ nodes, search, filter, picks, terms, table }: Props) {
  if (search.view === 'cards')
    return (
      <Suspense>
        <NodeCards nodes={nodes} picks={picks} terms={terms} />
      </Suspense>
    )
  if (search.view === 'map')
    return (
      <Suspense>
        <NodesMap search={search} filter={filter} />
      </Suspense>
    )
  return table
}
