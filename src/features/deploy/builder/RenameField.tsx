import clsx from 'clsx'
import { useId, useState, type KeyboardEvent } from 'react'
import { duplicateProblem, nameProblem } from '#domain/names.ts'
import { deploymentAt, sameSpot, workloadAt, type Spot } from '#domain/plan/plan.ts'
import { renameWorkload } from '#domain/plan/rename.ts'
import { focusSpot, takeFocus, type Where } from './focus-spot.ts'
import type { Builder } from './useBuilder.ts'

/** A workload's name while it is changed in its place. Enter keeps it, Escape leaves it; all that name it follow. */
export function RenameField({ builder, at, where }: { builder: Builder; at: Spot; where: Where }) {
  const { plan } = builder
  const old = workloadAt(plan, at)!.name
  const [name, setName] = useState(old)
  const problemId = useId()
  const others = deploymentAt(plan, at)!.deployment.workloads.filter((_, i) => !sameSpot({ ...at, workload: i }, at))
  const problem =
    nameProblem(name) ??
    duplicateProblem(
      name,
      others.map((one) => one.name),
    )
  const end = (kept: boolean) => {
    if (kept && problem) return
    if (kept && name !== old) builder.change(renameWorkload(plan, at, name), at)
    builder.endRename()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return event.stopPropagation()
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter' && problem) return
    end(event.key === 'Enter')
    focusSpot(at, where)
  }
  return (
    <span className="relative block">
      <span className={clsx('input h-7!', problem && 'is-bad')}>
        <input
          ref={takeFocus}
          aria-label={`New name of ${old}`}
          aria-invalid={problem !== undefined || undefined}
          aria-describedby={problem && problemId}
          value={name}
          spellCheck={false}
          data-own-escape
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={press}
          onBlur={() => (problem ? builder.endRename() : end(true))}
        />
      </span>
      {problem && (
        <span
          id={problemId}
          role="alert"
          className="float absolute top-8 left-0 z-10 w-max max-w-52 px-2.5 py-1.5 text-small text-bad"
        >
          {problem.words}
        </span>
      )}
    </span>
  )
}
