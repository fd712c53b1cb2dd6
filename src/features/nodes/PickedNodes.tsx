import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { Button, buttonClass } from '#ui/Button.tsx'
import { mostCompared } from './node-search.ts'
import type { Picks } from './PickNode.tsx'

/** What is picked for comparison, and the way there; nothing while nothing is. */
export function PickedNodes({ picks: { ids, onChange } }: { picks: Picks }) {
  if (ids.length === 0) return null
  const enough = ids.length > 1
  return (
    <section
      aria-label="Picked nodes"
      className="flex items-center gap-2 rounded-md border border-accent-line bg-accent-soft py-1 pr-1 pl-2.5 text-small max-rail:w-full"
    >
      <span className="max-rail:mr-auto">
        {ids.length === 1 ? 'Node' : 'Nodes'} {ids.join(', ')}
        {!enough && <span className="text-ink-2">, pick one more</span>}
        {ids.length === mostCompared && <span className="sr-only">; no more than these</span>}
      </span>
      {enough && (
        <Link
          to="/nodes/compare"
          search={{ ids: [...ids] }}
          className={buttonClass({ size: 'small', variant: 'primary' })}
        >
          Compare
        </Link>
      )}
      <Button size="small" variant="ghost" icon aria-label="Pick none" onClick={() => onChange([])}>
        <X />
      </Button>
    </section>
  )
}
