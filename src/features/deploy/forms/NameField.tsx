import { workloadAt } from '#domain/plan/plan.ts'
import { TextField } from '#ui/form/TextField.tsx'
import { fieldOf, type FormProps } from './form-props.ts'
import { named, workloadNameProblem } from './name.ts'
import { usePlanForm } from './usePlanForm.ts'

/** What the workload is called. A name that will not do is not taken over: others may go by the old one. */
export function NameField(props: Omit<FormProps, 'workload' | 'facts'> & { label?: string }) {
  const { plan, at } = props
  const control = usePlanForm<{ name: string }>(props, {
    from: (of) => ({ name: workloadAt(of, at)?.name ?? '' }),
    to: ({ name }, of) => named(of, at, name),
  })
  return (
    <TextField
      control={control}
      name="name"
      label={props.label ?? 'Name'}
      {...fieldOf(props)('name')}
      problem={(name) => workloadNameProblem(plan, at, name)}
    />
  )
}
