import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { TextFilter } from '#features/lists/TextFilter.tsx'
import { isId } from '#features/lists/search.ts'
import { Segmented } from '#ui/Segmented.tsx'
import type { ContractSearch } from './contract-search.ts'

const kinds = [
  { value: 'any', name: 'All kinds' },
  { value: 'node', name: 'Deployments' },
  { value: 'name', name: 'Names' },
  { value: 'rent', name: 'Rents' },
] as const

const which = [
  { value: 'now', name: 'Now' },
  { value: 'grace', name: 'Out of funds' },
  { value: 'past', name: 'Past' },
  { value: 'all', name: 'All' },
] as const

type Props = { search: ContractSearch; children: ReactNode }

/** Which contracts, and what is picked of them. */
export function ContractFilters({ search, children }: Props) {
  const navigate = useNavigate({ from: '/contracts' })
  const change = (asked: ContractSearch) => void navigate({ search: { ...search, ...asked, page: undefined } })
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 pb-3 rail:px-6">
      <Segmented
        label="Kind"
        value={search.kind ?? 'any'}
        options={kinds}
        onChange={(kind) => change({ kind: kind === 'any' ? undefined : kind })}
      />
      <Segmented
        label="Which contracts"
        value={search.show ?? 'now'}
        options={which}
        onChange={(show) => change({ show: show === 'now' ? undefined : show })}
      />
      <TextFilter
        label="Contract id"
        text={search.id === undefined ? undefined : String(search.id)}
        onChange={(typed) => change({ id: typed !== undefined && isId(typed) ? Number(typed) : undefined })}
      />
      {children}
    </div>
  )
}
