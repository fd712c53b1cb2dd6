import { removeWorkload } from '#domain/plan/edit.ts'
import {
  deploymentAt,
  isUpdate,
  withDeployment,
  withWorkload,
  workloadAt,
  type Plan,
  type Spot,
} from '#domain/plan/plan.ts'
import { dependants } from '#domain/plan/references.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import type { MachineWorkload } from './machine-view.ts'

/** The plan with one workload more in the contract of `at`: a machine's disks, addresses and logs stand in its own. */
export const withBeside = (plan: Plan, at: Spot, workload: Workload): Plan =>
  withDeployment(plan, at, (deployment) => ({ ...deployment, workloads: [...deployment.workloads, workload] }))

/** Others of the same contract, with where they stand. */
export const beside = (plan: Plan, at: Spot): { at: Spot; workload: Workload }[] =>
  deploymentAt(plan, at)!
    .deployment.workloads.map((workload, i) => ({ at: { ...at, workload: i }, workload }))
    .filter((one) => one.at.workload !== at.workload)

const withMounts = (plan: Plan, at: Spot, change: (mounts: { name: string; mountpoint: string }[]) => object[]): Plan =>
  withWorkload(plan, at, (workload) => {
    const { data } = workload as MachineWorkload
    return { ...workload, data: { ...data, mounts: change(data.mounts ?? []) } } as Workload
  })

/** The plan in which the machine at `at` mounts one thing more. */
export const mounting = (plan: Plan, at: Spot, name: string): Plan =>
  withMounts(plan, at, (mounts) => [...mounts, { name, mountpoint: `/mnt/${name}` }])

/** The first mount is what a full image boots from. */
export const bootingFrom = (plan: Plan, at: Spot, i: number): Plan =>
  withMounts(plan, at, (mounts) => [mounts[i]!, ...mounts.filter((_, k) => k !== i)])

/** Without the machine's mount number `i`, and without the disk that nothing needs any more and no node holds yet. */
export function unmounting(plan: Plan, at: Spot, i: number): Plan {
  const { name } = (workloadAt(plan, at) as MachineWorkload).data.mounts![i]!
  const less = withMounts(plan, at, (mounts) => mounts.filter((_, k) => k !== i))
  const disk = beside(less, at).find(({ workload }) => workload.name === name)
  return disk && leavesWith(plan, at, name) ? removeWorkload(less, disk.at) : less
}

/** Whether a disk goes when the machine no longer mounts it: one that others mount, or that holds data, stays. */
export function leavesWith(plan: Plan, at: Spot, name: string): boolean {
  const disk = beside(plan, at).find(({ workload }) => workload.name === name)
  return disk !== undefined && !isUpdate(deploymentAt(plan, at)!) && dependants(plan, disk.at).length < 2
}
