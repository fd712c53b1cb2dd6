import { add, none, type Capacity } from '#domain/capacity.ts'
import { bytes, gib } from '#domain/units.ts'

/** What the contracts on each node take of it, as nodes report it. */
export class Usage {
  readonly #nodes = new Map<number, Map<number, Capacity>>()

  set(nodeId: number, contractId: number, capacity: Capacity): void {
    const contracts = this.#nodes.get(nodeId) ?? new Map<number, Capacity>()
    this.#nodes.set(nodeId, contracts.set(contractId, capacity))
  }

  drop(nodeId: number, contractId: number): void {
    this.#nodes.get(nodeId)?.delete(contractId)
  }

  /** How many contracts there are on the node. */
  count(nodeId: number): number {
    return this.#nodes.get(nodeId)?.size ?? 0
  }

  of(nodeId: number): Capacity {
    return [...(this.#nodes.get(nodeId)?.values() ?? [])].reduce(add, none)
  }
}

/** What ZOS keeps for itself: a tenth of the memory, 2 GiB at least, and 20 GiB of SSD. */
export const reserve = ({ mru }: Capacity): Capacity => ({
  ...none,
  mru: bytes(Math.max(Math.floor(mru / 10), gib(2))),
  sru: gib(20),
})
