// Source: rmb-rs src/relay/switch/mod.rs 15f2092
const capacity = 10_000
const keptMs = 3_600_000

/** One party's line to the relay. */
export type Session = { deliver: (bytes: Uint8Array) => void; drop: () => void }

/** What arrives for one (twin, session): handed over while it is connected, kept for an hour while it is away. */
export class Mailbox {
  #session: Session | undefined
  #kept: Uint8Array[] = []
  #expiresAtMs = 0

  get isConnected(): boolean {
    return this.#session !== undefined
  }

  put(bytes: Uint8Array): void {
    if (this.#session) return this.#session.deliver(bytes)
    if (Date.now() > this.#expiresAtMs) this.#kept = []
    this.#kept.push(bytes)
    if (this.#kept.length > capacity) this.#kept.shift()
    this.#expiresAtMs = Date.now() + keptMs
  }

  /** Only one connection can hold a session: the older one is dropped. */
  open(session: Session): void {
    this.drop()
    this.#session = session
    const kept = Date.now() > this.#expiresAtMs ? [] : this.#kept
    this.#kept = []
    for (const bytes of kept) session.deliver(bytes)
  }

  close(session: Session): void {
    if (this.#session === session) this.#session = undefined
  }

  drop(): void {
    const session = this.#session
    this.#session = undefined
    session?.drop()
  }
}
