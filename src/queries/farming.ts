import { queryOptions } from '@tanstack/react-query'
import { WireError } from '#protocols/fault.ts'
import { listFarms } from '#protocols/gridproxy/farms.ts'
import { listNodes } from '#protocols/gridproxy/nodes.ts'
import { session } from './connections.ts'
import type { Network } from './networks.ts'

/** GridProxy sets no limit; no farm has more nodes, and nobody more farms. */
const most = 1000

/** The farms of a twin, and what their votes count. */
export const farmsOf = (network: Network, twinId: number) =>
  queryOptions({
    queryKey: [network.id, 'farms', 'of twin', twinId],
    queryFn: async ({ signal }) => {
      const asked = { twinId, page: 1, size: most, sort: 'farm_id', order: 'asc' } as const
      const { farms, problems } = await listFarms(network.gridproxy, asked, signal)
      return { farms, problems }
    },
    refetchInterval: 30_000,
  })

/** A farm as the chain has it, which is what its farmer changes. */
export const farmOnChain = (network: Network, id: number) =>
  queryOptions({
    queryKey: [network.id, 'farms', 'on chain', id],
    queryFn: async () => {
      const farm = await (await session(network)).farm(id)
      if (farm) return farm
      throw new WireError({ kind: 'missing', where: 'TFChain', what: `Farm ${id}` })
    },
    refetchInterval: 30_000,
  })

/** The nodes of a farm, with what their farmer sets. */
export const farmNodes = (network: Network, farmId: number) =>
  queryOptions({
    queryKey: [network.id, 'farms', 'nodes', farmId],
    queryFn: async () => (await session(network)).farmNodes(farmId),
    refetchInterval: 15_000,
  })

/** What GridProxy tells of a farm's nodes besides: whether they are up, since when, and what is used. By their numbers. */
export const farmNodesSeen = (network: Network, farmId: number) =>
  queryOptions({
    queryKey: [network.id, 'farms', 'nodes seen', farmId],
    queryFn: async ({ signal }) => {
      const asked = { farmId, page: 1, size: most, sort: 'node_id', order: 'asc' } as const
      const { nodes } = await listNodes(network.gridproxy, asked, signal)
      return new Map(nodes.map((node) => [node.id, node]))
    },
    refetchInterval: 30_000,
  })

/** The farm that has a name, `null` when it is free. */
export const farmOfName = (network: Network, name: string) =>
  queryOptions({
    queryKey: [network.id, 'farms', 'of name', name],
    queryFn: async () => (await (await session(network)).farmIdOf(name)) ?? null,
    staleTime: 15_000,
  })

/** What farms vote on. */
export const proposals = (network: Network) =>
  queryOptions({
    queryKey: [network.id, 'proposals'],
    queryFn: async () => (await session(network)).proposals(),
    refetchInterval: 30_000,
  })

/** What the votes of these farms count. */
export const farmWeights = (network: Network, ids: number[]) =>
  queryOptions({
    queryKey: [network.id, 'farms', 'weights', ids],
    queryFn: async () => (await session(network)).farmWeights(ids),
    staleTime: 60_000,
  })
