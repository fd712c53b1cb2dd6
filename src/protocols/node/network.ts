import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import type { NodeLine } from './line.ts'

/** WireGuard ports that are taken on the node. */
export const listWireguardPorts = async (node: NodeLine): Promise<number[]> =>
  decode(z.array(z.number()), (await node.ask('zos.network.list_wg_ports')) ?? [], node.name)
