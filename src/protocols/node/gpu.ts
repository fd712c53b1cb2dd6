import { z } from 'zod'
import type { Gpu } from '#domain/node.ts'
import { bytes, type Bytes } from '#domain/units.ts'
import { decode } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'

/** Source: zosbase pkg/zos_api/gpu.go; nothing at all where the node has no card. */
export const cards = z
  .array(
    z.object({
      id: z.string(),
      vendor: z.string(),
      device: z.string(),
      contract: z.number(),
      vram: z.number().optional(),
    }),
  )
  .nullable()

/** A card with its memory, where the node knows it. */
export type Card = Gpu & { memory: Bytes | undefined }

export const listCards = async (node: NodeLine): Promise<Card[]> =>
  (decode(cards, await node.ask('zos.gpu.list'), node.name) ?? []).map(({ contract, vram, ...card }) => ({
    ...card,
    contractId: contract,
    memory: vram ? bytes(vram) : undefined,
  }))
