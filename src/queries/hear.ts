import { queryOptions } from '@tanstack/react-query'
import type { NodeLine } from '#protocols/node/line.ts'
import { getVersion } from '#protocols/node/system.ts'
import { askNode, type NodeAddress } from './connections.ts'
import { inLane } from './lanes.ts'
import type { Network } from './networks.ts'

export type { NodeAddress }

/** What a node answered, and how long it took from sending the question. */
export type Heard<T> = { answer: T; tookMs: number }

/** What all that a node is asked goes by. */
export const liveOf = (network: Network, node: NodeAddress) => [network.id, 'nodes', 'live', node.id] as const

/** One thing asked of a node itself over RMB. A node that says nothing is not asked again unbidden. */
export const heard = <T>(network: Network, node: NodeAddress, about: string, ask: (line: NodeLine) => Promise<T>) =>
  queryOptions({
    queryKey: [...liveOf(network, node), about] as const,
    queryFn: ({ signal }) => inLane(signal, () => hear(network, node, ask, signal)),
    staleTime: 60_000,
    retry: false,
    refetchOnWindowFocus: false,
  })

/** Whether a node answers, and how fast: it is asked for its version. */
export const reach = (network: Network, node: NodeAddress) => heard(network, node, 'version', getVersion)

async function hear<T>(
  network: Network,
  node: NodeAddress,
  ask: (line: NodeLine) => Promise<T>,
  signal: AbortSignal,
): Promise<Heard<T>> {
  const beganAt = performance.now()
  let tookMs: number | undefined
  const answer = await ask({
    name: `Node ${node.id}`,
    ask: async (command, payload, timeoutMs) => {
      const told = await askNode(network, node, command, payload, timeoutMs, signal)
      tookMs = told.tookMs
      return JSON.parse(told.text)
    },
  })
  // A refusal can be an answer too, of which it is not told how long it took.
  return { answer, tookMs: tookMs ?? performance.now() - beganAt }
}
