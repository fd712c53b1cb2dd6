import { useNavigate } from '@tanstack/react-router'
import { AppliedFilters } from '#features/lists/AppliedFilters.tsx'
import { TextFilter } from '#features/lists/TextFilter.tsx'
import { Select } from '#ui/Select.tsx'
import { conditionsOf, type DeploymentsSearch } from './deployments-search.ts'
import { partStates, stateLooks } from './part-state.ts'
import type { Row } from './rows.ts'

/** What to look for among the rows that there are, and below it what is asked for now. All of it is in the address. */
export function DeploymentFilters({ search, rows }: { search: DeploymentsSearch; rows: readonly Row[] }) {
  const navigate = useNavigate({ from: '/deployments' })
  const narrowTo = (change: DeploymentsSearch, replace = false) =>
    void navigate({ search: { ...search, ...change }, replace })
  const { state, kind, node } = search
  const box = 'select-filter max-sm:min-w-24 max-sm:flex-1 max-sm:basis-24'
  const kinds = including(kind, [...new Set(rows.map((row) => row.kind))].filter(Boolean).sort())
  const nodes = including(
    node,
    [...new Set(rows.flatMap((row) => row.nodes))].sort((a, b) => a - b),
  )
  return (
    <search className="block">
      <div className="flex flex-wrap items-center gap-1.5 px-4 pb-2.5 rail:px-6">
        <TextFilter label="Name or contract" text={search.text} onChange={(text) => narrowTo({ text }, true)} />
        <Select
          aria-label="State"
          boxClass={box}
          value={state ?? ''}
          options={[
            { value: '', name: 'Any state' },
            ...partStates.map((value) => ({ value, name: stateLooks[value].words })),
          ]}
          onChange={({ target }) => narrowTo({ state: partStates.find((one) => one === target.value) })}
        />
        <Select
          aria-label="Kind"
          boxClass={box}
          value={kind ?? ''}
          options={[{ value: '', name: 'Any kind' }, ...kinds.map((name) => ({ value: name, name }))]}
          onChange={({ target }) => narrowTo({ kind: target.value || undefined })}
        />
        <Select
          aria-label="Node"
          boxClass={box}
          value={node ?? ''}
          options={[{ value: '', name: 'Any node' }, ...nodes.map((id) => ({ value: String(id), name: `Node ${id}` }))]}
          onChange={({ target }) => narrowTo({ node: target.value === '' ? undefined : Number(target.value) })}
        />
      </div>
      <AppliedFilters conditions={conditionsOf(search)} cleared={{ sort: search.sort, order: search.order }} />
    </search>
  )
}

/** What is chosen is among the choices, even while no row has it. */
const including = <T,>(chosen: T | undefined, all: T[]): T[] =>
  chosen === undefined || all.includes(chosen) ? all : [...all, chosen]
