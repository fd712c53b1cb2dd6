import { useForm } from 'react-hook-form'
import type { Workload } from '#domain/deployment/deployment.ts'
import { withWorkload, type Placed } from '#domain/plan/plan.ts'
import { gib } from '#domain/units.ts'
import { coresProblem, memoryProblem } from '#domain/workloads/machine.ts'
import { NumberField } from '#ui/form/NumberField.tsx'
import { FormFrame } from './FormFrame.tsx'
import type { FormProps } from './form-props.ts'
import { inGib, toSize } from './size.ts'

type Machine = Workload<'zmachine'> | Workload<'zmachine-light'>

/** More or fewer cores and memory. Nodes change no machine in place, so what follows offers the ways around that. */
export function MachineForm({ of: { at, workload }, plan, onPlan, onClose }: FormProps<Placed<Machine>>) {
  const { cpu, memory } = workload.data.compute_capacity
  const { control, handleSubmit } = useForm({
    mode: 'onTouched',
    defaultValues: { cores: cpu, memoryGiB: inGib(memory) },
  })
  const apply = handleSubmit(({ cores, memoryGiB }) =>
    onPlan(
      withWorkload(
        plan,
        at,
        () =>
          ({
            ...workload,
            data: { ...workload.data, compute_capacity: { cpu: cores, memory: toSize(memoryGiB, memory) } },
          }) as Machine,
      ),
    ),
  )
  return (
    <FormFrame label={`Change ${workload.name}`} onSubmit={apply} onClose={onClose}>
      <NumberField control={control} name="cores" label="vCPU" unit="cores" problem={(n) => coresProblem(n)?.words} />
      <NumberField
        control={control}
        name="memoryGiB"
        label="Memory"
        unit="GiB"
        problem={(n) => (Number.isNaN(n) ? 'Enter a size' : memoryProblem(gib(n))?.words)}
      />
    </FormFrame>
  )
}
