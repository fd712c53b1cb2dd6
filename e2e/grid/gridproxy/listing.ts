import { BadRequest, count, decimal, truth, type Filter, type Filters } from './filter.ts'
import { select, type Key, type Order } from './selection.ts'

/** One list of GridProxy: what it can be asked for. */
export type Listing<Row> = {
  filters: Filters<Row>
  parts?: Parts<Row>
  sorts: Record<string, (row: Row) => Key>
  /** Default order, in which the rows come; so it is also the second key of every other. */
  id: (row: Row) => number | string
  /** Rows to put before all others, whatever the order. */
  first?: (query: URLSearchParams) => ((row: Row) => boolean) | undefined
}

/** Filters that one and the same part of a row must meet together: a card of a node, a node of a farm. */
export type Parts<Row> = {
  names: string[]
  condition: (query: URLSearchParams) => ((row: Row) => boolean) | undefined
}

export const some = <Row, Part>(partsOf: (row: Row) => Part[], filters: Filters<Part>): Parts<Row> => ({
  names: Object.keys(filters),
  condition(query) {
    const all = conditions(filters, query)
    return all.length === 0 ? undefined : (row) => partsOf(row).some((part) => all.every((holds) => holds(part)))
  },
})

const paging = ['size', 'page', 'ret_count', 'randomize', 'sort_by', 'sort_order', 'balance']

/** Every parameter that the list takes. */
export const parametersOf = <Row>({ filters, parts }: Pick<Listing<Row>, 'filters' | 'parts'>): string[] => [
  ...paging,
  ...Object.keys(filters),
  ...(parts?.names ?? []),
]

/** The last value of a parameter; `undefined` when absent or empty, which GridProxy takes for the same. */
export const asked = (query: URLSearchParams, name: string): string | undefined =>
  query.getAll(name).findLast((value) => value !== '')

/** @throws BadRequest for a parameter that is not in `names` */
export function onlyKnown(query: URLSearchParams, names: string[]): void {
  for (const name of query.keys()) if (!names.includes(name)) throw new BadRequest(`schema: invalid path "${name}"`)
}

function conditions<Row>(filters: Filters<Row>, query: URLSearchParams): ((row: Row) => boolean)[] {
  return Object.entries(filters).flatMap(([name, filter]: [string, Filter<Row>]) => {
    const values = query.getAll(name).filter((value) => value !== '')
    return values.length > 0 ? filter(values, query) : []
  })
}

function orderOf<Row>({ sorts, id, first }: Listing<Row>, query: URLSearchParams): Order<Row> {
  const by = asked(query, 'sort_by')
  const order = asked(query, 'sort_order')?.toLowerCase() ?? 'asc'
  if (order !== 'asc' && order !== 'desc') throw new BadRequest(`"${order}" is no sort order`)
  const key = by === undefined ? id : Object.hasOwn(sorts, by) ? sorts[by] : undefined
  if (!key) throw new BadRequest(`cannot sort by "${by}"`)
  return { key, descending: order === 'desc', first: first?.(query) }
}

/** Everything in an order of its own. */
function atRandom<Row>(): Order<Row> {
  return { key: () => Math.random(), descending: false }
}

export type Answer<Row> = { rows: Row[]; headers: Record<string, string> }

/** The balance in USD that earns a discount on nodes. Every list takes it and no other heeds it. */
export const balanceOf = (query: URLSearchParams): number => decimal(asked(query, 'balance') ?? '0')

/** The page of `rows`, which come in the order of their ids, that `query` asks for. @throws BadRequest */
export function answer<Row>(listing: Listing<Row>, rows: Iterable<Row>, query: URLSearchParams): Answer<Row> {
  onlyKnown(query, parametersOf(listing))
  balanceOf(query)
  const size = count(asked(query, 'size') ?? '50')
  const page = Math.max(1, count(asked(query, 'page') ?? '1'))
  const counted = truth(asked(query, 'ret_count') ?? 'false')
  const random = truth(asked(query, 'randomize') ?? 'false')
  const order = orderOf(listing, query)

  const part = listing.parts?.condition(query)
  const all = [...conditions(listing.filters, query), ...(part ? [part] : [])]
  // One after the other: a short loop for each is much faster than all of them for each row.
  let matching = [...rows]
  for (const holds of all) matching = matching.filter(holds)
  const upToPage = select(matching, page * size, random ? atRandom() : order)
  return { rows: upToPage.slice((page - 1) * size), headers: counted ? totals(matching.length, size) : {} }
}

const totals = (rows: number, size: number) => ({
  count: String(rows),
  size: String(size),
  pages: String(size === 0 ? 0 : Math.ceil(rows / size)),
})
