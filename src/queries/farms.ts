import { queryOptions } from '@tanstack/react-query'
import { listContracts } from '#protocols/gridproxy/contracts.ts'
import { farmSorts, getFarm, listFarms, type FarmFilter } from '#protocols/gridproxy/farms.ts'
import type { Network } from './networks.ts'

export { farmSorts, type FarmFilter }

/** One page of the farms that match. The last page stays up while the next one loads, though not another network's. */
export const farmList = (network: Network, filter: FarmFilter) =>
  queryOptions({
    queryKey: [network.id, 'farms', 'list', filter] as const,
    queryFn: ({ signal }) => listFarms(network.gridproxy, filter, signal),
    placeholderData: (last, query) => (query?.queryKey[0] === network.id ? last : undefined),
    refetchInterval: 60_000,
  })

export const oneFarm = (network: Network, id: number) =>
  queryOptions({
    queryKey: [network.id, 'farms', 'one', id],
    queryFn: ({ signal }) => getFarm(network.gridproxy, id, signal),
    refetchInterval: 60_000,
  })

/** The contracts that hold public IPs of a farm. */
export const contractsWithIps = (network: Network, farmId: number) =>
  queryOptions({
    queryKey: [network.id, 'contracts', 'with IPs', farmId],
    queryFn: ({ signal }) =>
      listContracts(network.gridproxy, { farmId, publicIps: 1, states: ['Created', 'GracePeriod'] }, signal),
    staleTime: 60_000,
  })
