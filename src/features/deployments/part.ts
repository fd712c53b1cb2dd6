import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import type { NodeContract } from '#domain/deployed.ts'
import type { Node } from '#domain/node.ts'
import { useNeed } from '#features/account/NeedsKey.tsx'
import { heldDeployment, type HeldDeployment } from '#queries/deployments.ts'
import { useNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'

/** One contract of a deployment with what its node tells of it. */
export type Part = {
  contract: NodeContract
  node: Node | undefined
  /** `null` when the node holds nothing; `undefined` while it said nothing. */
  held: HeldDeployment | null | undefined
  error: unknown
  /** When it last failed to answer, in unix milliseconds; 0 when it never did. */
  failedAt: number
  /** Whether it can be asked at all: without a key or a twin it cannot. */
  canAsk: boolean
  isFetching: boolean
  ask: () => void
}

/** What nodes hold for these contracts. A node's twin has to be known before it can be asked. */
export function useParts(contracts: readonly NodeContract[]): Part[] {
  const network = useNetwork()
  const canAsk = useNeed() === undefined
  const ids = [...new Set(contracts.map(({ nodeId }) => nodeId))]
  const nodes = useQueries({ queries: ids.map((id) => oneNode(network, id)) })
  const nodeOf = (id: number) => nodes[ids.indexOf(id)]!
  const held = useQueries({
    queries: contracts.map(({ id, nodeId }) => {
      const twinId = nodeOf(nodeId).data?.twinId
      return {
        ...heldDeployment(network, { id: nodeId, twinId: twinId ?? 0 }, id),
        enabled: canAsk && twinId !== undefined,
      }
    }),
  })
  return contracts.map((contract, i) => partOf(contract, nodeOf(contract.nodeId), held[i]!, canAsk))
}

function partOf(
  contract: NodeContract,
  node: UseQueryResult<Node>,
  held: UseQueryResult<HeldDeployment | null>,
  canAsk: boolean,
): Part {
  const failed = held.error ? held : node
  return {
    contract,
    node: node.data,
    held: held.data,
    error: failed.error,
    failedAt: failed.errorUpdatedAt,
    canAsk,
    isFetching: held.isFetching || node.isFetching,
    ask: () => void (node.data ? held : node).refetch(),
  }
}
