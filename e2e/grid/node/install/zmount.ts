import type { Integer } from '#domain/go-text.ts'
import type { ZMachine } from '#domain/workloads/zmachine.ts'
import { noSpace } from '../host.ts'
import { Unchanged, wrapped } from './install-error.ts'
import type { Installer } from './installer.ts'

const noCandidate = (size: Integer) => `failed to find a candidate to host vdisk of size '${size}'`

/** Source: zosbase pkg/primitives/zmount/zmount.go, pkg/storage/disk.go */
export const zmount: Installer<'zmount'> = {
  effort: 0.5,
  mishap: ({ data: { size } }) => `${noCandidate(size)}: ${noSpace}`,
  install({ id, data: { size }, host }) {
    wrapped(noCandidate(size), () => host.createDisk(id, Number(size)))
    return { volume_id: id }
  },
  update({ id, name, data: { size }, host, neighbours }) {
    if (Number(size) < host.sizeOf(id)) throw new Unchanged('not safe to shrink a disk')
    const isMounted = neighbours.some(
      ({ type, data, result }) =>
        type === 'zmachine' && result.state === 'ok' && (data as ZMachine).mounts?.some((mount) => mount.name === name),
    )
    if (Number(size) > host.sizeOf(id)) {
      if (isMounted) throw new Unchanged('disk is mounted, please delete the VM first')
      host.growDisk(id, Number(size))
    }
    return { volume_id: id }
  },
  remove: ({ id, host }) => host.deleteDisk(id),
}
