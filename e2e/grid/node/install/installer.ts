import type { DataOf, WorkloadType } from '#domain/workloads/workload.ts'
import type { WorldNode } from '../../world/nodes.ts'
import type { Report } from '../deployments.ts'
import type { Host } from '../host.ts'

/** Why a workload could not be installed, in the node's words, with what its result holds nevertheless. */
export class InstallError extends Error {
  readonly data: unknown

  constructor(message: string, data: unknown = null) {
    super(message)
    this.data = data
  }
}

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
  /** Another workload of the same deployment. */
  neighbour: (name: string) => Report | undefined
}

/** How a node makes and unmakes a type of workload. `install` gives back the result's data or throws an InstallError. */
export type Installer<Type extends WorkloadType> = {
  /** Against other types: how long it takes. */
  effort: number
  /** What a node may say when it fails without anybody's fault. */
  mishap: (job: Job<Type>) => string
  install: (job: Job<Type>) => unknown
  remove: (job: Job<Type>) => void
}

/** Runs `work`; puts `prefix` before what it throws, as Go's errors.Wrap does. */
export function wrapped<T>(prefix: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof InstallError) throw new InstallError(`${prefix}: ${error.message}`, error.data)
    throw error
  }
}
