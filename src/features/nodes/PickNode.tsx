import type { Node } from '#domain/node.ts'
import type { Column } from '#ui/Table.tsx'
import { mostCompared } from './node-search.ts'

/** The nodes that are picked for comparison, and how to pick others. */
export type Picks = { ids: readonly number[]; onChange: (ids: number[]) => void }

type Props = { id: number; picks: Picks; className?: string }

/** Picks a node to hold it beside others. */
export function PickNode({ id, picks: { ids, onChange }, className = 'check' }: Props) {
  const picked = ids.includes(id)
  const full = !picked && ids.length >= mostCompared
  return (
    <input
      type="checkbox"
      className={className}
      aria-label={`Compare node ${id}`}
      title={full ? `${mostCompared} nodes are picked already` : 'Compare'}
      disabled={full}
      checked={picked}
      onChange={() => onChange(picked ? ids.filter((one) => one !== id) : [...ids, id])}
    />
  )
}

/** The same column, with the way to pick its node before what it shows. */
export const withPick = (column: Column<Node>, picks: Picks): Column<Node> => ({
  ...column,
  cell: (node) => (
    <>
      <PickNode id={node.id} picks={picks} className="check mr-2.5 align-[-3px]" />
      {column.cell(node)}
    </>
  ),
})
