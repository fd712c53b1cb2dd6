import { useId } from 'react'
import type { NodeFilter } from '#queries/nodes.ts'
import { Segmented } from '#ui/Segmented.tsx'
import { Select } from '#ui/Select.tsx'

/** Every order that GridProxy knows, and what its two directions are called. */
const orders: Record<NodeFilter['sort'], [name: string, ascending: string, descending: string]> = {
  status: ['Status', 'Up first', 'Down first'],
  price_usd: ['Price, without discount and rent', 'Cheapest first', 'Dearest first'],
  free_cru: ['Free vCPU', 'Least first', 'Most first'],
  total_cru: ['vCPU in all', 'Least first', 'Most first'],
  used_cru: ['vCPU in use', 'Least first', 'Most first'],
  total_mru: ['Memory in all', 'Least first', 'Most first'],
  used_mru: ['Memory in use', 'Least first', 'Most first'],
  total_sru: ['SSD in all', 'Least first', 'Most first'],
  used_sru: ['SSD in use', 'Least first', 'Most first'],
  total_hru: ['HDD in all', 'Least first', 'Most first'],
  used_hru: ['HDD in use', 'Least first', 'Most first'],
  num_gpu: ['Number of GPUs', 'Least first', 'Most first'],
  extra_fee: ['Extra fee', 'Lowest first', 'Highest first'],
  country: ['Country', 'A to Z', 'Z to A'],
  city: ['City', 'A to Z', 'Z to A'],
  uptime: ['Uptime', 'Shortest first', 'Longest first'],
  updated_at: ['Last report', 'Oldest first', 'Newest first'],
  created: ['Registered', 'Oldest first', 'Newest first'],
  node_id: ['Node', 'Lowest first', 'Highest first'],
  farm_id: ['Farm', 'Lowest number first', 'Highest number first'],
  twin_id: ['Twin', 'Lowest first', 'Highest first'],
  dedicated_farm: ['Dedicated farm', 'Shared first', 'Dedicated first'],
  rentable: ['Can be rented', 'Others first', 'Rentable first'],
  rented: ['Rented', 'Others first', 'Rented first'],
  rent_contract_id: ['Rent contract', 'Oldest first', 'Newest first'],
}

type Order = Pick<NodeFilter, 'sort' | 'order'>
type Props = Order & { onChange: (order: Order) => void }

/** Which nodes come first. */
export function OrderPanel({ sort, order, onChange }: Props) {
  const id = useId()
  const [, ascending, descending] = orders[sort]
  return (
    <div className="flex flex-col gap-3">
      <div>
        <label className="label" htmlFor={id}>
          Order by
        </label>
        <Select
          id={id}
          value={sort}
          options={Object.entries(orders).map(([value, [name]]) => ({ value, name }))}
          onChange={(event) => onChange({ sort: event.target.value as NodeFilter['sort'], order })}
        />
      </div>
      <Segmented
        label="Direction"
        value={order}
        options={[
          { value: 'asc', name: ascending },
          { value: 'desc', name: descending },
        ]}
        onChange={(direction) => onChange({ sort, order: direction })}
      />
    </div>
  )
}
