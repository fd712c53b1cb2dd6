import type { Twin } from '#domain/twin.ts'
import { inTime } from './in-time.ts'

/** Looks a twin up on the chain; `undefined` when there is none. */
export type TwinLookup = (id: number) => Promise<Twin | undefined>

/** A twin changes its key rarely, and what fails because it did is looked up anew. */
const keptMs = 10 * 60_000

/** Remembers for ten minutes what `lookup` found, and asks once for all who want to know at the same time. */
export class TwinCache {
  readonly #lookup: TwinLookup
  readonly #known = new Map<number, { twin: Promise<Twin | undefined>; atMs: number }>()

  constructor(lookup: TwinLookup) {
    this.#lookup = lookup
  }

  /** @throws WireError 'silent' when the chain does not answer. */
  get(id: number): Promise<Twin | undefined> {
    const known = this.#known.get(id)
    return known && Date.now() - known.atMs < keptMs ? known.twin : this.fresh(id)
  }

  /** As it is on the chain now. What was not found is not remembered. */
  fresh(id: number): Promise<Twin | undefined> {
    const twin = inTime(this.#lookup(id))
    this.#known.set(id, { twin, atMs: Date.now() })
    const forget = () => this.#known.get(id)?.twin === twin && this.forget(id)
    twin.then((found) => found ?? forget(), forget)
    return twin
  }

  /** Has it looked up again when it is next needed. */
  forget(id: number): void {
    this.#known.delete(id)
  }
}
