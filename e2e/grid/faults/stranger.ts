import { minus } from '#domain/capacity.ts'
import type { SimulatedNode } from '../node/simulated-node.ts'
import type { Usage } from '../usage.ts'

/** No contract of the chain has this number. */
const contract = 0

/** Takes all memory and disk that a node has left, as if by a contract of somebody else. */
export class Stranger {
  readonly #node: SimulatedNode
  readonly #usage: Usage
  readonly #taken: { pool: { used: number }; size: number }[]

  constructor(node: SimulatedNode, usage: Usage) {
    this.#node = node
    this.#usage = usage
    usage.set(node.id, contract, minus(node.world.chain.resources, node.usage.used))
    this.#taken = node.host.pools.map((pool) => ({ pool, size: pool.size - pool.used }))
    for (const { pool, size } of this.#taken) pool.used += size
  }

  leave(): void {
    this.#usage.drop(this.#node.id, contract)
    for (const { pool, size } of this.#taken) pool.used -= size
  }
}
