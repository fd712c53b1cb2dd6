import { bytes, showBytes } from '#domain/units.ts'
import type { Pool } from '#queries/node-live.ts'
import { Bar } from '#ui/Bar.tsx'
import { Table, type Column } from '#ui/Table.tsx'
import { LiveCard } from './LiveCard.tsx'

const columns: Column<Pool>[] = [
  {
    header: 'Pool',
    className: 'max-w-[240px]',
    cell: ({ name }) => (
      <span className="mono block truncate" title={name}>
        {name}
      </span>
    ),
  },
  { header: 'Kind', cell: ({ kind }) => kind.toUpperCase() },
  { header: 'Taken', className: 'w-[30%]', cell: ({ size, used }) => <Bar large total={size} used={used} /> },
  { header: 'Free', align: 'right', cell: (pool) => showBytes(freeOf(pool)) },
  { header: 'Size', align: 'right', cell: ({ size }) => showBytes(size) },
]

const freeOf = ({ size, used }: Pool) => bytes(Math.max(0, size - used))

/** Its disks one by one: a disk of a machine has to fit into one of them. */
export const PoolsCard = () => (
  <LiveCard title="Storage pools" question="pools">
    {(pools) =>
      pools.length === 0 ? (
        <p className="py-1.5 text-ink-2">It tells of no disk.</p>
      ) : (
        <Table
          plain
          label="Storage pools"
          rows={pools}
          columns={columns}
          rowKey={({ name }) => name}
          narrow={(pool) => (
            <span className="flex flex-col gap-1.5 py-2.5">
              <span className="flex justify-between gap-3">
                <span className="mono min-w-0 truncate">{pool.name}</span>
                <span className="text-ink-3">{pool.kind.toUpperCase()}</span>
              </span>
              <Bar large total={pool.size} used={pool.used} />
              <span className="text-small text-ink-2">
                {showBytes(freeOf(pool))} free of {showBytes(pool.size)}
              </span>
            </span>
          )}
        />
      )
    }
  </LiveCard>
)
