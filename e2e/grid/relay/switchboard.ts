import { Mailbox, type Session } from './mailbox.ts'
import type { Metrics } from './metrics.ts'
import type { Party } from './routing.ts'

const sweepEveryMs = 60_000

/** Every mailbox of a relay, by (twin, session). */
export class Switchboard {
  readonly #mailboxes = new Map<string, Mailbox>()
  readonly #metrics: Metrics
  readonly #patienceMs: number | undefined
  #sweptAtMs = Date.now()

  /** `patienceMs`: how long a session that takes nothing is kept. */
  constructor(metrics: Metrics, patienceMs?: number) {
    this.#metrics = metrics
    this.#patienceMs = patienceMs
  }

  isConnected(party: Party): boolean {
    return this.#mailboxes.get(keyOf(party))?.isConnected ?? false
  }

  get connected(): number {
    return [...this.#mailboxes.values()].filter((mailbox) => mailbox.isConnected).length
  }

  /** Mailboxes that are kept: of those connected, and of those away for whom something waits. */
  get size(): number {
    return this.#mailboxes.size
  }

  put(party: Party, bytes: Uint8Array): void {
    this.#metrics.add('relay_message_rx')
    this.#metrics.add('relay_message_rx_bytes', bytes.length)
    this.#mailbox(party).put(bytes)
  }

  open(party: Party, session: Session): void {
    this.#mailbox(party).open(session)
  }

  close(party: Party, session: Session): void {
    const key = keyOf(party)
    const mailbox = this.#mailboxes.get(key)
    mailbox?.close(session)
    if (mailbox?.isIdle) this.#mailboxes.delete(key)
  }

  /** Drops every session of a twin, or of everybody. */
  drop(twin?: number): void {
    for (const [key, mailbox] of this.#mailboxes) if (twin === undefined || key.startsWith(`${twin} `)) mailbox.drop()
  }

  /** Loses all that waits for those who are away. */
  forget(): void {
    for (const [key, mailbox] of this.#mailboxes) if (!mailbox.isConnected) this.#mailboxes.delete(key)
  }

  #mailbox(party: Party): Mailbox {
    this.#sweep()
    const key = keyOf(party)
    let mailbox = this.#mailboxes.get(key)
    if (!mailbox) this.#mailboxes.set(key, (mailbox = new Mailbox(this.#patienceMs)))
    return mailbox
  }

  /** Sessions are random and most never come again. */
  #sweep(): void {
    if (Date.now() - this.#sweptAtMs < sweepEveryMs) return
    this.#sweptAtMs = Date.now()
    for (const [key, mailbox] of this.#mailboxes) if (mailbox.isIdle) this.#mailboxes.delete(key)
  }
}

const keyOf = ({ twin, connection }: Party): string => `${twin} ${JSON.stringify(connection)}`
