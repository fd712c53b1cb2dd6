import type { Capacity } from '#domain/capacity.ts'
import { gib } from '#domain/units.ts'
import type { Network } from '#domain/workloads/network.ts'
import type { WorldNode } from '../world/nodes.ts'
import { InstallError } from './install/install-error.ts'

/** Source: zosbase pkg/storage.go ErrNotEnoughSpace */
export const noSpace = 'not enough space left in pools of this type ssd'

export type Pool = { name: string; type: 'ssd' | 'hdd'; size: number; used: number }

/** A network of a twin on this node, of the light kind or not. */
export type PrivateNetwork = Pick<Network, 'subnet'> & Partial<Network>

/** What takes space: a machine's disk, a folder, or a namespace of a 0-db. */
type Kind = 'disk' | 'volume' | 'namespace'

/**
 * The machine under a node: its disks and what is set up on it.
 *
 * Source of how it finds room: zosbase pkg/storage/{disk,storage,device}.go
 */
export class Host {
  readonly pools: Pool[]
  /** By the node's own network id. */
  readonly networks = new Map<string, PrivateNetwork>()
  /** Which workload serves a domain. */
  readonly domains = new Map<string, string>()
  /** Which machine has a card. */
  readonly cards = new Map<string, string>()
  readonly #taken = new Map<string, { pool: Pool; size: number; kind: Kind }>()

  /** `used` is taken by ZOS and by contracts that were there before. */
  constructor({ chain: { id, resources } }: WorldNode, used: Capacity) {
    const count = resources.sru > gib(2000) ? 2 : 1
    const size = Math.floor(resources.sru / count)
    this.pools = Array.from({ length: count }, (_, i) => ({ name: `${id}-ssd${i}`, type: 'ssd', size, used: 0 }))
    this.pools[0]!.used = used.sru
    if (resources.hru > 0) this.pools.push({ name: `${id}-hdd0`, type: 'hdd', size: resources.hru, used: used.hru })
  }

  /** Disks share a pool while it has room; the first one goes where most is left. @throws InstallError */
  createDisk(id: string, size: number): void {
    const pools = this.#ssdsWith(size)
    this.#take(id, size, 'disk', pools.find((pool) => this.#holds(pool, 'disk')) ?? pools[0])
  }

  /** Goes to the SSD pool with the most left. @throws InstallError */
  createVolume(id: string, size: number): void {
    this.#take(id, size, 'volume', this.#ssdsWith(size)[0])
  }

  /** Goes to the first HDD whose 0-db has room, else to the first that has none yet. @throws InstallError */
  createNamespace(id: string, size: number): void {
    if (this.has(id)) return
    const fitting = this.pools.filter((pool) => pool.type === 'hdd' && pool.used + size <= pool.size)
    const pool = fitting.find((each) => this.#holds(each, 'namespace')) ?? fitting[0]
    if (!pool) throw new InstallError('no more free devices found')
    this.#take(id, size, 'namespace', pool)
  }

  has(id: string): boolean {
    return this.#taken.has(id)
  }

  sizeOf(id: string): number {
    return this.#taken.get(id)?.size ?? 0
  }

  /** Whether its pool has room for it to be `size`. */
  canBe(id: string, size: number): boolean {
    const taken = this.#taken.get(id)
    return taken !== undefined && taken.pool.used - taken.size + size <= taken.pool.size
  }

  /** Does not ask whether there is room: nodes limit a folder to more than its disk has. */
  resize(id: string, size: number): void {
    const taken = this.#taken.get(id)
    if (!taken) return
    taken.pool.used += size - taken.size
    taken.size = size
  }

  free(id: string): void {
    const taken = this.#taken.get(id)
    if (!taken) return
    taken.pool.used -= taken.size
    this.#taken.delete(id)
  }

  wireguardPorts(): number[] {
    return [...this.networks.values()]
      .filter(({ wireguard_private_key }) => wireguard_private_key)
      .map(({ wireguard_listen_port }) => wireguard_listen_port ?? 0)
  }

  /** Disks stay, all that was set up in memory is gone. */
  reboot(): void {
    for (const volatile of [this.networks, this.domains, this.cards]) volatile.clear()
  }

  #ssdsWith(size: number): Pool[] {
    return this.pools
      .filter((pool) => pool.type === 'ssd' && pool.used + size <= pool.size)
      .toSorted((a, b) => b.size - b.used - (a.size - a.used))
  }

  #holds(pool: Pool, kind: Kind): boolean {
    return [...this.#taken.values()].some((taken) => taken.pool === pool && taken.kind === kind)
  }

  #take(id: string, size: number, kind: Kind, pool: Pool | undefined): void {
    if (this.has(id)) return
    if (!pool) throw new InstallError(noSpace)
    pool.used += size
    this.#taken.set(id, { pool, size, kind })
  }
}
