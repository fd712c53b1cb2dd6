import { SwitchField } from '#ui/form/SwitchField.tsx'
import { TextField } from '#ui/form/TextField.tsx'
import { seedProblem } from '#domain/workloads/machine.ts'
import { ConnectionsSection } from './ConnectionsSection.tsx'
import { DisksSection } from './DisksSection.tsx'
import { EnvironmentSection } from './EnvironmentSection.tsx'
import { fieldOf, type MachineProps } from './form-props.ts'
import { GpuSection } from './GpuSection.tsx'
import { LogsSection } from './LogsSection.tsx'
import { MachineSection } from './MachineSection.tsx'
import { machineMoreView, type MachineType, type MoreValues } from './machine-view.ts'
import { MoreSection } from './MoreSection.tsx'
import { useWorkloadForm } from './usePlanForm.ts'

/** A virtual machine, of either kind, with all that hangs on it. */
export const MachineForm = (props: MachineProps) => (
  <>
    <MachineSection {...props} />
    <ConnectionsSection {...props} />
    <DisksSection {...props} />
    <GpuSection {...props} />
    <EnvironmentSection {...props} />
    {props.workload.type === 'zmachine' && <LogsSection {...props} />}
    <MoreSection {...props}>
      <MachineMore {...props} />
    </MoreSection>
  </>
)

function MachineMore(props: MachineProps) {
  const control = useWorkloadForm<MachineType, MoreValues>(props, machineMoreView)
  const field = fieldOf(props)
  return (
    <>
      <TextField
        control={control}
        name="entrypoint"
        label="Entrypoint"
        optional
        mono
        placeholder="What the image starts with"
        help="The program that runs first. Images of the catalogue bring theirs along"
        {...field('entrypoint')}
      />
      {props.workload.data.network?.mycelium && (
        <TextField
          control={control}
          name="seed"
          label="Mycelium seed"
          mono
          help="6 bytes in hex, of which the machine’s own part of its Mycelium address is made"
          problem={(seed) => (seed === '' ? undefined : seedProblem(seed)?.words)}
          {...field('network.mycelium.hex_seed')}
        />
      )}
      <SwitchField
        control={control}
        name="corex"
        label="CoreX"
        about="start the image’s web console beside it"
        {...field('corex')}
      />
    </>
  )
}
