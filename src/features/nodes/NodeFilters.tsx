import { useNavigate, useRouter } from '@tanstack/react-router'
import { SlidersHorizontal } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { AppliedFilters } from '#features/lists/AppliedFilters.tsx'
import { FilterButton } from '#features/lists/FilterButton.tsx'
import type { Condition } from '#features/lists/search.ts'
import { TextFilter } from '#features/lists/TextFilter.tsx'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { Popover } from '#ui/Popover.tsx'
import { SkeletonLines } from '#ui/Skeleton.tsx'
import { useNarrow } from '#ui/useNarrow.ts'
import { appliedOf, filterGroups } from './filter-groups.ts'
import { clearedOf } from './node-conditions.ts'
import type { NodeFilters as Filters } from './node-filters.ts'
import { readNodeSearch, type NodeSearch } from './node-search.ts'

const FilterPanel = lazy(async () => ({ default: (await import('./FilterPanel.tsx')).FilterPanel }))
const AllFilters = lazy(async () => ({ default: (await import('./AllFilters.tsx')).AllFilters }))

type Props = { search: NodeSearch; conditions: Condition[]; count: number | undefined }

/** What to look for, and below it what is asked for now, each with its way out. All of it is in the address. */
export function NodeFilters({ search, conditions, count }: Props) {
  const narrowTo = useNarrowTo()
  const isNarrow = useNarrow()
  const [open, setOpen] = useState(false)
  return (
    <search className="block">
      <div className="flex flex-wrap items-center gap-1.5 px-4 pb-2.5 rail:px-6">
        <TextFilter
          label="Node ids or farm name"
          text={search.text}
          onChange={(text) => narrowTo({ text }, { replace: true })}
        />
        {isNarrow ? (
          <>
            <Button onClick={() => setOpen(true)}>
              <SlidersHorizontal />
              Filters
              {conditions.length > 0 && <Badge tone="accent">{conditions.length}</Badge>}
            </Button>
            {open && (
              <Suspense>
                <AllFilters search={search} count={count} onChange={narrowTo} onClose={() => setOpen(false)} />
              </Suspense>
            )}
          </>
        ) : (
          filterGroups.map((group) => (
            <Popover
              key={group.id}
              label={group.name}
              wide={group.filters.length > 3}
              trigger={<FilterButton applied={appliedOf(search, group.filters)}>{group.name}</FilterButton>}
            >
              <Suspense fallback={<SkeletonLines lines={group.filters.length} />}>
                <FilterPanel group={group} search={search} onChange={narrowTo} />
              </Suspense>
              {count !== undefined && (
                <output className="block pt-3 text-small text-ink-3">
                  {count === 1 ? '1 node matches' : `${count.toLocaleString('en')} nodes match`}
                </output>
              )}
            </Popover>
          ))
        )}
      </div>
      <AppliedFilters conditions={conditions} cleared={clearedOf(search)} />
    </search>
  )
}

/** Narrows what the address asks for at the moment, which may be more than was drawn. */
function useNarrowTo() {
  const navigate = useNavigate({ from: '/nodes' })
  const router = useRouter()
  return (change: Filters, { replace = false } = {}) => {
    // A field that goes away applies what was typed in it, also when the whole page does.
    if (!router.state.location.pathname.endsWith('/nodes')) return
    void navigate({ search: (now) => ({ ...readNodeSearch(now).search, ...change, page: undefined }), replace })
  }
}
