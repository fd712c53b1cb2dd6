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
  'city',
  'free_cru',
  'total_cru',
  'used_cru',
  'total_mru',
  'used_mru',
  'total_sru',
  'used_sru',
  'total_hru',
  'used_hru',
  'num_gpu',
  'price_usd',
  'extra_fee',
  'uptime',
  'updated_at',
  'created',
  'farm_id',
  'twin_id',
  'dedicated_farm',
  'rentable',
  'rented',
  'rent_contract_id',
] as const

/** Which nodes, and which page of them. Every condition has to hold; sizes and counts are "at least", words "contains". */
export type NodeFilter = {
  page: number
  size: number
  sort: (typeof nodeSorts)[number]
  order: 'asc' | 'desc'
  nodeIds?: number[]
  excluded?: number[]
  /** The node's own twin. */
  twinId?: number
  farmId?: number
  farmNameContains?: string
  /** The farmer's twin. */
  ownerTwinId?: number
  status?: NodeStatus[]
  /** Passed its last health check; nodes that were never checked are neither. */
  healthy?: boolean
  country?: string
  city?: string
  region?: string
  totalCores?: number
  freeMemory?: Bytes
  freeSsd?: Bytes
  freeHdd?: Bytes
  totalMemory?: Bytes
  totalSsd?: Bytes
  totalHdd?: Bytes
  /** Has a card. GridProxy answers an empty list to `false`. */
  gpu?: true
  gpus?: number
  /** One and the same card has this vendor, device, part of an id, and is free or taken. */
  gpuVendor?: string
  gpuDevice?: string
  gpuId?: string
  gpuFree?: boolean
  /** Free public addresses of the node's farm. */
  freeIps?: number
  /** Has an IPv4 address of its own. */
  ipv4?: boolean
  ipv6?: boolean
  /** Told that it sees a public IPv6 address, of its own or its farm's. */
  seesIpv6?: boolean
  /** Has a domain, under which gateways get their names. */
  domain?: boolean
  /** Rented whole, or could be. */
  dedicated?: boolean
  inDedicatedFarm?: boolean
  rentable?: boolean
  rented?: boolean
  rentedBy?: number
  /** Rented by this twin, or open to anyone. */
  availableFor?: number
  rentableOrRentedBy?: number
  certified?: boolean
  /** What the node can run; it has to offer all of them. */
  features?: string[]
  /** USD a month for the whole node, before discounts and the extra fee. */
  priceMin?: number
  priceMax?: number
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
      node_ids: filter.nodeIds,
      excluded: filter.excluded,
      twin_id: filter.twinId,
      farm_ids: filter.farmId,
      farm_name_contains: filter.farmNameContains,
      owned_by: filter.ownerTwinId,
      status: filter.status,
      healthy: filter.healthy,
      country: filter.country,
      city_contains: filter.city,
      region: filter.region,
      total_cru: filter.totalCores,
      free_mru: filter.freeMemory,
      free_sru: filter.freeSsd,
      free_hru: filter.freeHdd,
      total_mru: filter.totalMemory,
      total_sru: filter.totalSsd,
      total_hru: filter.totalHdd,
      has_gpu: filter.gpu,
      num_gpu: filter.gpus,
      gpu_vendor_name: filter.gpuVendor,
      gpu_device_name: filter.gpuDevice,
      gpu_device_id: filter.gpuId,
      gpu_available: filter.gpuFree,
      free_ips: filter.freeIps,
      ipv4: filter.ipv4,
      ipv6: filter.ipv6,
      has_ipv6: filter.seesIpv6,
      domain: filter.domain,
      dedicated: filter.dedicated,
      in_dedicated_farm: filter.inDedicatedFarm,
      rentable: filter.rentable,
      rented: filter.rented,
      rented_by: filter.rentedBy,
      available_for: filter.availableFor,
      rentable_or_rented_by: filter.rentableOrRentedBy,
      certification_type: filter.certified === undefined ? undefined : filter.certified ? 'Certified' : 'Diy',
      features: filter.features,
      price_min: filter.priceMin,
      price_max: filter.priceMax,
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
