import { useForm } from 'react-hook-form'
import type { Workload } from '#domain/deployment/deployment.ts'
import { withWorkload, type Placed } from '#domain/plan/plan.ts'
import { gib } from '#domain/units.ts'
import { cacheProblem } from '#domain/workloads/qsfs.ts'
import { NumberField } from '#ui/form/NumberField.tsx'
import { FormFrame } from './FormFrame.tsx'
import { inGib, toSize } from './size.ts'
import type { FormProps } from './form-props.ts'

/** Another cache for a quantum safe storage; its other settings are in the builder. */
export function CacheForm({ of: { at, workload }, plan, onPlan, onClose }: FormProps<Placed<Workload<'qsfs'>>>) {
  const { cache } = workload.data
  const { control, handleSubmit } = useForm({ mode: 'onTouched', defaultValues: { cacheGiB: inGib(cache) } })
  const apply = handleSubmit(({ cacheGiB }) =>
    onPlan(withWorkload(plan, at, () => ({ ...workload, data: { ...workload.data, cache: toSize(cacheGiB, cache) } }))),
  )
  return (
    <FormFrame label={`Change ${workload.name}`} onSubmit={apply} onClose={onClose}>
      <NumberField
        control={control}
        name="cacheGiB"
        label="Cache"
        unit="GiB"
        problem={(n) => (Number.isNaN(n) ? 'Enter a size' : cacheProblem(gib(n))?.words)}
        help="SSD on the node, before it goes to the databases"
      />
    </FormFrame>
  )
}
