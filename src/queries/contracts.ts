import { queryOptions } from '@tanstack/react-query'
import { sum } from '#domain/bills.ts'
import type { Contract, ContractState } from '#domain/contract.ts'
import type { Tft } from '#domain/money.ts'
import { getConsumption, listBills } from '#protocols/gridproxy/bills.ts'
import {
  contractSorts,
  listContracts,
  pageOfContracts,
  type ContractFilter,
  type ContractPage,
  type ContractPaging,
} from '#protocols/gridproxy/contracts.ts'
import { WireError } from '#protocols/fault.ts'
import { session } from './connections.ts'
import { inLane } from './lanes.ts'
import type { Network } from './networks.ts'

export { contractSorts, type ContractPage }

/** Which of a twin's contracts, and which page of them. */
export type MineFilter = ContractPaging & Pick<ContractFilter, 'type' | 'id'> & { states: ContractState[] }

/** One page of what a twin pays for, or paid. The last page stays up while the next one of the same twin loads. */
export const contractsOf = (network: Network, twinId: number, filter: MineFilter) =>
  queryOptions({
    queryKey: [network.id, 'contracts', 'page of twin', twinId, filter] as const,
    queryFn: ({ signal }) => pageOfContracts(network.gridproxy, { ...filter, twinId }, signal),
    placeholderData: (last, query) =>
      query?.queryKey[0] === network.id && query.queryKey[3] === twinId ? last : undefined,
    refetchInterval: 30_000,
  })

/** All of a twin's contracts that its account could not pay. */
export const contractsInGrace = (network: Network, twinId: number) =>
  queryOptions({
    queryKey: [network.id, 'contracts', 'in grace', twinId],
    queryFn: async ({ signal }) =>
      (await listContracts(network.gridproxy, { twinId, states: ['GracePeriod'] }, signal)).contracts,
    refetchInterval: 30_000,
  })

export const oneContract = (network: Network, id: number) =>
  queryOptions({
    queryKey: [network.id, 'contracts', 'one', id],
    queryFn: async ({ signal }): Promise<Contract> => {
      const { contracts, problems } = await listContracts(network.gridproxy, { id }, signal)
      const [contract] = contracts
      if (contract) return contract
      const where = 'GridProxy'
      throw new WireError(
        problems[0] === undefined
          ? { kind: 'missing', where, what: `Contract ${id}` }
          : { kind: 'unreadable', where, reason: problems[0] },
      )
    },
    refetchInterval: 30_000,
  })

/** The contract by which a node is rented now, `null` when it is not. */
export const rentOf = (network: Network, nodeId: number) =>
  queryOptions({
    queryKey: [network.id, 'contracts', 'rent of', nodeId],
    queryFn: async ({ signal }) => {
      const asked = { nodeId, type: 'rent', states: ['Created', 'GracePeriod'] } satisfies ContractFilter
      return (await listContracts(network.gridproxy, asked, signal)).contracts[0]?.id ?? null
    },
    staleTime: 60_000,
  })

/** How contracts stand with the chain, by their numbers. `balance` decides the discount. */
export const standings = (network: Network, contracts: readonly Contract[], balance: Tft) => {
  const live = contracts.filter(({ state }) => state !== 'Deleted')
  return queryOptions({
    queryKey: [network.id, 'contracts', 'standing', live.map(({ id }) => id)],
    queryFn: async () => {
      const found = await (await session(network)).standings(live, balance)
      return new Map(found.map((standing) => [standing.id, standing]))
    },
    refetchInterval: 30_000,
  })
}

/** So many bills are added up for a row of a list: half a year of them. */
const mostInList = 5_000
/** And for a page of its own: ten years. */
const mostOnPage = 90_000

/** What a contract was billed so far; `whole` is false where that is only the latest part of it. */
export const billedSoFar = (network: Network, id: number) =>
  queryOptions({
    queryKey: [network.id, 'bills', 'sum', id],
    queryFn: ({ signal }) =>
      inLane(signal, async () => {
        const { bills, count } = await listBills(network.gridproxy, id, mostInList, signal)
        return { amount: sum(bills), whole: bills.length === count }
      }),
    staleTime: 300_000,
  })

export const billsOf = (network: Network, id: number) =>
  queryOptions({
    queryKey: [network.id, 'bills', 'all', id],
    queryFn: async ({ signal }) => (await listBills(network.gridproxy, id, mostOnPage, signal)).bills,
    refetchInterval: 60_000,
  })

export const consumption = (network: Network, twinId: number) =>
  queryOptions({
    queryKey: [network.id, 'bills', 'consumption', twinId],
    queryFn: ({ signal }) => getConsumption(network.gridproxy, twinId, signal),
    refetchInterval: 60_000,
  })
