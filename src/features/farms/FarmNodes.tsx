import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Server } from 'lucide-react'
import type { Farm } from '#domain/farm.ts'
import { Unreadable } from '#features/lists/QuietNotices.tsx'
import { usualColumns } from '#features/nodes/node-column-ids.ts'
import { nodeColumns } from '#features/nodes/node-columns.tsx'
import { toFilter } from '#features/nodes/node-search.ts'
import { NodeRow } from '#features/nodes/NodeRow.tsx'
import { useTerms } from '#features/nodes/terms.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeList } from '#queries/nodes.ts'
import { Empty } from '#ui/Empty.tsx'
import { Loaded } from '#ui/Loaded.tsx'
import { Table } from '#ui/Table.tsx'

const shown = 10

/** The first of a farm's nodes, those that are up before the others, and the way to all of them. */
export function FarmNodes({ farm }: { farm: Farm }) {
  const network = useNetwork()
  const nodes = useQuery(nodeList(network, { ...toFilter({ farm: farm.id }), size: shown }))
  const terms = useTerms()
  const count = nodes.data?.count
  const table = {
    label: 'Nodes',
    // The farm and its addresses are told once, on the page.
    columns: nodeColumns(
      usualColumns.filter((id) => id !== 'farm' && id !== 'ips'),
      terms,
    ),
    rowKey: ({ id }: { id: number }) => id,
    skeletonRows: 3,
  }
  return (
    <section aria-label="Nodes" className="-mx-4 rail:-mx-6">
      <div className="flex flex-wrap items-baseline gap-x-3 px-4 pb-1 rail:px-6">
        <h2 className="text-section">Nodes</h2>
        {count !== undefined && (
          <span className="text-ink-3">
            {count > shown ? `${shown} of ${count.toLocaleString('en')}` : count.toLocaleString('en')}
          </span>
        )}
        <Link to="/nodes" search={{ farm: farm.id }} className="link ml-auto">
          See them in Nodes
        </Link>
      </div>
      <Loaded from={nodes} explain={explain} skeleton={<Table {...table} rows={undefined} narrow={() => null} />}>
        {(page) => (
          <>
            <Unreadable problems={page.problems} />
            {page.nodes.length === 0 && page.problems.length === 0 ? (
              <Empty icon={<Server />} title="No nodes">
                The farmer has registered none on this farm yet.
              </Empty>
            ) : (
              <div className="overflow-x-auto">
                <Table {...table} rows={page.nodes} narrow={(node) => <NodeRow node={node} terms={terms} />} />
              </div>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
