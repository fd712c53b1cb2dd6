import type { Workload } from '#domain/deployment/deployment.ts'
import { images } from '#domain/deployment/images.ts'
import { bytes, type Bytes } from '#domain/units.ts'
import { capacity } from '#domain/workloads/workload.ts'

export type Pool = { kind: 'ssd' | 'hdd'; size: Bytes; used: Bytes }

/** Something that takes room on one disk of the node. */
type Piece = { kind: Pool['kind']; size: number }

/** In the order in which a node makes room. Source: zos cmds/modules/provisiond/main.go WithStartupOrder */
const order: Workload['type'][] = ['zmount', 'volume', 'qsfs', 'zmachine', 'zmachine-light', 'zdb']

const isFull = (workload: Workload) =>
  (workload.type === 'zmachine' || workload.type === 'zmachine-light') &&
  images.some(({ kind, flist }) => kind === 'full' && flist === workload.data.flist)

/** Full machines have no root disk of their own. */
function pieceOf(workload: Workload): Piece | undefined {
  if (!order.includes(workload.type) || isFull(workload)) return undefined
  const { sru, hru } = capacity(workload)
  return workload.type === 'zdb' ? { kind: 'hdd', size: hru } : { kind: 'ssd', size: sru }
}

/**
 * The first workload that finds no room on any disk of a node, once those before it were made; `undefined` when all do.
 * Each goes where most is left, which is nearly what nodes do.
 *
 * @param freed what an update takes away before
 *
 * Source: zosbase pkg/storage/{disk,storage,device}.go
 */
export function homeless(workloads: readonly Workload[], freed: Piece[], pools: readonly Pool[]): Workload | undefined {
  const left = pools.map(({ kind, size, used }) => ({ kind, free: size - used }))
  for (const { kind, size } of freed) {
    const fullest = left.filter((pool) => pool.kind === kind).toSorted((a, b) => a.free - b.free)[0]
    if (fullest) fullest.free += size
  }
  const sizes = workloads.flatMap((workload) => {
    const piece = pieceOf(workload)
    return piece ? [{ workload, ...piece }] : []
  })
  const rank = ({ type }: Workload) => order.indexOf(type)
  sizes.sort((a, b) => rank(a.workload) - rank(b.workload) || b.size - a.size)
  for (const { workload, kind, size } of sizes) {
    const home = left.filter((pool) => pool.kind === kind && pool.free >= size).toSorted((a, b) => b.free - a.free)[0]
    if (!home) return workload
    home.free -= size
  }
  return undefined
}

/** What workloads that go away, or become larger, took until then. */
export const piecesOf = (workloads: readonly Workload[]): Piece[] => workloads.flatMap((one) => pieceOf(one) ?? [])

/** What is free on the disks of a kind together, and on the one with most. */
export function freeOn(pools: readonly Pool[], kind: Pool['kind']): { all: Bytes; most: Bytes } {
  const free = pools.filter((pool) => pool.kind === kind).map(({ size, used }) => Math.max(0, size - used))
  return { all: bytes(free.reduce((sum, one) => sum + one, 0)), most: bytes(Math.max(0, ...free)) }
}
