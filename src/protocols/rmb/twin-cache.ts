import type { Twin } from '#domain/twin.ts'

/** Looks a twin up on the chain; `undefined` when there is none. */
export type TwinLookup = (id: number) => Promise<Twin | undefined>

/** A twin changes its key rarely, and what fails because it did is looked up anew. */
const keptMs = 10 * 60_000

/** Remembers for ten minutes what `lookup` found. What it did not find, it asks again. */
export class TwinCache {
  readonly #lookup: TwinLookup
  readonly #found = new Map<number, { twin: Twin; atMs: number }>()

  constructor(lookup: TwinLookup) {
    this.#lookup = lookup
  }

  async get(id: number): Promise<Twin | undefined> {
    const known = this.#found.get(id)
    if (known && Date.now() - known.atMs < keptMs) return known.twin
    return this.fresh(id)
  }

  async fresh(id: number): Promise<Twin | undefined> {
    const twin = await this.#lookup(id)
    if (twin) this.#found.set(id, { twin, atMs: Date.now() })
    return twin
  }
}
