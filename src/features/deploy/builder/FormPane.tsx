import { Box } from 'lucide-react'
import { workloadAt } from '#domain/plan/plan.ts'
import { WorkloadForm } from '#features/deploy/forms/WorkloadForm.tsx'
import { Empty } from '#ui/Empty.tsx'
import type { BuilderView } from './builder-search.ts'
import type { Builder } from './useBuilder.ts'

/** The chosen workload as a form, or the whole plan as text. */
export function FormPane({ builder, view }: { builder: Builder; view: BuilderView }) {
  const { plan, at, facts, checks, change } = builder
  const workload = at && workloadAt(plan, at)
  return (
    <div className="mx-auto max-w-[600px] px-4 pb-6 rail:px-6">
      <div className="flex flex-wrap items-center gap-3 pt-4">
        <h2 className="min-w-0 truncate text-section">{workload?.name ?? 'Nothing in it yet'}</h2>
        {workload && <span className="text-ink-3">{workload.type}</span>}
      </div>
      {view === 'form' && workload && (
        <WorkloadForm plan={plan} at={at} facts={facts} checks={checks} onPlan={change} />
      )}
      {!workload && (
        <Empty icon={<Box />} title="Begin with a machine, a database or a gateway">
          Choose a node on the left and add what it should run.
        </Empty>
      )}
    </div>
  )
}
