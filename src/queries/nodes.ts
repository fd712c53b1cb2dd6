import { queryOptions } from '@tanstack/react-query'
import { getNode, listNodes, nodeSorts, type NodeFilter, type NodePage } from '#protocols/gridproxy/nodes.ts'
import type { Network } from './networks.ts'

export { nodeSorts, type NodeFilter, type NodePage }

/** One page of the nodes that match. The last page stays up while the next one loads, though not another network's. */
export const nodeList = (network: Network, filter: NodeFilter) =>
  queryOptions({
    queryKey: [network.id, 'nodes', 'list', filter] as const,
    queryFn: ({ signal }) => listNodes(network.gridproxy, filter, signal),
    placeholderData: (last, query) => (query?.queryKey[0] === network.id ? last : undefined),
    refetchInterval: 60_000,
  })

/** GridProxy sets no limit; this many rows are 1.5 MB before they are compressed. */
export const mapLimit = 1000

/** The nodes of every page of a result, as far as a map takes them. */
export const nodesOnMap = (network: Network, filter: NodeFilter) =>
  queryOptions({
    ...nodeList(network, { ...filter, page: 1, size: mapLimit }),
    staleTime: 300_000,
    refetchInterval: false,
  })

export const oneNode = (network: Network, id: number) =>
  queryOptions({
    queryKey: [network.id, 'nodes', 'one', id],
    queryFn: ({ signal }) => getNode(network.gridproxy, id, signal),
    refetchInterval: 60_000,
  })
