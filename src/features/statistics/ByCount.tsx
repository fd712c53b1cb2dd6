import { useQueries } from '@tanstack/react-query'
import type { NodeStatus } from '#domain/node.ts'
import { toFilter, type NodeSearch } from '#features/nodes/node-search.ts'
import { explain } from '#queries/explain.ts'
import { useNetwork } from '#queries/networks.ts'
import { nodeList } from '#queries/nodes.ts'
import { Loaded } from '#ui/Loaded.tsx'
import { Bars } from './Bars.tsx'

type Props = {
  title: string
  /** What the bars are measured against. */
  note: string
  total: number
  status: NodeStatus[] | undefined
  kinds: readonly { name: string; search: NodeSearch }[]
}

/** How many nodes are of each kind. A node can be of several, and each is counted by asking the list that it leads to. */
export function ByCount({ title, note, total, status, kinds }: Props) {
  const network = useNetwork()
  const searches = kinds.map(({ search }) => ({ ...search, status }))
  const counted = useQueries({
    queries: searches.map((search) => ({
      ...nodeList(network, { ...toFilter(search), size: 1 }),
      staleTime: 300_000,
      refetchInterval: false as const,
    })),
    combine: (results) => ({
      data: results.every(({ data }) => data) ? results.map(({ data }) => data?.count ?? 0) : undefined,
      error: results.find(({ error }) => error)?.error,
      isFetching: results.some(({ isFetching }) => isFetching),
      refetch: () => results.forEach(({ refetch }) => void refetch()),
    }),
  })
  return (
    <section aria-label={title}>
      <div className="flex flex-wrap items-baseline gap-x-3 pb-2">
        <h2 className="text-section">{title}</h2>
        <span className="text-ink-3">{note}</span>
      </div>
      <Loaded from={counted} explain={explain}>
        {(counts) => (
          <Bars
            label={title}
            total={total}
            rows={kinds.map(({ name }, i) => ({ key: name, name, count: counts[i] ?? 0, search: searches[i] ?? {} }))}
          />
        )}
      </Loaded>
    </section>
  )
}
