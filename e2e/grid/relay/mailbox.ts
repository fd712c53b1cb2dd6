// Source: rmb-rs src/relay/switch/mod.rs 15f2092
const capacity = 10_000
const keptMs = 3_600_000
/** Letters on their way to a session at any time. Source: rmb-rs src/relay/api.rs `ConnectionWriter::start` 15f2092 */
const underway = 256
/** How long a session may take none of them. Source: rmb-rs src/relay/switch/worker.rs 15f2092 */
const patienceMs = 60_000

/** Why the relay drops a session. Source: rmb-rs src/relay/switch/mod.rs `RELAY_SESSION_EVICTIONS_TOTAL` 15f2092 */
export type Eviction = 'cancelled' | 'back_pressure_timeout'

/** One party's line to the relay. */
export type Session = {
  /** Calls `written` once the letter has left; without it the letter stays for the session that comes next. */
  deliver: (bytes: Uint8Array, written: () => void) => void
  drop: (why: Eviction) => void
}

/** A session with the letters it was handed: `next` is the first that it was not. */
type Line = { session: Session; next: number; underway: number; stalled?: ReturnType<typeof setTimeout> }

/** What arrives for one (twin, session): handed over while it is connected, kept for an hour while it is away. */
export class Mailbox {
  readonly #patienceMs: number
  readonly #letters = new Map<number, Uint8Array>()
  #end = 0
  #line: Line | undefined
  #expiresAtMs = 0

  constructor(patience = patienceMs) {
    this.#patienceMs = patience
  }

  get isConnected(): boolean {
    return this.#line !== undefined
  }

  /** Is there nothing to keep it for? */
  get isIdle(): boolean {
    this.#forgetExpired()
    return !this.#line && this.#letters.size === 0
  }

  put(bytes: Uint8Array): void {
    this.#forgetExpired()
    this.#letters.set(this.#end++, bytes)
    if (this.#letters.size > capacity) this.#letters.delete(this.#oldest)
    this.#expiresAtMs = Date.now() + keptMs
    this.#handOver()
  }

  /**
   * Only one connection can hold a session: the older one is dropped. Source: rmb-rs docs/readme.md 15f2092. By its code
   * the clean-up of the older one takes the newer one along, which a client that comes again does not notice.
   */
  open(session: Session): void {
    const older = this.#line
    this.#forgetExpired()
    this.#line = { session, next: this.#oldest, underway: 0 }
    clearTimeout(older?.stalled)
    older?.session.drop('cancelled')
    this.#handOver()
  }

  close(session: Session): void {
    if (this.#line?.session !== session) return
    clearTimeout(this.#line.stalled)
    this.#line = undefined
  }

  drop(why: Eviction = 'cancelled'): void {
    const session = this.#line?.session
    if (!session) return
    this.close(session)
    session.drop(why)
  }

  #handOver(): void {
    const line = this.#line
    while (line && line === this.#line && line.next < this.#end && line.underway < underway) {
      const letter = line.next++
      const bytes = this.#letters.get(letter)
      if (!bytes) continue
      line.underway++
      line.session.deliver(bytes, () => this.#written(letter, line))
    }
    if (line && line === this.#line && line.next < this.#end)
      line.stalled ??= setTimeout(() => this.drop('back_pressure_timeout'), this.#patienceMs).unref()
  }

  #written(letter: number, line: Line): void {
    this.#letters.delete(letter)
    clearTimeout(line.stalled)
    line.stalled = undefined
    if (line.underway-- === underway) this.#handOver()
  }

  get #oldest(): number {
    return this.#letters.keys().next().value ?? this.#end
  }

  #forgetExpired(): void {
    if (Date.now() > this.#expiresAtMs) this.#letters.clear()
  }
}
