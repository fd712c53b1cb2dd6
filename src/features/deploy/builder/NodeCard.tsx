import clsx from 'clsx'
import { Server } from 'lucide-react'
import type { Node } from '#domain/node.ts'
import type { Asked } from '#domain/plan/check.ts'
import { explain } from '#queries/explain.ts'
import { Glyph } from '#ui/State.tsx'

type Props = {
  /** `null` while none is chosen. */
  id: number | null
  node: Asked<Node | null>
  /** `undefined` where something runs already: that stays on its node. */
  onChange: (() => void) | undefined
}

/** Where a part of the plan goes, and the way to another node. */
export const NodeCard = ({ id, node, onChange }: Props) => (
  <button
    type="button"
    aria-disabled={!onChange || undefined}
    className={clsx(
      'flex h-12 w-full min-w-0 items-center gap-2.5 rounded-md border border-line-strong px-3 text-left',
      onChange && 'cursor-pointer bg-raised hover:border-field',
    )}
    onClick={onChange}
  >
    {node.error || node.data === null ? (
      <Glyph kind="failed" className="mx-0.5 size-3" />
    ) : (
      <Server className="text-ink-3" />
    )}
    <span className="min-w-0 flex-1">
      {id === null ? (
        <span className="font-medium">Choose a node</span>
      ) : (
        <>
          <span className="block leading-4 font-medium">Node {id}</span>
          <span className="block truncate text-small text-ink-3">{place(node)}</span>
        </>
      )}
    </span>
    {id !== null && (
      <span className={clsx('text-small', onChange ? 'font-medium text-accent' : 'text-ink-3')}>
        {onChange ? 'Change' : 'Runs here'}
      </span>
    )}
  </button>
)

function place({ data, error }: Asked<Node | null>): string {
  if (data === null) return 'Not on this network'
  if (data) return [data.farmName, data.city || data.country].filter(Boolean).join(', ')
  return error ? explain(error).title : 'Looking it up'
}
