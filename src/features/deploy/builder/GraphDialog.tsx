import { Pencil, Trash2 } from 'lucide-react'
import { workloadAt } from '#domain/plan/plan.ts'
import { Button } from '#ui/Button.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Glyph } from '#ui/State.tsx'
import { Graph } from './Graph.tsx'
import { aboutWorkload, glyphOf, spokenState, stateAt } from './row-words.ts'
import type { Builder } from './useBuilder.ts'

type Props = { builder: Builder; open: boolean; onClose: () => void }

/** The whole graph, and what can be done to the workload that is chosen in it. */
export function GraphDialog({ builder, open, onClose }: Props) {
  const { plan, at, checks } = builder
  const state = at && stateAt(checks, at)
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      wide="very"
      title="Who uses what"
      description="Above stands who cannot do without what is below. Arrow keys follow the lines, F2 renames, Delete removes."
      actions={
        <>
          {at && state && (
            <span className="mr-auto flex flex-wrap items-center gap-2">
              <Glyph kind={glyphOf[state]} />
              <span>
                <span className="font-medium">{workloadAt(plan, at)!.name}</span>{' '}
                <span className="text-ink-3">
                  {aboutWorkload(plan, at)}, {spokenState[state]}
                </span>
              </span>
              <Button size="small" variant="ghost" onClick={() => builder.rename(at, 'large')}>
                <Pencil />
                Rename
              </Button>
              <Button size="small" variant="ghost" onClick={() => builder.remove(at, 'large')}>
                <Trash2 />
                Remove
              </Button>
            </span>
          )}
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="overflow-auto rounded-md bg-sunken p-6">
        <Graph builder={builder} label="The whole graph" where="large" />
      </div>
    </Dialog>
  )
}
