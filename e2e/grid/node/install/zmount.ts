import type { Integer } from '#domain/go-text.ts'
import { noSpace } from '../host.ts'
import { wrapped, type Installer } from './installer.ts'

const noCandidate = (size: Integer) => `failed to find a candidate to host vdisk of size '${size}'`

/** Source: zosbase pkg/primitives/zmount/zmount.go, pkg/storage/disk.go */
export const zmount: Installer<'zmount'> = {
  effort: 0.5,
  mishap: ({ data: { size } }) => `${noCandidate(size)}: ${noSpace}`,
  install({ id, data: { size }, host }) {
    wrapped(noCandidate(size), () => host.createDisk(id, Number(size)))
    return { volume_id: id }
  },
  remove: ({ id, host }) => host.deleteDisk(id),
}
