import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import { deployment } from './deployment.ts'
import type { NodeLine } from './line.ts'

/** The contracts that a node holds something for in the name of who asks. What wholly failed is not among them. */
export const heldContracts = async (node: NodeLine, signal?: AbortSignal): Promise<number[]> =>
  decode(
    z.array(deployment),
    (await node.ask('zos.deployment.list', undefined, undefined, signal)) ?? [],
    node.name,
  ).map(({ contract_id: id }) => id)
