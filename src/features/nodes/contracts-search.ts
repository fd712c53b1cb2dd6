import { z } from 'zod'
import type { ContractState } from '#domain/contract.ts'
import { paging, readSearch, type SearchOf } from '#features/lists/search.ts'

const shape = { show: z.enum(['grace', 'past', 'all']), page: paging.page, size: paging.size }

/** What the address of a node's contracts can say; without `show` it is those that are paid for now. */
export type ContractsSearch = SearchOf<typeof shape>

export const readContractsSearch = (raw: Record<string, unknown>) => readSearch(shape, raw)

const states: Record<NonNullable<ContractsSearch['show']>, ContractState[]> = {
  grace: ['GracePeriod'],
  past: ['Deleted'],
  all: ['Created', 'GracePeriod', 'Deleted'],
}

export const toContractFilter = (nodeId: number, { show, page, size }: ContractsSearch) => ({
  nodeId,
  states: show === undefined ? (['Created', 'GracePeriod'] satisfies ContractState[]) : states[show],
  page: page ?? 1,
  size: size ?? 20,
})
