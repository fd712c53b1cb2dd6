import { z } from 'zod'
import type { ContractState } from '#domain/contract.ts'
import { conditionsIn, paging, readSearch, whole, type Condition, type SearchOf } from '#features/lists/search.ts'
import { contractSorts, type MineFilter } from '#queries/contracts.ts'

const shape = {
  kind: z.enum(['node', 'name', 'rent']),
  show: z.enum(['grace', 'past', 'all']),
  id: whole.positive().max(1e12),
  sort: z.enum(contractSorts),
  ...paging,
}

/** What the address of one's contracts can say; without `show` it is those that are paid for now. */
export type ContractSearch = SearchOf<typeof shape>

export const readContractSearch = (raw: Record<string, unknown>) => readSearch(shape, raw)

const now: ContractState[] = ['Created', 'GracePeriod']
const states: Record<NonNullable<ContractSearch['show']>, ContractState[]> = {
  grace: ['GracePeriod'],
  past: ['Deleted'],
  all: [...now, 'Deleted'],
}

/** One that is looked for by its number is found whatever became of it. */
export const toFilter = ({ kind, show, id, sort, order, page, size }: ContractSearch) =>
  ({
    type: kind,
    states: show !== undefined ? states[show] : id !== undefined ? states.all : now,
    id,
    sort: sort ?? 'contract_id',
    order: order ?? 'desc',
    page: page ?? 1,
    size: size ?? 20,
  }) satisfies MineFilter

const kindNames = { node: 'deployments', name: 'names', rent: 'rents' }
const showNames = { grace: 'out of funds', past: 'past', all: 'all' }

export const conditionsOf = (search: ContractSearch): Condition<ContractSearch>[] =>
  conditionsIn(search, [
    ['kind', 'Kind', search.kind && kindNames[search.kind]],
    ['show', 'State', search.show && showNames[search.show]],
    ['id', 'Contract', search.id],
  ])
