import { z } from 'zod'
import { paging, readSearch, words, type SearchOf } from '#features/lists/search.ts'
import { nodeSorts, type NodeFilter } from '#queries/nodes.ts'
import { columnIds } from './node-column-ids.ts'
import { nodeFilters, toConditions } from './node-filters.ts'

/** How the result is shown. */
export const views = ['table', 'cards', 'map'] as const

/** How many nodes can be held side by side. */
export const mostCompared = 4

const shape = {
  ...nodeFilters,
  sort: z.enum(nodeSorts),
  ...paging,
  /** Which columns, in their order. */
  cols: words.pipe(z.array(z.enum(columnIds)).min(1)).refine((cols) => new Set(cols).size === cols.length),
  view: z.enum(views),
  /** The ids of the nodes that are picked for comparison. */
  compare: words.pipe(z.array(z.coerce.number<string>().int().positive()).min(1).max(mostCompared)),
}

/** What the address of the nodes page can say. */
export type NodeSearch = SearchOf<typeof shape>

export const readNodeSearch = (raw: Record<string, unknown>) => readSearch(shape, raw)

/** What to ask GridProxy. Unless asked otherwise, nodes that are up come first. */
export const toFilter = (search: NodeSearch): NodeFilter => ({
  page: search.page ?? 1,
  size: search.size ?? 50,
  sort: search.sort ?? 'status',
  order: search.order ?? 'asc',
  ...toConditions(search),
})
