import { useForm } from 'react-hook-form'
import { withWorkload, type Placed } from '#domain/plan/plan.ts'
import { NumberField } from '#ui/form/NumberField.tsx'
import { FormFrame } from './FormFrame.tsx'
import { inGib, sizeProblem, toSize } from './size.ts'
import type { FormProps } from './form-props.ts'
import type { Workload } from '#domain/deployment/deployment.ts'

/** Another size for a disk or a volume. */
export function SizeForm({
  of: { at, workload },
  plan,
  onPlan,
  onClose,
}: FormProps<Placed<Workload<'zmount' | 'volume'>>>) {
  const { control, handleSubmit } = useForm({
    mode: 'onTouched',
    defaultValues: { sizeGiB: inGib(workload.data.size) },
  })
  const apply = handleSubmit(({ sizeGiB }) =>
    onPlan(
      withWorkload(
        plan,
        at,
        (one) => ({ ...one, data: { ...one.data, size: toSize(sizeGiB, workload.data.size) } }) as Workload,
      ),
    ),
  )
  return (
    <FormFrame label={`Change ${workload.name}`} onSubmit={apply} onClose={onClose}>
      <NumberField
        control={control}
        name="sizeGiB"
        label="Size"
        unit="GiB"
        problem={sizeProblem}
        help="It only grows"
      />
    </FormFrame>
  )
}
