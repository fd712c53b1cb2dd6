import { z } from 'zod'
import type { Farm } from '#domain/farm.ts'
import type { NodeStatus } from '#domain/node.ts'
import type { Bytes } from '#domain/units.ts'
import { WireError } from '#protocols/fault.ts'
import { ask, readRows, where } from './ask.ts'

const publicIp = z
  .object({ id: z.string(), ip: z.string(), gateway: z.string(), contract_id: z.number() })
  .transform(({ contract_id: contractId, ...ip }) => ({ ...ip, contractId }))

/** A row of `/farms`. Source: tfgrid-sdk-go grid-proxy (10e7b39). */
const farmRow = z
  .object({
    farmId: z.number(),
    name: z.string(),
    twinId: z.number(),
    pricingPolicyId: z.number(),
    certificationType: z.string(),
    dedicated: z.boolean(),
    stellarAddress: z.string().nullish(),
    publicIps: z.array(publicIp).nullish(),
  })
  .transform(({ farmId, certificationType, stellarAddress, publicIps, ...rest }): Farm => ({
    ...rest,
    id: farmId,
    certified: certificationType !== notCertified,
    payoutAddress: stellarAddress ?? '',
    publicIps: publicIps ?? [],
  }))

const notCertified = 'NotCertified'

export const farmSorts = ['farm_id', 'name', 'twin_id', 'dedicated', 'free_ips', 'used_ips', 'public_ips'] as const

/** Which farms, and which page of them. What is asked of nodes, one and the same node has to meet. */
export type FarmFilter = {
  page: number
  size: number
  sort: (typeof farmSorts)[number]
  order: 'asc' | 'desc'
  farmId?: number
  nameContains?: string
  twinId?: number
  pricingPolicyId?: number
  freeIps?: number
  totalIps?: number
  dedicated?: boolean
  certified?: boolean
  country?: string
  region?: string
  status?: NodeStatus[]
  gpu?: true
  certifiedNode?: true
  /** A node that was reached at a public IPv6 address. */
  seesIpv6?: true
  totalCores?: number
  freeMemory?: Bytes
  freeSsd?: Bytes
  freeHdd?: Bytes
}

/** `count` is of all pages. `problems` tells of rows that could not be read and were left out. */
export type FarmPage = { farms: Farm[]; count: number; problems: string[] }

export async function listFarms(place: string, filter: FarmFilter, signal: AbortSignal): Promise<FarmPage> {
  const { body, headers } = await ask(
    place,
    '/farms',
    {
      page: filter.page,
      size: filter.size,
      ret_count: true,
      sort_by: filter.sort,
      sort_order: filter.order,
      farm_id: filter.farmId,
      name_contains: filter.nameContains,
      twin_id: filter.twinId,
      pricing_policy_id: filter.pricingPolicyId,
      free_ips: filter.freeIps,
      total_ips: filter.totalIps,
      dedicated: filter.dedicated,
      certification_type: filter.certified === undefined ? undefined : filter.certified ? 'Gold' : notCertified,
      country: filter.country,
      region: filter.region,
      node_status: filter.status,
      node_has_gpu: filter.gpu,
      node_certified: filter.certifiedNode,
      node_has_ipv6: filter.seesIpv6,
      node_total_cru: filter.totalCores,
      node_free_mru: filter.freeMemory,
      node_free_sru: filter.freeSsd,
      node_free_hru: filter.freeHdd,
    },
    signal,
  )
  const { rows, problems } = readRows(farmRow, body, 'farms')
  return { farms: rows, count: Number(headers.get('count') ?? rows.length), problems }
}

/** GridProxy has no `/farms/{id}`. @throws WireError 'missing' when the grid has no such farm */
export async function getFarm(place: string, id: number, signal: AbortSignal): Promise<Farm> {
  const { body } = await ask(place, '/farms', { farm_id: id }, signal)
  const { rows, problems } = readRows(farmRow, body, 'farms')
  const [farm] = rows
  if (farm) return farm
  const [reason] = problems
  throw new WireError(
    reason === undefined ? { kind: 'missing', where, what: `Farm ${id}` } : { kind: 'unreadable', where, reason },
  )
}
