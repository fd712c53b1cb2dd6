import type { Node } from './node.ts'

/**
 * Why `twinId` cannot rent this node whole, in words for a person; `undefined` when it can. One that sleeps can be rented,
 * and costs nothing until it is awake.
 *
 * Source: tfchain pallet-smart-contract grid_contract.rs, _create_rent_contract
 */
export function rentProblem(
  node: Pick<Node, 'status' | 'rentedByTwinId' | 'rentable'>,
  twinId: number | undefined,
): string | undefined {
  if (node.rentedByTwinId !== 0)
    return node.rentedByTwinId === twinId ? 'You rent it already' : `Twin ${node.rentedByTwinId} rents it whole`
  if (!node.rentable) return 'Others run something on it: only an empty node can be rented'
  return node.status === 'down' ? 'It is down' : undefined
}
