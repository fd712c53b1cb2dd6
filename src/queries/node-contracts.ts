import { queryOptions } from '@tanstack/react-query'
import type { ContractState } from '#domain/contract.ts'
import { pageOfContracts, type ContractPage } from '#protocols/gridproxy/contracts.ts'
import type { Network } from './networks.ts'

export type { ContractPage }
export type NodeContractFilter = { nodeId: number; states?: ContractState[]; page: number; size: number }

/** One page of the contracts on a node. The last page stays up while the next one of the same node loads. */
export const nodeContracts = (network: Network, filter: NodeContractFilter) =>
  queryOptions({
    queryKey: [network.id, 'contracts', 'of node', filter.nodeId, filter] as const,
    queryFn: ({ signal }) => pageOfContracts(network.gridproxy, filter, signal),
    placeholderData: (last, query) =>
      query?.queryKey[0] === network.id && query.queryKey[3] === filter.nodeId ? last : undefined,
    refetchInterval: 60_000,
  })
