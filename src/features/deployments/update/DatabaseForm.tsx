import { useForm } from 'react-hook-form'
import type { Workload } from '#domain/deployment/deployment.ts'
import { withWorkload, type Placed } from '#domain/plan/plan.ts'
import { CheckField } from '#ui/form/CheckField.tsx'
import { NumberField } from '#ui/form/NumberField.tsx'
import { SecretField } from '#ui/form/SecretField.tsx'
import { FormFrame } from './FormFrame.tsx'
import type { FormProps } from './form-props.ts'
import { inGib, sizeProblem, toSize } from './size.ts'

/** What of a 0-db changes in place: its size, password and who may read it. */
export function DatabaseForm({ of: { at, workload }, plan, onPlan, onClose }: FormProps<Placed<Workload<'zdb'>>>) {
  const { size, password, public: isPublic } = workload.data
  const { control, handleSubmit } = useForm({
    mode: 'onTouched',
    defaultValues: { sizeGiB: inGib(size), password, isPublic },
  })
  const apply = handleSubmit((values) =>
    onPlan(
      withWorkload(plan, at, () => ({
        ...workload,
        data: {
          ...workload.data,
          size: toSize(values.sizeGiB, size),
          password: values.password,
          public: values.isPublic,
        },
      })),
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
      <SecretField
        control={control}
        name="password"
        label="Password"
        autoComplete="off"
        help="Whoever uses the database needs the new one"
      />
      <CheckField control={control} name="isPublic" label="Anyone may read" help="Writing takes the password" />
    </FormFrame>
  )
}
