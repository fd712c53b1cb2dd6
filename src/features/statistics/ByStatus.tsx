import { useQueries } from '@tanstack/react-query'
import { statuses } from '#features/nodes/node-filters.ts'
import { NodeState } from '#features/nodes/NodeState.tsx'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { gridStats } from '#queries/stats.ts'
import { Loaded } from '#ui/Loaded.tsx'
import { Bars } from './Bars.tsx'

/** How many nodes there are in each state, of all that ever were. */
export function ByStatus() {
  const network = useNetwork()
  const each = useQueries({
    queries: statuses.map((status) => gridStats(network, [status])),
    combine: (results) => ({
      data: results.every(({ data }) => data) ? results.map(({ data }) => data?.nodes ?? 0) : undefined,
      error: results.find(({ error }) => error)?.error,
      isFetching: results.some(({ isFetching }) => isFetching),
      refetch: () => results.forEach(({ refetch }) => void refetch()),
    }),
  })
  return (
    <section aria-label="By state">
      <div className="flex flex-wrap items-baseline gap-x-3 pb-2">
        <h2 className="text-section">By state</h2>
        <span className="text-ink-3">Of all nodes there ever were</span>
      </div>
      <Loaded from={each} explain={explain}>
        {(counts) => (
          <Bars
            label="Nodes by state"
            total={counts.reduce((sum, n) => sum + n, 0)}
            rows={statuses.map((status, i) => ({
              key: status,
              name: <NodeState status={status} />,
              count: counts[i] ?? 0,
              search: { status: [status] },
            }))}
          />
        )}
      </Loaded>
    </section>
  )
}
