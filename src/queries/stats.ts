import { queryOptions } from '@tanstack/react-query'
import type { NodeStatus } from '#domain/node.ts'
import { countFreeIps } from '#protocols/gridproxy/public-ips.ts'
import { getStats, type Stats } from '#protocols/gridproxy/stats.ts'
import type { Network } from './networks.ts'

export type { Stats }

/**
 * The grid in figures; those of nodes only of the ones in these states, where some are given. The last figures stay up
 * while others load, though not another network's.
 */
export const gridStats = (network: Network, status?: NodeStatus[]) =>
  queryOptions({
    queryKey: [network.id, 'stats', status] as const,
    queryFn: ({ signal }) => getStats(network.gridproxy, status, signal),
    placeholderData: (last, query) => (query?.queryKey[0] === network.id ? last : undefined),
    staleTime: 300_000,
  })

/** How many public IPs of all farms are free. */
export const freePublicIps = (network: Network) =>
  queryOptions({
    queryKey: [network.id, 'stats', 'free IPs'],
    queryFn: ({ signal }) => countFreeIps(network.gridproxy, signal),
    staleTime: 300_000,
  })
