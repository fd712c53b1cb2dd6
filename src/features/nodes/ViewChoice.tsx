import { useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import { LayoutGrid, Map as MapIcon, Rows3 } from 'lucide-react'
import { Segmented } from '#ui/Segmented.tsx'
import { Select } from '#ui/Select.tsx'
import type { NodeSearch } from './node-search.ts'

const views = [
  { value: 'table', name: 'Table', icon: <Rows3 className="i-sm" /> },
  { value: 'cards', name: 'Cards', icon: <LayoutGrid className="i-sm" /> },
  { value: 'map', name: 'Map', icon: <MapIcon className="i-sm" /> },
] as const

/** The orders that people want most; a table has the others in its header. */
const orders = [
  { sort: 'status', order: 'asc', name: 'Up first' },
  { sort: 'price_usd', order: 'asc', name: 'Cheapest first' },
  { sort: 'free_cru', order: 'desc', name: 'Most free vCPU' },
  { sort: 'total_mru', order: 'desc', name: 'Most memory' },
  { sort: 'total_sru', order: 'desc', name: 'Most SSD' },
  { sort: 'total_hru', order: 'desc', name: 'Most HDD' },
  { sort: 'num_gpu', order: 'desc', name: 'Most GPUs' },
  { sort: 'uptime', order: 'desc', name: 'Longest up' },
  { sort: 'country', order: 'asc', name: 'By country' },
  { sort: 'node_id', order: 'asc', name: 'By number' },
] as const

/** How the result is shown; and in which order, where no header says it. */
export function ViewChoice({ search }: { search: NodeSearch }) {
  const navigate = useNavigate({ from: '/nodes' })
  const { view = 'table', sort = 'status', order = 'asc' } = search
  const now = orders.findIndex((one) => one.sort === sort && one.order === order)
  return (
    <>
      <Select
        aria-label="Order"
        boxClass={clsx('select-filter', view === 'table' && 'rail:hidden!')}
        value={String(now)}
        options={[
          ...orders.map(({ name }, i) => ({ value: String(i), name })),
          ...(now === -1 ? [{ value: '-1', name: 'Another order' }] : []),
        ]}
        onChange={(event) => {
          const chosen = orders[Number(event.target.value)]
          if (chosen) void navigate({ search: { ...search, sort: chosen.sort, order: chosen.order, page: undefined } })
        }}
      />
      <Segmented
        label="View"
        value={view}
        options={views}
        onChange={(chosen) => void navigate({ search: { ...search, view: chosen === 'table' ? undefined : chosen } })}
      />
    </>
  )
}
