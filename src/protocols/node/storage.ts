import { z } from 'zod'
import { bytes, type Bytes } from '#domain/units.ts'
import { decode } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'

/** Source: zosbase pkg/zos_api/storage.go */
export const pools = z.array(
  z.object({ name: z.string(), type: z.enum(['ssd', 'hdd']), size: z.number(), used: z.number() }),
)

/** A disk of the node, as it gives it out. */
export type Pool = { name: string; kind: 'ssd' | 'hdd'; size: Bytes; used: Bytes }

export const listPools = async (node: NodeLine): Promise<Pool[]> =>
  decode(pools, (await node.ask('zos.storage.pools')) ?? [], node.name).map(({ name, type, size, used }) => ({
    name,
    kind: type,
    size: bytes(size),
    used: bytes(used),
  }))
