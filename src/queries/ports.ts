import { queryOptions } from '@tanstack/react-query'
import { listWireguardPorts } from '#protocols/node/network.ts'
import { nodeLine } from './connections.ts'
import type { Network } from './networks.ts'

/** WireGuard ports taken on a node, asked of the node; with it comes how long it took to answer. */
export const usedPorts = (network: Network, node: { id: number; twinId: number }) =>
  queryOptions({
    queryKey: [network.id, 'ports', node.id],
    queryFn: async () => {
      const asked = performance.now()
      const ports = await listWireguardPorts(nodeLine(network, node))
      return { ports, answeredInMs: performance.now() - asked }
    },
    retry: false,
  })
