import type { Twin } from '#domain/twin.ts'
import { WireError } from '#protocols/fault.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import type { Clock } from './clock.ts'
import { Connection, type RelayState } from './connection.ts'
import { dial, relayPlace } from './dial.ts'
import { freshClaims, writeToken } from './token.ts'
import type { TwinCache } from './twin-cache.ts'

export type LinesOptions = {
  relays: readonly string[]
  twin: number
  session: string
  signer: Signer
  twins: TwinCache
  clock: Clock | undefined
  WebSocket: typeof globalThis.WebSocket
  /** `relay` brought `bytes`. */
  receive: (bytes: Uint8Array, relay: string) => void
  ping: () => Uint8Array<ArrayBuffer>
}

type Line = { relay: string; connection: Connection }

/** What all lines together are: the best that one of them is. */
const bestFirst: RelayState[] = ['open', 'connecting', 'lost', 'idle', 'closed']

/**
 * A line to each relay at which our twin receives: whoever answers brings it to any one of them, and no other relay would
 * have it. What is sent goes by the first that is open.
 */
export class Lines {
  readonly #options: LinesOptions
  readonly #lines: Line[]
  readonly #listeners = new Set<(state: RelayState) => void>()
  #state: RelayState = 'idle'

  constructor(options: LinesOptions) {
    this.#options = options
    const { receive, ping } = options
    this.#lines = options.relays.map((relay) => {
      const open = (hear: (bytes: Uint8Array) => void) => this.#dial(relay, hear)
      return { relay, connection: new Connection({ open, receive: (bytes) => receive(bytes, relay), ping }) }
    })
    for (const { connection } of this.#lines) connection.onState(() => this.#tell())
  }

  /**
   * A socket that is open.
   *
   * @throws WireError why there is none: 'refused' when the twin is not ours, 'other-relay' when it listens elsewhere, or
   * what became of the first of its relays.
   */
  async ready(): Promise<WebSocket> {
    for (const { connection } of this.#lines) if (connection.socket) return connection.socket
    const lines = await this.#ours()
    return Promise.any(lines.map(({ connection }) => connection.ready())).catch((error: AggregateError) => {
      throw error.errors[0]
    })
  }

  /** Tells `listener` the state now and whenever it changes, until the returned function is called. */
  onState(listener: (state: RelayState) => void): () => void {
    this.#listeners.add(listener)
    listener(this.#state)
    return () => this.#listeners.delete(listener)
  }

  wake(): void {
    for (const { connection } of this.#lines) connection.wake()
  }

  close(): void {
    for (const { connection } of this.#lines) connection.close()
  }

  /**
   * Lines to those of the relays that the twin names. Relays check who we are on the chain and tell a browser nothing, so
   * the same is checked here first, with words.
   */
  async #ours(): Promise<Line[]> {
    const { twin: id, twins } = this.#options
    try {
      const { relay } = this.#own(await twins.get(id))
      const names = relay.split('_')
      const lines = this.#lines.filter((line) => names.includes(new URL(line.relay).hostname))
      if (lines.length > 0) return lines
      throw new WireError({ kind: 'other-relay', where: this.#place, relay })
    } catch (error) {
      twins.forget(id)
      throw error
    }
  }

  #own(twin: Twin | undefined): Twin {
    const { twin: id, signer } = this.#options
    const refused = (reason: string) => new WireError({ kind: 'refused', where: this.#place, reason })
    if (!twin) throw refused(`twin ${id} is not on the chain`)
    if (twin.address !== signer.address) throw refused(`twin ${id} belongs to another account`)
    return twin
  }

  async #dial(relay: string, hear: (bytes: Uint8Array) => void): Promise<WebSocket> {
    const { twin, session, signer, twins, clock, WebSocket } = this.#options
    try {
      return await dial(relay, await writeToken(freshClaims(twin, session), signer), WebSocket, hear, clock)
    } catch (error) {
      // The twin may have changed hands or relays since.
      twins.forget(twin)
      throw error
    }
  }

  get #place(): string {
    return relayPlace(this.#options.relays[0]!)
  }

  #tell(): void {
    const states = this.#lines.map(({ connection }) => connection.state)
    const state = bestFirst.find((each) => states.includes(each))!
    if (state === this.#state) return
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}
