import { useNavigate } from '@tanstack/react-router'
import clsx from 'clsx'
import { Box } from 'lucide-react'
import { workloadAt } from '#domain/plan/plan.ts'
import { WorkloadForm } from '#features/deploy/forms/WorkloadForm.tsx'
import { PlanText } from '#features/deploy/text/PlanText.tsx'
import { Empty } from '#ui/Empty.tsx'
import { Segmented } from '#ui/Segmented.tsx'
import type { BuilderView } from './builder-search.ts'
import type { Builder } from './useBuilder.ts'

const views = [
  { value: 'form', name: 'Form' },
  { value: 'json', name: 'JSON' },
  { value: 'yaml', name: 'YAML' },
  { value: 'terraform', name: 'Terraform' },
] as const

type Props = {
  builder: Builder
  view: BuilderView
  /** The member of the workload whose field gets the focus. */
  focusField: string | undefined
}

/** The chosen workload as a form, or the whole plan as text. */
export function FormPane({ builder, view, focusField }: Props) {
  const { plan, at, facts, checks, change } = builder
  const navigate = useNavigate({ from: '/deploy' })
  const show = (next: BuilderView) =>
    void navigate({
      to: '/deploy',
      search: (now) => ({ ...now, view: next === 'form' ? undefined : next }),
      replace: true,
    })
  const workload = at && workloadAt(plan, at)
  return (
    <div className={clsx('mx-auto px-4 pb-6 rail:px-6', view === 'form' ? 'max-w-[600px]' : 'max-w-[960px]')}>
      <div className="flex flex-wrap items-center gap-3 pt-4 pb-3">
        <h2 className="min-w-0 truncate text-section">{workload?.name ?? 'Nothing in it yet'}</h2>
        {workload && <span className="text-ink-3">{workload.type}</span>}
        <span className="ml-auto">
          <Segmented label="Written as" value={view} options={views} onChange={show} />
        </span>
      </div>
      {view === 'form' && workload && (
        <WorkloadForm plan={plan} at={at} facts={facts} checks={checks} onPlan={change} focusField={focusField} />
      )}
      {view === 'form' && !workload && (
        <Empty icon={<Box />} title="Begin with a machine, a database or a gateway">
          Choose a node on the left and add what it should run.
        </Empty>
      )}
      {view !== 'form' && <PlanText plan={plan} view={view} onPlan={change} checks={checks} />}
    </div>
  )
}
