import { z } from 'zod'
import { gib } from '#domain/units.ts'
import { nodeSorts, type NodeFilter } from '#queries/nodes.ts'

export const pageSizes = [20, 50, 100]
export const statuses = ['up', 'standby', 'down'] as const

const whole = z.coerce.number().int()
const gibs = z.coerce.number().positive().max(1_000_000)
const list = z.string().transform((text) => text.split(','))

const shape = {
  /** A node's id, or part of a farm's name. */
  text: z.string().trim().min(1).max(80),
  status: list.pipe(z.array(z.enum(statuses)).min(1)),
  country: z.string().min(1).max(80),
  farm: whole.positive(),
  cores: whole.positive().max(100_000),
  freeMemoryGiB: gibs,
  freeSsdGiB: gibs,
  freeHddGiB: gibs,
  sort: z.enum(nodeSorts),
  order: z.enum(['asc', 'desc']),
  page: whole.positive(),
  size: whole.refine((size) => pageSizes.includes(size)),
}

/** What the address of the nodes page can say; what it leaves out is not asked for. */
export type NodeSearch = { [Name in keyof typeof shape]?: z.output<(typeof shape)[Name]> }

/** Reads the address. `ignored` names what it says that cannot be read, as it stood: `size=7`. */
export function readNodeSearch(raw: Record<string, unknown>): { search: NodeSearch; ignored: string[] } {
  const search: Record<string, unknown> = {}
  const ignored: string[] = []
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined) continue
    const read = Object.hasOwn(shape, name) ? shape[name as keyof typeof shape].safeParse(String(value)) : undefined
    if (read?.success) search[name] = read.data
    else ignored.push(`${name}=${String(value)}`)
  }
  return { search, ignored }
}

/** Digits are a node's id; anything else is part of a farm's name. */
const isId = (text: string) => /^\d{1,9}$/.test(text)

/** What to ask GridProxy. Unless asked otherwise, nodes that are up come first. */
export function toFilter(search: NodeSearch): NodeFilter {
  const { text, status, country, farm, cores, freeMemoryGiB, freeSsdGiB, freeHddGiB } = search
  const size = (gibOrNone: number | undefined) => (gibOrNone === undefined ? undefined : gib(gibOrNone))
  return {
    page: search.page ?? 1,
    size: search.size ?? 50,
    sort: search.sort ?? 'status',
    order: search.order ?? 'asc',
    nodeId: text !== undefined && isId(text) ? Number(text) : undefined,
    farmNameContains: text !== undefined && !isId(text) ? text : undefined,
    farmId: farm,
    status,
    country,
    totalCores: cores,
    freeMemory: size(freeMemoryGiB),
    freeSsd: size(freeSsdGiB),
    freeHdd: size(freeHddGiB),
  }
}

/** A condition in words, and the search without it. */
export type Condition = { name: string; value: string; without: NodeSearch }

const statusNames = { up: 'Up', standby: 'Standby', down: 'Down' }

/** What narrows the list, in the order of the filter bar. Dropping a condition leads back to the first page. */
export function conditionsOf(search: NodeSearch): Condition[] {
  const { text, status, country, farm, cores, freeMemoryGiB, freeSsdGiB, freeHddGiB } = search
  const size = (gibOrNone: number | undefined) => gibOrNone && `${gibOrNone.toLocaleString('en')} GiB or more`
  const named: [keyof NodeSearch, string, string | number | undefined][] = [
    ['text', text !== undefined && isId(text) ? 'Node' : 'Farm name', text],
    ['status', 'Status', status?.map((one) => statusNames[one]).join(', ')],
    ['country', 'Country', country],
    ['farm', 'Farm', farm],
    ['cores', 'vCPU in all', cores && `${cores} or more`],
    ['freeMemoryGiB', 'Free memory', size(freeMemoryGiB)],
    ['freeSsdGiB', 'Free SSD', size(freeSsdGiB)],
    ['freeHddGiB', 'Free HDD', size(freeHddGiB)],
  ]
  return named
    .filter(([, , value]) => value !== undefined)
    .map(([key, name, value]) => ({
      name,
      value: String(value),
      without: { ...search, [key]: undefined, page: undefined },
    }))
}
