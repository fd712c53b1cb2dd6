import { z } from 'zod'
import { gib } from '#domain/units.ts'
import {
  conditionsIn,
  gibs,
  isId,
  paging,
  readSearch,
  text,
  whole,
  words,
  yes,
  yesOrNo,
  type Condition,
  type SearchOf,
} from '#features/lists/search.ts'
import { regions, statuses } from '#features/nodes/node-filters.ts'
import { farmSorts, type FarmFilter } from '#queries/farms.ts'

const atLeast = whole.positive().max(1_000_000)

const shape = {
  /** A farm's id, or part of its name. */
  text,
  country: z.string().min(1).max(80),
  region: z.enum(regions),
  twin: whole.positive(),
  policy: whole.positive(),
  dedicated: yesOrNo,
  certified: yesOrNo,
  freeIps: atLeast,
  totalIps: atLeast,
  status: words.pipe(z.array(z.enum(statuses)).min(1)),
  gpu: yes,
  certifiedNode: yes,
  seesIpv6: yes,
  cores: atLeast,
  freeMemoryGiB: gibs,
  freeSsdGiB: gibs,
  freeHddGiB: gibs,
  sort: z.enum(farmSorts),
  ...paging,
}

/** What the address of the farms page can say. */
export type FarmSearch = SearchOf<typeof shape>

export const readFarmSearch = (raw: Record<string, unknown>) => readSearch(shape, raw)

/** What to ask GridProxy. Unless asked otherwise, the oldest farms come first. */
export function toFilter(search: FarmSearch): FarmFilter {
  const { text: typed, twin, cores, freeMemoryGiB, freeSsdGiB, freeHddGiB } = search
  const { freeIps, totalIps, dedicated, certified, country, region, status, gpu, policy, certifiedNode, seesIpv6 } =
    search
  const size = (gibOrNone: number | undefined) => (gibOrNone === undefined ? undefined : gib(gibOrNone))
  return {
    page: search.page ?? 1,
    size: search.size ?? 50,
    sort: search.sort ?? 'farm_id',
    order: search.order ?? 'asc',
    farmId: typed !== undefined && isId(typed) ? Number(typed) : undefined,
    nameContains: typed !== undefined && !isId(typed) ? typed : undefined,
    twinId: twin,
    pricingPolicyId: policy,
    freeIps,
    totalIps,
    dedicated,
    certified,
    country,
    region,
    status,
    gpu,
    certifiedNode,
    seesIpv6,
    totalCores: cores,
    freeMemory: size(freeMemoryGiB),
    freeSsd: size(freeSsdGiB),
    freeHdd: size(freeHddGiB),
  }
}

const statusNames = { up: 'up', standby: 'on standby', down: 'down' }

/** What narrows the list, in the order of the filter bar. */
export function conditionsOf(search: FarmSearch): Condition<FarmSearch>[] {
  const { text: typed, twin, freeIps, totalIps, cores, dedicated, certified, status } = search
  const least = (n: number | undefined, unit = '') => n && `${n.toLocaleString('en')}${unit} or more`
  return conditionsIn(search, [
    ['text', typed !== undefined && isId(typed) ? 'Farm' : 'Name', typed],
    ['country', 'Country', search.country],
    ['region', 'Region', search.region],
    ['twin', 'Farmer’s twin', twin],
    ['policy', 'Pricing policy', search.policy],
    ['dedicated', 'Nodes', dedicated === undefined ? undefined : dedicated ? 'only let whole' : 'shared'],
    ['certified', 'Farmer', certified === undefined ? undefined : certified ? 'certified' : 'not certified'],
    ['freeIps', 'Free public IPs', least(freeIps)],
    ['totalIps', 'Public IPs', least(totalIps)],
    ['status', 'A node', status?.map((one) => statusNames[one]).join(' or ')],
    ['gpu', 'A node with', search.gpu === undefined ? undefined : 'a GPU'],
    ['certifiedNode', 'A node’s hardware', search.certifiedNode && 'certified'],
    ['seesIpv6', 'A node sees', search.seesIpv6 && 'public IPv6'],
    ['cores', 'A node’s vCPU', least(cores)],
    ['freeMemoryGiB', 'A node’s free memory', least(search.freeMemoryGiB, ' GiB')],
    ['freeSsdGiB', 'A node’s free SSD', least(search.freeSsdGiB, ' GiB')],
    ['freeHddGiB', 'A node’s free HDD', least(search.freeHddGiB, ' GiB')],
  ])
}
