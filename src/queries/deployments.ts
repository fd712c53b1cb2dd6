import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { ContractState } from '#domain/contract.ts'
import { groupContracts } from '#domain/deployed.ts'
import { getDeployment, type WorkloadReport } from '#protocols/node/deployment.ts'
import { listContracts } from '#protocols/gridproxy/contracts.ts'
import { nodeLine } from './connections.ts'
import type { Network } from './networks.ts'
import { transact } from './transact.ts'

export type { WorkloadReport }

const live: ContractState[] = ['Created', 'GracePeriod']

/** What a twin runs: its live contracts, grouped as they were made. */
export const deploymentList = (network: Network, twinId: number) =>
  queryOptions({
    queryKey: [network.id, 'deployments', twinId],
    queryFn: async ({ signal }) => {
      const { contracts } = await listContracts(network.gridproxy, { twinId, states: live, type: 'node' }, signal)
      return groupContracts(contracts)
    },
    refetchInterval: 15_000,
  })

/** What a node holds for a contract, asked of the node itself; `null` when it holds nothing. */
export const heldDeployment = (network: Network, node: { id: number; twinId: number }, contractId: number) =>
  queryOptions({
    queryKey: [network.id, 'held', contractId],
    queryFn: async () => (await getDeployment(nodeLine(network, node), contractId)) ?? null,
    retry: false,
    refetchInterval: 20_000,
  })

/** Cancels contracts, all or none, with one signature. */
export const cancelContracts = (network: Network, client: QueryClient) => ({
  mutationFn: async (contractIds: number[]) => {
    const calls = contractIds.map((contractId) => ({ call: 'cancel-contract' as const, contractId }))
    return transact(network, calls)
  },
  // Not waited for: what called this may be gone once the lists are read anew.
  onSuccess: () => void client.invalidateQueries({ queryKey: [network.id] }),
})
