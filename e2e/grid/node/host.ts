import { gib } from '#domain/units.ts'
import type { Network } from '#domain/workloads/network.ts'
import type { WorldNode } from '../world/nodes.ts'
import { InstallError } from './install/install-error.ts'

/** Source: zosbase pkg/storage.go ErrNotEnoughSpace */
export const noSpace = 'not enough space left in pools of this type ssd'

export type Pool = { name: string; type: 'ssd' | 'hdd'; size: number; used: number }

/** The machine under a node: its disks and what is set up on it. */
export class Host {
  readonly pools: Pool[]
  /** By the node's own network id. */
  readonly networks = new Map<string, Network>()
  readonly #disks = new Map<string, { pool: Pool; size: number }>()

  /** `used` bytes of SSD are taken by contracts that were there before. */
  constructor({ chain: { id, resources } }: WorldNode, used: number) {
    const count = resources.sru > gib(2000) ? 2 : 1
    const size = Math.floor(resources.sru / count)
    this.pools = Array.from({ length: count }, (_, i) => ({ name: `${id}-ssd${i}`, type: 'ssd', size, used: 0 }))
    this.pools[0]!.used = used
    if (resources.hru > 0) this.pools.push({ name: `${id}-hdd0`, type: 'hdd', size: resources.hru, used: 0 })
  }

  /** Takes space on the SSD pool with the most left. @throws InstallError */
  createDisk(id: string, size: number): void {
    const [pool] = this.pools.filter(({ type }) => type === 'ssd').sort((a, b) => b.size - b.used - (a.size - a.used))
    if (!pool || pool.size - pool.used < size) throw new InstallError(noSpace)
    pool.used += size
    this.#disks.set(id, { pool, size })
  }

  deleteDisk(id: string): void {
    const disk = this.#disks.get(id)
    if (!disk) return
    disk.pool.used -= disk.size
    this.#disks.delete(id)
  }

  sizeOf(id: string): number {
    return this.#disks.get(id)?.size ?? 0
  }

  /** @throws InstallError */
  growDisk(id: string, size: number): void {
    const disk = this.#disks.get(id)
    if (!disk || disk.pool.size - disk.pool.used < size - disk.size) throw new InstallError(noSpace)
    disk.pool.used += size - disk.size
    disk.size = size
  }

  wireguardPorts(): number[] {
    return [...this.networks.values()].map(({ wireguard_listen_port }) => wireguard_listen_port ?? 0)
  }
}
