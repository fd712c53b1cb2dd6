import { add, none, type Capacity } from '#domain/capacity.ts'

/** What the contracts on each node take of it, as nodes report it. */
export class Usage {
  readonly #nodes = new Map<number, Map<number, Capacity>>()
  readonly #listeners = new Set<(nodeId: number) => void>()

  /** Called with each node whose use changes. */
  onChange(listener: (nodeId: number) => void): void {
    this.#listeners.add(listener)
  }

  set(nodeId: number, contractId: number, capacity: Capacity): void {
    const contracts = this.#nodes.get(nodeId) ?? new Map<number, Capacity>()
    this.#nodes.set(nodeId, contracts.set(contractId, capacity))
    for (const listener of this.#listeners) listener(nodeId)
  }

  drop(nodeId: number, contractId: number): void {
    this.#nodes.get(nodeId)?.delete(contractId)
    for (const listener of this.#listeners) listener(nodeId)
  }

  /** How many contracts there are on the node. */
  count(nodeId: number): number {
    return this.#nodes.get(nodeId)?.size ?? 0
  }

  of(nodeId: number): Capacity {
    return [...(this.#nodes.get(nodeId)?.values() ?? [])].reduce(add, none)
  }
}
