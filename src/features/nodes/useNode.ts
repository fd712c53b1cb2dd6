import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Node } from '#domain/node.ts'
import { useNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'

/** The node of the page that this is a tab of; tabs show once it is there. */
export function useNode(): Node {
  const { nodeId } = useParams({ from: '/nodes/$nodeId' })
  return useQuery(oneNode(useNetwork(), Number(nodeId))).data!
}
