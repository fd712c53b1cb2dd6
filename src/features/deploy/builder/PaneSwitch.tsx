import clsx from 'clsx'
import type { Check } from '#domain/plan/check.ts'
import { Glyph } from '#ui/State.tsx'
import { glyphOf } from './row-words.ts'

export type Pane = 'list' | 'form' | 'review'

type Props = {
  pane: Pane
  workloads: number
  /** The name of the chosen workload. */
  chosen: string | undefined
  checks: readonly Check[]
  onChange: (pane: Pane) => void
}

/** Which pane is shown where not all fit: the review has a place of its own from 900 px, all have from 1200. */
export function PaneSwitch({ pane, workloads, chosen, checks, onChange }: Props) {
  const worst = (['fail', 'warn'] as const).find((state) => checks.some((check) => check.state === state))
  const panes: { id: Pane; name: string }[] = [
    { id: 'list', name: `Workloads ${workloads}` },
    { id: 'form', name: chosen ?? 'Form' },
    { id: 'review', name: 'Review' },
  ]
  return (
    <div className="border-b border-line px-4 py-2 rail:px-6 wide:hidden">
      <fieldset className="seg flex!" aria-label="Pane">
        {panes.map(({ id, name }) => (
          <label key={id} className={clsx('min-w-0 flex-1 justify-center', id === 'review' && 'rail:hidden!')}>
            <input type="radio" name="pane" checked={pane === id} onChange={() => onChange(id)} />
            <span className="truncate">{name}</span>
            {id === 'review' && worst && <Glyph kind={glyphOf[worst]} />}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
