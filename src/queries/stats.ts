import { queryOptions } from '@tanstack/react-query'
import type { NodeStatus } from '#domain/node.ts'
import { getStats, type Stats } from '#protocols/gridproxy/stats.ts'
import type { Network } from './networks.ts'

export type { Stats }

/** The grid in figures; those of nodes only of the ones in these states, where some are given. */
export const gridStats = (network: Network, status?: NodeStatus[]) =>
  queryOptions({
    queryKey: [network.id, 'stats', status] as const,
    queryFn: ({ signal }) => getStats(network.gridproxy, status, signal),
    staleTime: 300_000,
  })
