import type { DataOf, WorkloadType } from '#domain/workloads/workload.ts'
import type { WorldNode } from '../../world/nodes.ts'
import type { Report } from '../deployments.ts'
import type { Host } from '../host.ts'

/** One workload to set up or take away. */
export type Job<Type extends WorkloadType> = {
  /** `<twin>-<contract>-<name>` */
  id: string
  twin: number
  name: string
  data: DataOf[Type]
  host: Host
  node: WorldNode
  isRented: boolean
  /** All workloads of the deployment. */
  neighbours: readonly Report[]
}

/** How a node makes and unmakes a type of workload. `install` gives back the result's data or throws an InstallError. */
export type Installer<Type extends WorkloadType> = {
  /** Against other types: how long it takes. */
  effort: number
  /** What a node may say when it fails without anybody's fault. */
  mishap: (job: Job<Type>) => string
  install: (job: Job<Type>) => unknown
  /** Changes what is installed; may also throw Unchanged. Absent where installing anew is the same. */
  update?: (job: Job<Type>) => unknown
  remove: (job: Job<Type>) => void
}
