import { useNavigate } from '@tanstack/react-router'
import { AppliedFilters } from '#features/lists/AppliedFilters.tsx'
import { FilterButton } from '#features/lists/FilterButton.tsx'
import { NumbersFilter } from '#features/lists/NumbersFilter.tsx'
import type { Condition } from '#features/lists/search.ts'
import { TextFilter } from '#features/lists/TextFilter.tsx'
import { Popover } from '#ui/Popover.tsx'
import { Select } from '#ui/Select.tsx'
import { clearedOf } from './node-conditions.ts'
import { statuses } from './node-filters.ts'
import type { NodeSearch } from './node-search.ts'
import { NodeState } from './NodeState.tsx'

const capacities = [
  { name: 'cores', label: 'vCPU in all', unit: 'cores', help: 'Cores are shared, so all of them count', whole: true },
  { name: 'freeMemoryGiB', label: 'Free memory', unit: 'GiB' },
  { name: 'freeSsdGiB', label: 'Free SSD', unit: 'GiB' },
  { name: 'freeHddGiB', label: 'Free HDD', unit: 'GiB' },
] as const

type Props = {
  search: NodeSearch
  conditions: Condition[]
  /** How many nodes each country has, once known. */
  countries: Record<string, number> | undefined
}

/** What to look for, and below it what is asked for now, each with its way out. All of it is in the address. */
export function NodeFilters({ search, conditions, countries = {} }: Props) {
  const navigate = useNavigate({ from: '/nodes' })
  const narrowTo = (change: NodeSearch, replace = false) =>
    void navigate({ search: { ...search, ...change, page: undefined }, replace })

  const chosen = search.status ?? []
  const countryNames = Object.keys(countries).sort()
  if (search.country !== undefined && !countryNames.includes(search.country)) countryNames.push(search.country)
  return (
    <search className="block">
      <div className="flex flex-wrap items-center gap-1.5 px-4 pb-2.5 rail:px-6">
        <TextFilter label="Node id or farm name" text={search.text} onChange={(text) => narrowTo({ text }, true)} />
        <Popover label="Status" trigger={<FilterButton applied={chosen.length}>Status</FilterButton>}>
          <fieldset className="flex flex-col gap-1">
            <legend className="sr-only">Status</legend>
            {statuses.map((status) => (
              <label key={status} className="flex min-h-8 cursor-pointer items-center gap-2.5">
                <input
                  type="checkbox"
                  className="check"
                  checked={chosen.includes(status)}
                  onChange={(event) => {
                    const next = statuses.filter((one) =>
                      one === status ? event.target.checked : chosen.includes(one),
                    )
                    narrowTo({ status: next.length === 0 ? undefined : next })
                  }}
                />
                <NodeState status={status} />
              </label>
            ))}
          </fieldset>
        </Popover>
        <Select
          aria-label="Country"
          boxClass="select-filter max-sm:min-w-24 max-sm:flex-1 max-sm:basis-24"
          value={search.country ?? ''}
          options={[
            { value: '', name: 'Any country' },
            ...countryNames.map((country) => ({ value: country, name: country })),
          ]}
          onChange={(event) => narrowTo({ country: event.target.value === '' ? undefined : event.target.value })}
        />
        <NumbersFilter label="Capacity" asked={capacities} search={search} action="Show nodes" onChange={narrowTo} />
      </div>
      <AppliedFilters conditions={conditions} cleared={clearedOf(search)} />
    </search>
  )
}
