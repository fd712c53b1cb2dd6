import type { QsfsResult } from '#domain/workloads/qsfs.ts'
import { nodeMyceliumAddress, planetaryAddress } from '../addresses.ts'
import { noSpace } from '../host.ts'
import { InstallError, wrapped } from './install-error.ts'
import type { Installer, Job } from './installer.ts'

const failed = 'failed to create qsfs mount: failed to mount qsfs flist: failed to create read-write subvolume for 0-fs'

/** Light nodes have no yggdrasil address to give. */
function made({ id, node }: Job<'qsfs'>): QsfsResult {
  const ip = (node.light ? nodeMyceliumAddress : planetaryAddress)(node.chain.id, id)
  return { path: `/var/cache/modules/qsfsd/mounts/${id}`, metrics_endpoint: `http://[${ip}]:9100/metrics` }
}

/** Its 0-dbs are not looked for. Source: zosbase pkg/primitives/qsfs/qsfs.go, pkg/qsfsd/qsfs.go */
export const qsfs: Installer<'qsfs'> = {
  effort: 1.4,
  mishap: () => `${failed}: ${noSpace}`,
  install(job) {
    wrapped(failed, () => job.host.createVolume(job.id, Number(job.data.cache ?? 0)))
    return made(job)
  },
  update(job) {
    if (!job.host.has(job.id))
      throw new InstallError(
        `failed to update qsfs mount: failed to get qsfs flist mountpoint: subvolume '${job.id}' not found: file does not exist`,
      )
    job.host.resize(job.id, Number(job.data.cache ?? 0))
    return made(job)
  },
  remove: ({ id, host }) => host.free(id),
}
