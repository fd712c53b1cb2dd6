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
import { nodeSorts, type NodeFilter } from '#queries/nodes.ts'

export const statuses = ['up', 'standby', 'down'] as const

const shape = {
  /** A node's id, or part of a farm's name. */
  text,
  status: words.pipe(z.array(z.enum(statuses)).min(1)),
  country: z.string().min(1).max(80),
  farm: whole.positive(),
  cores: whole.positive().max(100_000),
  freeMemoryGiB: gibs,
  freeSsdGiB: gibs,
  freeHddGiB: gibs,
  gpu: yes,
  ipv4: yesOrNo,
  domain: yesOrNo,
  dedicated: yesOrNo,
  sort: z.enum(nodeSorts),
  ...paging,
}

/** What the address of the nodes page can say. */
export type NodeSearch = SearchOf<typeof shape>

export const readNodeSearch = (raw: Record<string, unknown>) => readSearch(shape, raw)

/** What to ask GridProxy. Unless asked otherwise, nodes that are up come first. */
export function toFilter(search: NodeSearch): NodeFilter {
  const { text: typed, status, country, farm, cores, freeMemoryGiB, freeSsdGiB, freeHddGiB } = search
  const size = (gibOrNone: number | undefined) => (gibOrNone === undefined ? undefined : gib(gibOrNone))
  return {
    page: search.page ?? 1,
    size: search.size ?? 50,
    sort: search.sort ?? 'status',
    order: search.order ?? 'asc',
    nodeId: typed !== undefined && isId(typed) ? Number(typed) : undefined,
    farmNameContains: typed !== undefined && !isId(typed) ? typed : undefined,
    farmId: farm,
    status,
    country,
    totalCores: cores,
    freeMemory: size(freeMemoryGiB),
    freeSsd: size(freeSsdGiB),
    freeHdd: size(freeHddGiB),
    gpu: search.gpu,
    ipv4: search.ipv4,
    domain: search.domain,
    dedicated: search.dedicated,
  }
}

const statusNames = { up: 'Up', standby: 'Standby', down: 'Down' }

/** What narrows the list, in the order of the filter bar. */
export function conditionsOf(search: NodeSearch): Condition<NodeSearch>[] {
  const { text: typed, status, country, farm, cores, freeMemoryGiB, freeSsdGiB, freeHddGiB } = search
  const yesNo = (asked: boolean | undefined) => (asked === undefined ? undefined : asked ? 'Yes' : 'No')
  const size = (gibOrNone: number | undefined) => gibOrNone && `${gibOrNone.toLocaleString('en')} GiB or more`
  return conditionsIn(search, [
    ['text', typed !== undefined && isId(typed) ? 'Node' : 'Farm name', typed],
    ['status', 'Status', status?.map((one) => statusNames[one]).join(', ')],
    ['country', 'Country', country],
    ['farm', 'Farm', farm],
    ['cores', 'vCPU in all', cores && `${cores} or more`],
    ['freeMemoryGiB', 'Free memory', size(freeMemoryGiB)],
    ['freeSsdGiB', 'Free SSD', size(freeSsdGiB)],
    ['freeHddGiB', 'Free HDD', size(freeHddGiB)],
    ['gpu', 'GPU', yesNo(search.gpu)],
    ['ipv4', 'IPv4 of its own', yesNo(search.ipv4)],
    ['domain', 'Domain', yesNo(search.domain)],
    ['dedicated', 'Let whole', yesNo(search.dedicated)],
  ])
}
