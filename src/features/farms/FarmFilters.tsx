import { useNavigate } from '@tanstack/react-router'
import { AppliedFilters } from '#features/lists/AppliedFilters.tsx'
import { NumbersFilter } from '#features/lists/NumbersFilter.tsx'
import type { Condition } from '#features/lists/search.ts'
import { TextFilter } from '#features/lists/TextFilter.tsx'
import { regions } from '#features/nodes/node-filters.ts'
import { Select } from '#ui/Select.tsx'
import type { FarmSearch } from './farm-search.ts'
import { KindFilter } from './KindFilter.tsx'

const addresses = [
  { name: 'freeIps', label: 'Free public IPs', whole: true, help: 'At least this many' },
  { name: 'totalIps', label: 'Public IPs in all', whole: true },
] as const

const capacities = [
  { name: 'cores', label: 'vCPU in all', unit: 'cores', help: 'One and the same node has all of this', whole: true },
  { name: 'freeMemoryGiB', label: 'Free memory', unit: 'GiB' },
  { name: 'freeSsdGiB', label: 'Free SSD', unit: 'GiB' },
  { name: 'freeHddGiB', label: 'Free HDD', unit: 'GiB' },
] as const

const numbers = [
  { name: 'twin', label: 'Farmer’s twin', whole: true, help: 'Whose farms' },
  { name: 'policy', label: 'Pricing policy', whole: true },
] as const

type Props = {
  search: FarmSearch
  conditions: Condition<FarmSearch>[]
  /** Where there are nodes, once known. */
  countries: string[] | undefined
}

/** What to look for, and below it what is asked for now, each with its way out. All of it is in the address. */
export function FarmFilters({ search, conditions, countries = [] }: Props) {
  const navigate = useNavigate({ from: '/farms' })
  const narrowTo = (change: FarmSearch, replace = false) =>
    void navigate({ search: { ...search, ...change, page: undefined }, replace })
  const { country, region } = search
  const countryNames = country === undefined || countries.includes(country) ? countries : [...countries, country]
  const place = 'select-filter max-sm:min-w-24 max-sm:flex-1 max-sm:basis-24'
  return (
    <search className="block">
      <div className="flex flex-wrap items-center gap-1.5 px-4 pb-2.5 rail:px-6">
        <TextFilter label="Farm id or name" text={search.text} onChange={(text) => narrowTo({ text }, true)} />
        <Select
          aria-label="Country"
          boxClass={place}
          value={country ?? ''}
          options={[{ value: '', name: 'Any country' }, ...countryNames.map((name) => ({ value: name, name }))]}
          onChange={(event) => narrowTo({ country: event.target.value === '' ? undefined : event.target.value })}
        />
        <Select
          aria-label="Region"
          boxClass={place}
          value={region ?? ''}
          options={[{ value: '', name: 'Any region' }, ...regions.map((name) => ({ value: name, name }))]}
          onChange={(event) => narrowTo({ region: regions.find((name) => name === event.target.value) })}
        />
        <KindFilter search={search} onChange={narrowTo} />
        <NumbersFilter label="Public IPs" asked={addresses} search={search} action="Show farms" onChange={narrowTo} />
        <NumbersFilter label="Farmer" asked={numbers} search={search} action="Show farms" onChange={narrowTo} />
        <NumbersFilter label="Capacity" asked={capacities} search={search} action="Show farms" onChange={narrowTo} />
      </div>
      <AppliedFilters conditions={conditions} cleared={{ sort: search.sort, order: search.order, size: search.size }} />
    </search>
  )
}
