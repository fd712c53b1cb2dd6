import clsx from 'clsx'
import { Pencil } from 'lucide-react'
import { useId, useState, type KeyboardEvent } from 'react'
import { planNameProblem } from '#domain/plan/plan-name.ts'
import { Button } from '#ui/Button.tsx'
import { takeFocus } from './focus-spot.ts'
import type { Builder } from './useBuilder.ts'

/** The plan's name as the page's heading, changed in its place. */
export function PlanName({ builder: { plan, change } }: { builder: Builder }) {
  const [typed, setTyped] = useState<string>()
  const problemId = useId()
  if (typed === undefined)
    return (
      <h1 className="flex min-w-0 items-center gap-1 text-section">
        <span className="truncate" title={plan.name}>
          {plan.name}
        </span>
        <Button size="small" variant="ghost" icon aria-label="Rename" onClick={() => setTyped(plan.name)}>
          <Pencil />
        </Button>
      </h1>
    )
  const problem = planNameProblem(typed)
  const keep = () => {
    if (typed !== plan.name) change({ ...plan, name: typed })
    setTyped(undefined)
  }
  const press = ({ key }: KeyboardEvent) => {
    if (key === 'Enter' && !problem) keep()
    if (key === 'Escape') setTyped(undefined)
  }
  return (
    <h1 className="relative min-w-0 flex-1 sm:max-w-72">
      <span className={clsx('input', problem && 'is-bad')}>
        <input
          ref={takeFocus}
          aria-label="Name of the deployment"
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={problem && problemId}
          value={typed}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={press}
          onBlur={() => (problem ? setTyped(undefined) : keep())}
        />
      </span>
      {problem && (
        <span
          id={problemId}
          role="alert"
          className="float absolute top-9 left-0 z-10 w-max max-w-72 px-2.5 py-1.5 text-small font-normal text-bad"
        >
          {problem.words}
        </span>
      )}
    </h1>
  )
}
