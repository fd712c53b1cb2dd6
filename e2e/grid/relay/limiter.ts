/** What a twin may send within a minute, all its sessions together. */
export type Limit = { count: number; bytes: number }

// Source: rmb-rs src/bins/rmb-relay.rs 15f2092
const windowMs = 60_000

type Spent = { window: number; count: number; bytes: number }

/** Counts what twins send in whole minutes of the clock; without a limit it allows all. Source: rmb-rs src/relay/limiter/fixed.rs 15f2092 */
export class Limiter {
  #limit: Limit | undefined
  readonly #spent = new Map<number, Spent>()

  /** `undefined` lifts the limit. Counting starts anew. */
  set(limit: Limit | undefined): void {
    this.#limit = limit
    this.#spent.clear()
  }

  /** May `twin` send a message of `bytes`? What is refused counts too, except what is too large for any minute. */
  allows(twin: number, bytes: number): boolean {
    const limit = this.#limit
    if (!limit) return true
    if (bytes > limit.bytes) return false
    const window = Math.floor(Date.now() / windowMs)
    let spent = this.#spent.get(twin)
    if (spent?.window !== window) this.#spent.set(twin, (spent = { window, count: 0, bytes: 0 }))
    spent.count++
    spent.bytes += bytes
    return spent.count <= limit.count && spent.bytes <= limit.bytes
  }
}
