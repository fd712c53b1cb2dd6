import type { Zdb, ZdbResult } from '#domain/workloads/zdb.ts'
import { nodeMyceliumAddress, planetaryAddress, publicIpv6 } from '../addresses.ts'
import { InstallError, NoActionNeeded, Unchanged, wrapped } from './install-error.ts'
import type { Installer, Job } from './installer.ts'

const nothing: ZdbResult = { Namespace: '', IPs: null, Port: 0 }
const noDevice = "couldn't allocate device to satisfy namespace size"

/** A node's 0-dbs stand beside each other, all at one address here. Its IPv6 is first, then yggdrasil, then mycelium. */
function made({ id, node }: Job<'zdb'>): ZdbResult {
  const mycelium = nodeMyceliumAddress(node.chain.id, 'zdb')
  const planetary = planetaryAddress(node.chain.id, 'zdb')
  const ips = node.light ? [mycelium] : [publicIpv6(node, 'zdb') ?? [], planetary, mycelium].flat()
  return { Namespace: id, IPs: ips, Port: 9900 }
}

/** Source: zosbase pkg/primitives/zdb/zdb.go */
export const zdb: Installer<'zdb'> = {
  effort: 1,
  mishap: () => `${noDevice}: no more free devices found`,
  install(job) {
    wrapped(noDevice, () => job.host.createNamespace(job.id, Number(job.data.size)), nothing)
    return made(job)
  },
  update(job) {
    const { id, data, current, host } = job
    const old = current.data as Zdb
    const size = Number(data.size)
    if (data.mode !== old.mode) throw new Unchanged('cannot change namespace mode', nothing)
    if (size < Number(old.size)) throw new Unchanged('cannot shrink zdb namespace', nothing)
    const isSame = (['password', 'public'] as const).every((member) => (data[member] || '') === (old[member] || ''))
    if (size === Number(old.size) && isSame) throw new NoActionNeeded()
    if (!host.has(id)) throw new InstallError('namespace not found', nothing)
    if (!host.canBe(id, size)) throw new Unchanged('no enough free space to support new size', nothing)
    host.resize(id, size)
    return made(job)
  },
  remove: ({ id, host }) => host.free(id),
}
