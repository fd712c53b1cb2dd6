import { Server } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { NoRows } from '#features/lists/NoRows.tsx'
import type { Condition } from '#features/lists/search.ts'
import type { NodeSearch } from './node-search.ts'

const NearAnswers = lazy(async () => ({ default: (await import('./NearAnswers.tsx')).NearAnswers }))

type Props = { search: NodeSearch; conditions: readonly Condition<NodeSearch>[] }

/** In place of the nodes that are not there. */
export function NoNodes({ search, conditions }: Props) {
  if (conditions.length > 0 && (search.page ?? 1) === 1)
    return (
      <Suspense>
        <NearAnswers search={search} conditions={conditions} />
      </Suspense>
    )
  return (
    <NoRows icon={<Server />} noun="node" search={search} conditions={conditions}>
      Nodes come here when farmers register them.
    </NoRows>
  )
}
