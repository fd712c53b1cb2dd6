import { images } from '#domain/deployment/images.ts'
import { mountpointProblem } from '#domain/workloads/machine.ts'
import { mib } from '#domain/units.ts'
import type { Report } from '../deployments.ts'
import { InstallError } from './install-error.ts'
import type { MachineJob } from './installer.ts'

/** A disk or folder and where it goes. */
type Attached = { workload: Report; mountpoint: string }

/** Boots from a disk with a kernel of its own. The node looks into the flist for that; here it must be a known image. */
export const isFullMachine = (flist: string): boolean =>
  images.some((image) => image.kind === 'full' && image.flist === flist)

/** Of the disk in a full machine's flist. Ubuntu's cloud images are so big before they grow. */
const imageSize = mib(2252)

const missing = (name: string) => `no workload with name '${name}': workload not found`

/** What a machine boots from, and the first of its mounts that it attaches otherwise. */
function boot({ data: { flist, mounts }, neighbours, host, id }: MachineJob): number {
  if (!isFullMachine(flist)) return 0
  const name = mounts?.[0]?.name
  if (name === undefined) throw new InstallError('at least one mount has to be attached for Vm mode')
  const disk = neighbours.find((one) => one.name === name)
  if (!disk) throw new InstallError(missing(name))
  if (disk.type !== 'zmount') throw new InstallError('mount is not a valid disk workload')
  if (disk.result.state !== 'ok') throw new InstallError('boot disk was not deployed correctly')
  if (host.sizeOf(diskId(id, name)) < imageSize)
    throw new InstallError('failed to write image to disk: image size is bigger than disk')
  return 1
}

/** Disks are named like the machine, but for the last part. */
const diskId = (machineId: string, name: string) => [...machineId.split('-').slice(0, 2), name].join('-')

/** Source: zosbase pkg/primitives/vm/vm.go vmMounts, utils.go prepVirtualMachine */
export function attachMounts(job: MachineJob): Attached[] {
  return (job.data.mounts ?? []).slice(boot(job)).map(({ name, mountpoint }) => {
    const workload = job.neighbours.find((one) => one.name === name)
    if (!workload) throw new InstallError(`failed to get mount '${name}' workload: ${missing(name)}`)
    if (workload.result.state !== 'ok') throw new InstallError(`invalid disk '${name}' state`)
    if (!['zmount', 'volume', 'qsfs'].includes(workload.type))
      throw new InstallError(`expecting a reservation of type 'zmount' or 'qsfs' for disk '${name}'`)
    return { workload, mountpoint }
  })
}

/** Folders are looked at before disks. Source: zosbase pkg/vm.go Validate */
export function mountpointsProblem(attached: Attached[]): string | undefined {
  const isDisk = ({ workload }: Attached) => workload.type === 'zmount'
  const said = ({ mountpoint }: Attached) => mountpointProblem(mountpoint)?.said
  const folder = attached.filter((one) => !isDisk(one)).find(said)
  if (folder) return `validating virtiofs ${folder.mountpoint}: mount target can't be /`
  const disk = attached.filter(isDisk).find(said)
  return disk && said(disk)
}
