import type { DataOf, WorkloadType } from '#domain/workloads/workload.ts'
import type { WorldNode } from '../../world/nodes.ts'
import type { ChainView } from '../chain-view.ts'
import type { Report } from '../deployments.ts'
import type { Host } from '../host.ts'

/** One workload to set up, to change or to take away. */
export type Job<Type extends WorkloadType> = {
  /** `<twin>-<contract>-<name>` */
  id: string
  twin: number
  name: string
  data: DataOf[Type]
  /** How it stands now: about to be installed, or installed already before an update or a reboot. */
  current: Report
  host: Host
  node: WorldNode
  chain: ChainView
  /** All workloads of the deployment. */
  neighbours: readonly Report[]
}

export type MachineJob = Job<'zmachine'> | Job<'zmachine-light'>

/** How a node makes and unmakes a type of workload. */
export type Installer<Type extends WorkloadType> = {
  /** Against other types: how long it takes. */
  effort: number
  /** What a node may say when it fails without anybody's fault. */
  mishap: (job: Job<Type>) => string
  /** Gives back the result's data. @throws InstallError, NoActionNeeded */
  install: (job: Job<Type>) => unknown
  /** Changes what is installed. Types without it cannot be updated. @throws InstallError, Unchanged, NoActionNeeded */
  update?: (job: Job<Type>) => unknown
  /** Takes away whatever there is of it, which may be nothing: failed workloads are removed too. */
  remove: (job: Job<Type>) => void
}
