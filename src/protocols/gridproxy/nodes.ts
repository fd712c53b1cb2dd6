import type { Node, NodeStatus } from '#domain/node.ts'
import type { Bytes } from '#domain/units.ts'
import { decode } from '#protocols/decode.ts'
import { WireError } from '#protocols/fault.ts'
import { ask, readRows, where } from './ask.ts'
import { nodeAnswer, nodeRow } from './node.ts'

/** Orders that GridProxy knows; there is none by free memory, free disk or farm name. */
export const nodeSorts = [
  'node_id',
  'status',
  'country',
  'free_cru',
  'total_mru',
  'total_sru',
  'total_hru',
  'num_gpu',
  'price_usd',
  'uptime',
] as const

/** Which nodes, and which page of them. Every condition has to hold; sizes are "at least". */
export type NodeFilter = {
  page: number
  size: number
  sort: (typeof nodeSorts)[number]
  order: 'asc' | 'desc'
  nodeId?: number
  farmId?: number
  farmNameContains?: string
  status?: NodeStatus[]
  country?: string
  totalCores?: number
  freeMemory?: Bytes
  freeSsd?: Bytes
  freeHdd?: Bytes
  /** Has a card. GridProxy answers an empty list to `false`. */
  gpu?: true
  /** Has an IPv4 address of its own. */
  ipv4?: boolean
  /** Has a domain, under which gateways get their names. */
  domain?: boolean
  /** Rented whole, or could be. */
  dedicated?: boolean
}

/** `count` is of all pages. `problems` tells of rows that could not be read and were left out. */
export type NodePage = { nodes: Node[]; count: number; problems: string[] }

export async function listNodes(place: string, filter: NodeFilter, signal: AbortSignal): Promise<NodePage> {
  const { body, headers } = await ask(
    place,
    '/nodes',
    {
      page: filter.page,
      size: filter.size,
      ret_count: true,
      sort_by: filter.sort,
      sort_order: filter.order,
      node_id: filter.nodeId,
      farm_ids: filter.farmId,
      farm_name_contains: filter.farmNameContains,
      status: filter.status,
      country: filter.country,
      total_cru: filter.totalCores,
      free_mru: filter.freeMemory,
      free_sru: filter.freeSsd,
      free_hru: filter.freeHdd,
      has_gpu: filter.gpu,
      ipv4: filter.ipv4,
      domain: filter.domain,
      dedicated: filter.dedicated,
    },
    signal,
  )
  const { rows, problems } = readRows(nodeRow, body, 'nodes')
  return { nodes: rows, count: Number(headers.get('count') ?? rows.length), problems }
}

/** @throws WireError 'missing' when the grid has no such node */
export async function getNode(place: string, id: number, signal: AbortSignal): Promise<Node> {
  try {
    const { body } = await ask(place, `/nodes/${id}`, {}, signal)
    return decode(nodeAnswer, body, where)
  } catch (error) {
    if (error instanceof WireError && error.fault.kind === 'refused' && error.fault.status === 404)
      throw new WireError({ kind: 'missing', where, what: `Node ${id}` })
    throw error
  }
}
