import { useForm } from 'react-hook-form'
import type { Workload } from '#domain/deployment/deployment.ts'
import { freeName } from '#domain/plan/edit.ts'
import { bare, placed, withDeployment, withWorkload, type Plan } from '#domain/plan/plan.ts'
import { isMachine } from '#domain/plan/references.ts'
import { gib } from '#domain/units.ts'
import { mountpointProblem } from '#domain/workloads/machine.ts'
import { NumberField } from '#ui/form/NumberField.tsx'
import { SelectField } from '#ui/form/SelectField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { FormFrame } from './FormFrame.tsx'
import { sizeProblem } from './size.ts'

type Props = { plan: Plan; onPlan: (plan: Plan) => void; onClose: () => void }

/** A new disk in a machine of the plan. The machine is made anew for it. */
export function AddDiskForm({ plan, onPlan, onClose }: Props) {
  const machines = placed(plan).filter(({ workload }) => isMachine(workload))
  const { control, handleSubmit } = useForm({
    mode: 'onTouched',
    defaultValues: { machine: '0', sizeGiB: 10, mountpoint: '/mnt/data2' },
  })
  const apply = handleSubmit(({ machine, sizeGiB, mountpoint }) => {
    const { at } = machines[Number(machine)]!
    const name = freeName(plan, 'disk')
    const mounted = withWorkload(plan, at, (one) => {
      const { data } = one as Workload<'zmachine'>
      return { ...one, data: { ...data, mounts: [...(data.mounts ?? []), { name, mountpoint }] } } as Workload
    })
    const disk: Workload = { ...bare(name), type: 'zmount', data: { size: gib(sizeGiB) } }
    onPlan(withDeployment(mounted, at, (one) => ({ ...one, workloads: [disk, ...one.workloads] })))
  })
  return (
    <FormFrame label="Add a disk" onSubmit={apply} onClose={onClose}>
      {machines.length > 1 && (
        <SelectField
          control={control}
          name="machine"
          label="Machine"
          options={machines.map(({ workload }, i) => ({ value: String(i), name: workload.name }))}
        />
      )}
      <NumberField control={control} name="sizeGiB" label="Size" unit="GiB" problem={sizeProblem} />
      <TextField
        control={control}
        name="mountpoint"
        label="Mounted at"
        mono
        problem={(text) => mountpointProblem(text)?.words}
      />
    </FormFrame>
  )
}
