import { capacity } from '#domain/workloads/machine.ts'
import { attachCards, detachCards } from './cards.ts'
import { InstallError, wrapped } from './install-error.ts'
import type { MachineJob } from './installer.ts'
import { attachMounts, isFullMachine, mountpointsProblem } from './mounts.ts'

const rootOf = ({ id }: MachineJob) => `rootfs:${id}`

/**
 * Starts a machine whose network is there: root disk, mounts, then what the hypervisor looks at.
 *
 * Source: zosbase pkg/primitives/vm/utils.go prepContainer, pkg/vm/manager.go Run
 */
export function boot(job: MachineJob): void {
  const { data, host, node } = job
  if (!isFullMachine(data.flist))
    wrapped('failed to create vm rootfs', () => host.createVolume(rootOf(job), capacity(data).sru))
  const mounted = attachMounts(job)
  const { cpu } = data.compute_capacity
  const { cru } = node.chain.resources
  const cores = cru === 1 ? 'invalid cpu must be 1' : `invalid cpu must be between 1 and ${cru}`
  const problem = cpu > cru ? cores : mountpointsProblem(mounted)
  if (problem) throw new InstallError(`machine configuration validation failed: ${problem}`)
  attachCards(job)
}

/** Runs `work` on a machine's result: when it fails, what it came to so far goes along. */
export function filled<Result>(job: MachineJob, result: Result, work: (result: Result) => void): Result {
  try {
    work(result)
    return result
  } catch (error) {
    shutDown(job)
    if (error instanceof InstallError) throw new InstallError(error.message, result)
    throw error
  }
}

export function shutDown(job: MachineJob): void {
  job.host.free(rootOf(job))
  detachCards(job)
}

export const flistLost = ({ id }: MachineJob): string =>
  `failed to mount flist: ${id}: failed to get flist hash: 502 Bad Gateway`

/** Consoles listen at 20000 and the last part of the machine's address. Source: zosbase pkg/vm/ch.go */
export const consolePort = (ip: string): number => 20_000 + Number(ip.split('.')[3])
