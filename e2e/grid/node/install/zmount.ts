import type { Integer } from '#domain/go-text.ts'
import type { ZMachine } from '#domain/workloads/zmachine.ts'
import type { ZMount } from '#domain/workloads/zmount.ts'
import { isOkay } from '../deployments.ts'
import { noSpace } from '../host.ts'
import { NoActionNeeded, Unchanged, wrapped } from './install-error.ts'
import type { Installer, Job } from './installer.ts'

const noCandidate = (size: Integer) => `failed to find a candidate to host vdisk of size '${size}'`

/** By a machine of the deployment. Light machines are not asked. */
const isMounted = ({ name, neighbours }: Job<'zmount'>): boolean =>
  neighbours.some(
    (one) =>
      one.type === 'zmachine' && isOkay(one) && (one.data as ZMachine).mounts?.some((mount) => mount.name === name),
  )

/** Source: zosbase pkg/primitives/zmount/zmount.go, pkg/storage/disk.go */
export const zmount: Installer<'zmount'> = {
  effort: 0.5,
  mishap: ({ data: { size } }) => `${noCandidate(size)}: ${noSpace}`,
  install({ id, data: { size }, host }) {
    wrapped(noCandidate(size), () => host.createDisk(id, Number(size)), { volume_id: id })
    return { volume_id: id }
  },
  update(job) {
    const { id, data, current, host } = job
    const size = Number(data.size)
    const old = Number((current.data as ZMount).size)
    const refuse = (said: string, volume = '') => new Unchanged(said, { volume_id: volume })
    if (size === old) throw new NoActionNeeded()
    if (size < old) throw refuse('not safe to shrink a disk')
    if (isMounted(job)) throw refuse('disk is mounted, please delete the VM first')
    if (!host.has(id)) throw refuse(`disk with id '${id}' does not exists: file does not exist`, id)
    if (!host.canBe(id, size)) throw refuse('failed to truncate disk to size: no space left on device', id)
    host.resize(id, size)
    return { volume_id: id }
  },
  remove: ({ id, host }) => host.free(id),
}
