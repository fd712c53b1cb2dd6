import { workloadAt } from '#domain/plan/plan.ts'
import { dependants } from '#domain/plan/references.ts'
import type { FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'

/** Which workloads name this one; `nobody` says how that comes about. */
export function UsedBy({
  plan,
  at,
  title,
  nobody,
}: Pick<FormProps, 'plan' | 'at'> & { title: string; nobody: string }) {
  const names = new Set(dependants(plan, at).map(({ from }) => workloadAt(plan, from)!.name))
  return (
    <FormSection title={title}>
      {names.size === 0 ? <p className="text-ink-3">{nobody}</p> : <p>{[...names].join(', ')}</p>}
    </FormSection>
  )
}
