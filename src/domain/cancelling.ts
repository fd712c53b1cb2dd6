import type { Contract } from './contract.ts'

/** Contracts in an order in which one transaction can cancel them: a rent goes after what runs on its node. */
export const inCancelOrder = (contracts: readonly Contract[]): Contract[] =>
  contracts.toSorted((a, b) => Number(a.kind === 'rent') - Number(b.kind === 'rent'))

/** A rent that cannot be cancelled with these, and what still runs on its node. */
export type Held = { rent: number; nodeId: number; holds: number[] }

/**
 * The rents among `contracts` whose nodes would not be empty. `holds`: what runs on each rented node.
 *
 * Source: tfchain pallet-smart-contract grid_contract.rs (NodeHasActiveContracts)
 */
export function heldRents(contracts: readonly Contract[], holds: (rent: number) => readonly number[]): Held[] {
  const gone = new Set(contracts.map(({ id }) => id))
  return contracts.flatMap((contract) => {
    if (contract.kind !== 'rent') return []
    const left = holds(contract.id).filter((id) => !gone.has(id))
    return left.length === 0 ? [] : [{ rent: contract.id, nodeId: contract.nodeId, holds: left }]
  })
}
