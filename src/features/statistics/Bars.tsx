import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { NodeSearch } from '#features/nodes/node-search.ts'
import { Bar } from '#ui/Bar.tsx'

/** `search`: the nodes that `count` counts. */
export type Counted = { key: string; name: ReactNode; count: number; search: NodeSearch }

/** How something is distributed, as bars against `total`. Each row leads to the nodes that it counts. */
export const Bars = ({ label, rows, total }: { label: string; rows: readonly Counted[]; total: number }) => (
  <ol aria-label={label}>
    {rows.map(({ key, name, count, search }) => (
      <li key={key}>
        <Link
          to="/nodes"
          search={search}
          className="grid min-h-8 grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_56px_44px] items-center gap-3 rounded-sm hover:bg-hover"
        >
          <span className="min-w-0 truncate">{name}</span>
          <Bar large total={total} used={count} />
          <span className="text-right">{count.toLocaleString('en')}</span>
          <span className="text-right text-small text-ink-3">{share(count, total)}</span>
        </Link>
      </li>
    ))}
  </ol>
)

/** `"17 %"`; what is there but rounds to nothing is `"<1 %"`. */
function share(count: number, total: number): string {
  if (total === 0) return '0 %'
  const percent = Math.round((count / total) * 100)
  return percent === 0 && count > 0 ? '<1 %' : `${percent} %`
}
