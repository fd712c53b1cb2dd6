import { ArrowDown, ArrowUp } from 'lucide-react'
import { keepDensity, useDensity } from '#features/lists/density.ts'
import { Button } from '#ui/Button.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import { columnNames } from './column-names.ts'
import { columnIds, usualColumns, type ColumnId } from './node-column-ids.ts'

const densities = [
  { value: 'comfortable', name: 'Comfortable' },
  { value: 'compact', name: 'Compact' },
] as const

type Props = { chosen: readonly ColumnId[]; onChange: (columns: ColumnId[] | undefined) => void }

/** Which columns, in which order, and how close the rows stand. */
export function ColumnsPanel({ chosen, onChange }: Props) {
  const density = useDensity()
  const choose = (next: ColumnId[]) => onChange(next.join() === usualColumns.join() ? undefined : next)
  const move = (id: ColumnId, by: -1 | 1) => {
    const next = chosen.filter((one) => one !== id)
    next.splice(chosen.indexOf(id) + by, 0, id)
    choose(next)
  }
  const others = columnIds.filter((id) => !chosen.includes(id))
  return (
    <div className="flex flex-col gap-3">
      <Segmented label="Rows" value={density} options={densities} onChange={keepDensity} />
      <ul aria-label="Columns">
        {[...chosen, ...others].map((id, i) => {
          const isChosen = i < chosen.length
          return (
            <li key={id} className="flex items-center gap-1">
              <label className="flex min-h-8 flex-1 cursor-pointer items-center gap-2.5">
                <input
                  type="checkbox"
                  className="check"
                  checked={isChosen}
                  disabled={isChosen && chosen.length === 1}
                  onChange={() => choose(isChosen ? chosen.filter((one) => one !== id) : [...chosen, id])}
                />
                {columnNames[id]}
              </label>
              {isChosen && (
                <>
                  <Move id={id} to="earlier" off={i === 0} onMove={() => move(id, -1)} />
                  <Move id={id} to="later" off={i === chosen.length - 1} onMove={() => move(id, 1)} />
                </>
              )}
            </li>
          )
        })}
      </ul>
      <Button size="small" className="self-start" onClick={() => onChange(undefined)}>
        Usual columns
      </Button>
    </div>
  )
}

type MoveProps = { id: ColumnId; to: 'earlier' | 'later'; off: boolean; onMove: () => void }

const Move = ({ id, to, off, onMove }: MoveProps) => (
  <button
    type="button"
    className="btn btn-ghost btn-sm btn-icon"
    aria-label={`Move ${columnNames[id]} ${to}`}
    aria-disabled={off || undefined}
    onClick={() => !off && onMove()}
  >
    {to === 'earlier' ? <ArrowUp /> : <ArrowDown />}
  </button>
)
