import { z } from 'zod'
import { gib } from '#domain/units.ts'
import { gibs, ids, idsIn, text, whole, words, yes, yesOrNo, type SearchOf } from '#features/lists/search.ts'
import type { NodeFilter } from '#queries/nodes.ts'

export const statuses = ['up', 'standby', 'down'] as const

/** As GridProxy names them. */
export const regions = ['Africa', 'Americas', 'Asia', 'Europe', 'Oceania'] as const

/** What nodes can offer. Source: GridProxy's own list (tfgrid-sdk-go grid-proxy 10e7b39). */
export const features = [
  'zmachine',
  'zmachine-light',
  'zmount',
  'volume',
  'zdb',
  'qsfs',
  'network',
  'network-light',
  'wireguard',
  'mycelium',
  'yggdrasil',
  'ip',
  'ipv4',
  'gateway-name-proxy',
  'gateway-fqdn-proxy',
  'zlogs',
] as const

const count = whole.positive().max(100_000)
const usd = z.coerce.number().nonnegative().max(1_000_000)

/** What an address can ask of nodes. */
export const nodeFilters = {
  /** Ids of nodes, or part of a farm's name. */
  text,
  status: words.pipe(z.array(z.enum(statuses)).min(1)),
  healthy: yesOrNo,
  country: text,
  region: z.enum(regions),
  city: text,
  farm: whole.positive(),
  cores: count,
  freeMemoryGiB: gibs,
  freeSsdGiB: gibs,
  freeHddGiB: gibs,
  totalMemoryGiB: gibs,
  totalSsdGiB: gibs,
  totalHddGiB: gibs,
  gpu: yes,
  gpus: count,
  gpuVendor: text,
  gpuDevice: text,
  gpuId: text,
  gpuFree: yesOrNo,
  freeIps: count,
  ipv4: yesOrNo,
  ipv6: yesOrNo,
  seesIpv6: yesOrNo,
  domain: yesOrNo,
  priceMin: usd,
  priceMax: usd,
  dedicated: yesOrNo,
  dedicatedFarm: yesOrNo,
  rentable: yesOrNo,
  rented: yesOrNo,
  rentedBy: whole.positive(),
  availableFor: whole.positive(),
  rentableOrRentedBy: whole.positive(),
  certified: yesOrNo,
  features: words.pipe(z.array(z.enum(features)).min(1)),
  except: ids,
  twin: whole.positive(),
  owner: whole.positive(),
}

export type NodeFilters = SearchOf<typeof nodeFilters>

/** What of it is true of one network only, numbers that another gives to something else; and what they are called. */
const ofOneNetwork = {
  farm: 'farm',
  except: 'excluded nodes',
  twin: 'node twin',
  owner: 'farmer’s twin',
  rentedBy: 'twin',
  availableFor: 'twin',
  rentableOrRentedBy: 'twin',
} satisfies { [Name in keyof NodeFilters]?: string }

/** A search as far as it makes sense on any network, and in words what of it does not. */
export function onNetwork<Search extends NodeFilters>(search: Search): { kept: Search; dropped: string[] } {
  const numbers: Record<string, string> =
    search.text !== undefined && idsIn(search.text) ? { text: 'node numbers' } : {}
  const own: Record<string, string> = { ...ofOneNetwork, ...numbers }
  const entries = Object.entries(search)
  return {
    kept: Object.fromEntries(entries.filter(([name]) => !(name in own))) as Search,
    dropped: [...new Set(entries.flatMap(([name, value]) => (value === undefined ? [] : (own[name] ?? []))))],
  }
}

/** The same as GridProxy is asked it. */
export function toConditions(asked: NodeFilters): Omit<NodeFilter, 'page' | 'size' | 'sort' | 'order'> {
  const { text: typed = '', farm, cores, except, twin, owner, dedicatedFarm } = asked
  const size = (gibOrNone: number | undefined) => (gibOrNone === undefined ? undefined : gib(gibOrNone))
  const nodeIds = idsIn(typed)
  return {
    nodeIds,
    excluded: except,
    twinId: twin,
    farmId: farm,
    farmNameContains: typed === '' || nodeIds ? undefined : typed,
    ownerTwinId: owner,
    status: asked.status,
    healthy: asked.healthy,
    country: asked.country,
    city: asked.city,
    region: asked.region,
    totalCores: cores,
    freeMemory: size(asked.freeMemoryGiB),
    freeSsd: size(asked.freeSsdGiB),
    freeHdd: size(asked.freeHddGiB),
    totalMemory: size(asked.totalMemoryGiB),
    totalSsd: size(asked.totalSsdGiB),
    totalHdd: size(asked.totalHddGiB),
    gpu: asked.gpu,
    gpus: asked.gpus,
    gpuVendor: asked.gpuVendor,
    gpuDevice: asked.gpuDevice,
    gpuId: asked.gpuId,
    gpuFree: asked.gpuFree,
    freeIps: asked.freeIps,
    ipv4: asked.ipv4,
    ipv6: asked.ipv6,
    seesIpv6: asked.seesIpv6,
    domain: asked.domain,
    dedicated: asked.dedicated,
    inDedicatedFarm: dedicatedFarm,
    rentable: asked.rentable,
    rented: asked.rented,
    rentedBy: asked.rentedBy,
    availableFor: asked.availableFor,
    rentableOrRentedBy: asked.rentableOrRentedBy,
    certified: asked.certified,
    features: asked.features,
    priceMin: asked.priceMin,
    priceMax: asked.priceMax,
  }
}
