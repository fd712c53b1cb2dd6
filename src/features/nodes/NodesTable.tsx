import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useRef, useState } from 'react'
import type { Terms } from '#domain/node-price.ts'
import type { Node } from '#domain/node.ts'
import { useDensity } from '#features/lists/density.ts'
import { useRowKeys } from '#features/lists/useRowKeys.ts'
import type { NodeFilter } from '#queries/nodes.ts'
import { Table, type Sort } from '#ui/Table.tsx'
import { usualColumns } from './node-column-ids.ts'
import { nodeColumns } from './node-columns.tsx'
import type { NodeSearch } from './node-search.ts'
import { NodeRow } from './NodeRow.tsx'
import { PickNode, withPick, type Picks } from './PickNode.tsx'

const PriceAnswer = lazy(async () => ({ default: (await import('./PriceAnswer.tsx')).PriceAnswer }))

type Props = {
  /** `undefined` while they are on their way. */
  nodes: readonly Node[] | undefined
  search: NodeSearch
  filter: NodeFilter
  picks: Picks
  terms: Terms | undefined
}

/** The nodes as rows, in the columns and the order that the address names. */
export function NodesTable({ nodes, search, filter, picks, terms }: Props) {
  const navigate = useNavigate({ from: '/nodes' })
  const box = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<{ node: Node; pressed: HTMLElement }>()
  useRowKeys(box)
  const columns = nodeColumns(search.cols ?? usualColumns, terms, (node, pressed) => setAsked({ node, pressed }))
  return (
    <div ref={box}>
      <Table
        label="Nodes"
        rows={nodes}
        // What was asked for is not taken away again on a small window.
        columns={columns.map((column, i) => ({
          ...(i === 0 ? withPick(column, picks) : column),
          ...(search.cols && { later: false }),
        }))}
        rowKey={({ id }) => id}
        skeletonRows={16}
        compact={useDensity() === 'compact'}
        sort={{ by: filter.sort, order: filter.order }}
        onSort={({ by, order }: Sort) =>
          void navigate({ search: { ...search, sort: by as NodeFilter['sort'], order, page: undefined } })
        }
        narrow={(node) => (
          <div className="flex items-center has-[.check:checked]:bg-accent-soft">
            <PickNode id={node.id} picks={picks} className="check ml-4" />
            <div className="min-w-0 flex-1">
              <NodeRow node={node} terms={terms} />
            </div>
          </div>
        )}
      />
      {asked && terms && (
        <Suspense>
          <PriceAnswer key={asked.node.id} {...asked} terms={terms} onClose={() => setAsked(undefined)} />
        </Suspense>
      )}
    </div>
  )
}
