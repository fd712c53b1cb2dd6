import { noSpace } from '../host.ts'
import { InstallError, NoActionNeeded, wrapped } from './install-error.ts'
import type { Installer } from './installer.ts'

const failed = (id: string) => `failed to create new volume with name "${id}"`

/** Source: zosbase pkg/primitives/volume/volume.go */
export const volume: Installer<'volume'> = {
  effort: 0.5,
  mishap: ({ id }) => `${failed(id)}: ${noSpace}`,
  install({ id, data: { size }, host }) {
    if (host.has(id)) throw new NoActionNeeded()
    wrapped(failed(id), () => host.createVolume(id, Number(size)))
    return { id }
  },
  update({ id, data, host }) {
    const size = Number(data.size)
    const old = host.sizeOf(id)
    // The node prints an error that is not there.
    if (!host.has(id)) throw new InstallError(`no volume with name "${id}" found: %!w(<nil>)`)
    if (size < old)
      throw new InstallError(`cannot shrink volume to be less than provisioned space. old: ${old}, requested: ${size}`)
    host.resize(id, size)
    return { id }
  },
  remove: ({ id, host }) => host.free(id),
}
