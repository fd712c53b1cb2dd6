import { useQuery } from '@tanstack/react-query'
import type { NodeContract } from '#domain/deployed.ts'
import { heldDeployment } from '#queries/deployments.ts'
import { useNetwork } from '#queries/networks.ts'
import { oneNode } from '#queries/nodes.ts'
import type { StateKind } from '#ui/State.tsx'

/** What the node holds for a contract. The node's twin has to be known before it can be asked. */
export function useHeld({ id, nodeId }: NodeContract) {
  const network = useNetwork()
  const node = useQuery(oneNode(network, nodeId))
  const address = { id: nodeId, twinId: node.data?.twinId ?? 0 }
  const held = useQuery({ ...heldDeployment(network, address, id), enabled: node.data !== undefined })
  return { node: node.data, held, error: held.error ?? node.error }
}

export type HeldState = { kind: StateKind; words: string }

/** A deployment's state in a word, from what its node answered. */
export function heldState({ held, error }: Pick<ReturnType<typeof useHeld>, 'held' | 'error'>): HeldState {
  if (held.data === undefined) return error ? { kind: 'warn', words: 'No answer' } : { kind: 'spin', words: 'Asking' }
  if (held.data === null) return { kind: 'warn', words: 'Nothing on the node' }
  const states = held.data.workloads.map(({ result }) => result.state)
  if (states.includes('error')) return { kind: 'failed', words: 'Failed' }
  if (states.includes('paused')) return { kind: 'paused', words: 'Paused' }
  return states.every((state) => state === 'ok')
    ? { kind: 'up', words: 'Running' }
    : { kind: 'spin', words: 'Installing' }
}
