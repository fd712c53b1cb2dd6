import type { Placed } from '#domain/plan/plan.ts'
import { CacheForm } from './CacheForm.tsx'
import { DatabaseForm } from './DatabaseForm.tsx'
import type { FormProps } from './form-props.ts'
import { MachineForm } from './MachineForm.tsx'
import { SizeForm } from './SizeForm.tsx'

/** The form of what is commonly changed of a workload. */
export function WorkloadForm({ of: { at, workload }, ...rest }: FormProps<Placed>) {
  switch (workload.type) {
    case 'zmount':
      return <SizeForm of={{ at, workload }} {...rest} />
    case 'volume':
      return <SizeForm of={{ at, workload }} {...rest} />
    case 'zdb':
      return <DatabaseForm of={{ at, workload }} {...rest} />
    case 'qsfs':
      return <CacheForm of={{ at, workload }} {...rest} />
    case 'zmachine':
      return <MachineForm of={{ at, workload }} {...rest} />
    case 'zmachine-light':
      return <MachineForm of={{ at, workload }} {...rest} />
    default:
      return null
  }
}
