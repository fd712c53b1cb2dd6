import { minus } from '#domain/capacity.ts'
import { deploymentAt, isUpdate, withWorkload } from '#domain/plan/plan.ts'
import { password } from '#domain/plan/template.ts'
import { showBytes } from '#domain/units.ts'
import { sizeProblem } from '#domain/workloads/zmount.ts'
import { NumberField } from '#ui/form/NumberField.tsx'
import { SecretField } from '#ui/form/SecretField.tsx'
import { SelectField } from '#ui/form/SelectField.tsx'
import { SwitchField } from '#ui/form/SwitchField.tsx'
import { chance } from './chance.ts'
import { fieldOf, nodeOf, type FormProps } from './form-props.ts'
import { FormSection } from './FormSection.tsx'
import { MoreSection } from './MoreSection.tsx'
import { NameField } from './NameField.tsx'
import { gibProblem } from './sizes.ts'
import { UsedBy } from './UsedBy.tsx'
import { useWorkloadForm } from './usePlanForm.ts'
import { zdbView, type ZdbValues } from './zdb-view.ts'

const modes = [
  { value: 'user', name: 'user', about: 'Who writes chooses the key of each entry' },
  { value: 'seq', name: 'seq', about: 'The database numbers the entries itself, which takes less room' },
]

/** A namespace of a 0-db. */
export function ZdbForm(props: FormProps<'zdb'>) {
  const { plan, at, workload, onPlan } = props
  const control = useWorkloadForm<'zdb', ZdbValues>(props, zdbView)
  const field = fieldOf(props)
  const capacity = nodeOf(props)?.capacity.data
  const { mode } = workload.data
  const runs = isUpdate(deploymentAt(plan, at)!)
  const makePassword = () =>
    onPlan(
      withWorkload(plan, at, (one) =>
        one.type === 'zdb' ? { ...one, data: { ...one.data, password: password(chance, 24) } } : one,
      ),
    )
  return (
    <>
      <FormSection title="Database">
        <div className="grid gap-x-4 gap-y-3 @md:grid-cols-2">
          <NameField {...props} />
          <NumberField
            control={control}
            name="sizeGiB"
            label="Size"
            unit="GiB"
            help={capacity && `${showBytes(minus(capacity.total, capacity.used).hru)} of HDD free on the node`}
            problem={(n) => gibProblem(n, sizeProblem)}
            {...field('size')}
          />
          <SelectField
            control={control}
            name="mode"
            label="Mode"
            options={modes.some(({ value }) => value === mode) ? modes : [{ value: mode, name: mode }, ...modes]}
            help={`${modes.find(({ value }) => value === mode)?.about ?? ''}${runs ? '. It cannot change once it runs' : ''}`}
            {...field('mode')}
          />
          <SecretField
            control={control}
            name="password"
            label="Password"
            autoComplete="off"
            mono
            help={workload.data.public ? 'Needed to write' : 'Needed to read and to write'}
            action={{ words: 'Make one', act: makePassword }}
            {...field('password')}
          />
        </div>
        <div className="pt-3">
          <SwitchField
            control={control}
            name="public"
            label="Public"
            about="anybody may read without the password"
            {...field('public')}
          />
        </div>
      </FormSection>
      <UsedBy {...props} title="Used by" nobody="No storage of this plan keeps its data here." />
      <MoreSection {...props} />
    </>
  )
}
