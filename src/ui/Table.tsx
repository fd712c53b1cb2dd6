import clsx from 'clsx'
import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Skeleton } from './Skeleton.tsx'
import { useNarrow } from './useNarrow.ts'

export type Column<Row> = {
  header: string
  /** Said once in the header, lighter: the figures below carry none. */
  unit?: ReactNode
  cell: (row: Row) => ReactNode
  align?: 'right'
  /** What the server sorts by; a header without it is no button. */
  sort?: string
  /** Leaves when the window is under 1400 px. */
  later?: boolean
  /** `title` on the header, where the name needs a sentence. */
  about?: string
  className?: string
  /** What a cell carries besides: a title, a style. */
  attributes?: (row: Row) => ComponentProps<'td'>
}

export type Sort = { by: string; order: 'asc' | 'desc' }

type Props<Row> = {
  label: string
  rows: readonly Row[] | undefined
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string | number
  /** The row below 900 px: two lines, usually one link. */
  narrow: (row: Row) => ReactNode
  sort?: Sort
  onSort?: (sort: Sort) => void
  /** How many grey rows stand in while `rows` is undefined. */
  skeletonRows?: number
  /** Without the page's side padding, for a table inside a panel or section. */
  plain?: boolean
  /** Rows of 32 px instead of 40. */
  compact?: boolean
}

/** Rows under a header that stays. Below 900 px a list of two-line rows. */
export function Table<Row>(props: Props<Row>) {
  const isNarrow = useNarrow()
  return isNarrow ? <NarrowRows {...props} /> : <WideTable {...props} />
}

function NarrowRows<Row>({ label, rows, rowKey, narrow, skeletonRows = 8 }: Props<Row>) {
  return (
    <ul aria-label={label}>
      {rows === undefined
        ? Array.from({ length: skeletonRows }, (_, i) => (
            <li key={i} className="flex h-17 flex-col justify-center gap-3 border-b border-line px-4">
              <Skeleton width={220} />
              <Skeleton width={150 + ((i * 37) % 90)} />
            </li>
          ))
        : rows.map((row) => (
            <li key={rowKey(row)} className="border-b border-line">
              {narrow(row)}
            </li>
          ))}
    </ul>
  )
}

function WideTable<Row>(props: Props<Row>) {
  const { label, rows, columns, rowKey, sort, onSort, skeletonRows = 8, plain, compact } = props
  return (
    <table
      className={clsx('tbl', plain ? 'tbl-plain' : 'tbl-wide', compact && 'tbl-compact')}
      aria-label={label}
      aria-busy={rows === undefined}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <Header key={column.header} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows === undefined
          ? Array.from({ length: skeletonRows }, (_, i) => (
              <tr key={i}>
                {columns.map((column, c) => (
                  <td key={column.header} className={cellClass(column)}>
                    <Skeleton width={36 + ((i * 31 + c * 17) % 44)} />
                  </td>
                ))}
              </tr>
            ))
          : rows.map((row) => (
              <tr key={rowKey(row)}>
                {columns.map((column) => (
                  <Cell key={column.header} column={column} row={row} />
                ))}
              </tr>
            ))}
      </tbody>
    </table>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { className, ...rest } = column.attributes?.(row) ?? {}
  return (
    <td {...rest} className={clsx(cellClass(column), className)}>
      {column.cell(row)}
    </td>
  )
}

const cellClass = <Row,>({ align, later, className }: Column<Row>) =>
  clsx(align === 'right' && 'num', later && 'later', className)

type HeaderProps<Row> = { column: Column<Row>; sort?: Sort; onSort?: (sort: Sort) => void }

function Header<Row>({ column, sort, onSort }: HeaderProps<Row>) {
  const { header, unit, sort: by, about } = column
  const order = by !== undefined && sort?.by === by ? sort.order : undefined
  const words = (
    <>
      {header}
      {unit !== undefined && <span className="font-normal">{unit}</span>}
      {order === 'asc' && <ArrowUp />}
      {order === 'desc' && <ArrowDown />}
    </>
  )
  return (
    <th
      scope="col"
      className={cellClass(column)}
      aria-sort={order && (order === 'asc' ? 'ascending' : 'descending')}
      title={about}
    >
      {by !== undefined && onSort ? (
        <button type="button" className="sort" onClick={() => onSort({ by, order: order === 'asc' ? 'desc' : 'asc' })}>
          {words}
        </button>
      ) : (
        <span className="sort">{words}</span>
      )}
    </th>
  )
}
