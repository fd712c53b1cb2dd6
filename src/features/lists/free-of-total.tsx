import type { CSSProperties } from 'react'
import type { Column } from '#ui/Table.tsx'

/** As wide as the bar under the figures. */
const barWidth = 84

/** Three digits, so that figures in a column have the same shape: `0.90`, `17.0`, `1,008`. */
function figure(n: number, whole: boolean): string {
  const digits = whole || n >= 100 ? 0 : n >= 10 ? 1 : 2
  return n.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

type Parts<Row> = Pick<Column<Row>, 'align' | 'attributes' | 'cell' | 'className'>

/**
 * What is free of what there is, over a bar of what is used; the header says the unit. Overbooked counts as nothing
 * free. The cell itself draws the bar: a list has hundreds of them. `whole`: of what comes in pieces, like cores.
 */
export const freeOfTotal = <Row,>(of: (row: Row) => [free: number, total: number], whole?: 'whole'): Parts<Row> => ({
  align: 'right',
  className: 'free-cell',
  attributes: (row) => {
    const [free, total] = of(row)
    if (total === 0) return { className: 'no-bar' }
    const used = Math.min(1, Math.max(0, (total - free) / total))
    return { style: { '--used': `${(used * barWidth).toFixed(1)}px` } as CSSProperties }
  },
  cell: (row) => {
    const [free, total] = of(row)
    if (total === 0) return '–'
    const show = (n: number) => figure(n, whole !== undefined)
    return (
      <>
        {show(Math.max(0, free))}
        <i>/ {show(total)}</i>
      </>
    )
  },
})
