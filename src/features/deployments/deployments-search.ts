import { z } from 'zod'
import {
  conditionsIn,
  isId,
  paging,
  readSearch,
  text,
  whole,
  type Condition,
  type SearchOf,
} from '#features/lists/search.ts'
import { partStates, stateLooks } from './part-state.ts'
import type { Row } from './rows.ts'

const sorts = ['name', 'kind', 'state', 'node', 'workloads', 'cost', 'age'] as const
type SortBy = (typeof sorts)[number]

const shape = {
  /** Part of a name, or the number of a contract. */
  text,
  state: z.enum(partStates),
  kind: z.string().min(1).max(60),
  node: whole.positive(),
  sort: z.enum(sorts),
  order: paging.order,
}

/** What the address of the deployments page can say. */
export type DeploymentsSearch = SearchOf<typeof shape>

export const readDeploymentsSearch = (raw: Record<string, unknown>) => readSearch(shape, raw)

/** What narrows the list, in the order of the filter bar. */
export const conditionsOf = (search: DeploymentsSearch): Condition<DeploymentsSearch>[] =>
  conditionsIn(search, [
    ['text', search.text !== undefined && isId(search.text) ? 'Name or contract' : 'Name', search.text],
    ['state', 'State', search.state && stateLooks[search.state].words.toLowerCase()],
    ['kind', 'Kind', search.kind],
    ['node', 'Node', search.node],
  ])

/** Unless asked otherwise, the newest comes first. */
export const sortOf = ({ sort = 'age', order }: DeploymentsSearch): { by: SortBy; order: 'asc' | 'desc' } => ({
  by: sort,
  order: order ?? (sort === 'age' ? 'desc' : 'asc'),
})

const matches = ({ text: typed, state, kind, node }: DeploymentsSearch, row: Row): boolean =>
  (typed === undefined ||
    row.deployed.name.toLowerCase().includes(typed.toLowerCase()) ||
    row.deployed.contracts.some(({ id }) => String(id) === typed)) &&
  (state === undefined || row.state === state) &&
  (kind === undefined || row.kind === kind) &&
  (node === undefined || row.nodes.includes(node))

/** What a row is sorted by; what is not known comes last. */
const valueOf: Record<SortBy, (row: Row) => string | number | bigint | undefined> = {
  name: ({ deployed }) => deployed.name.toLowerCase(),
  kind: ({ kind }) => kind,
  state: ({ state }) => partStates.indexOf(state),
  node: ({ nodes }) => nodes[0],
  workloads: ({ workloads }) => workloads,
  cost: ({ month }) => month,
  age: ({ deployed }) => deployed.main.createdAt,
}

/** The rows that the address asks for, in its order. */
export function shown(rows: readonly Row[], search: DeploymentsSearch): Row[] {
  const { by, order } = sortOf(search)
  const turn = order === 'asc' ? 1 : -1
  return rows
    .filter((row) => matches(search, row))
    .sort((a, b) => {
      const [left, right] = [valueOf[by](a), valueOf[by](b)]
      if (left === right) return b.deployed.main.id - a.deployed.main.id
      if (left === undefined || right === undefined) return left === undefined ? 1 : -1
      return left < right ? -turn : turn
    })
}
