import { lazy, Suspense } from 'react'
import type { Check } from '#domain/plan/check.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { SkeletonLines } from '#ui/Skeleton.tsx'

const Editor = lazy(async () => ({ default: (await import('./PlanEditor.tsx')).PlanEditor }))
const Terraform = lazy(async () => ({ default: (await import('./TerraformText.tsx')).TerraformText }))

type Props = {
  plan: Plan
  view: 'json' | 'yaml' | 'terraform'
  onPlan: (plan: Plan) => void
  /** Those that look at a workload are shown at its line. */
  checks?: readonly Check[]
}

/** A plan as a text, which is another way to edit it; Terraform's can only be taken along. */
export const PlanText = ({ plan, view, onPlan, checks = [] }: Props) => (
  <Suspense fallback={<SkeletonLines />}>
    {view === 'terraform' ? (
      <Terraform plan={plan} />
    ) : (
      <Editor key={view} plan={plan} format={view} onPlan={onPlan} checks={checks} />
    )}
  </Suspense>
)
