export type RelayState = 'idle' | 'connecting' | 'open' | 'lost' | 'closed'

// Source: rmb-rs src/peer/socket.rs, rmb-sdk-go peer/connection.go: ping every 20 s, dead after 40 s without a word.
const pingEveryMs = 20_000
const deadAfterMs = 40_000
/** A person looks at the page: a relay that lives answers a ping sooner. */
const wakeWithinMs = 5_000
const longestPauseMs = 30_000

type Wiring = {
  /** Opens one socket, with whatever a relay asks for at its door. */
  open: (receive: (bytes: Uint8Array) => void) => Promise<WebSocket>
  receive: (bytes: Uint8Array) => void
  ping: () => Uint8Array<ArrayBuffer>
}

/** A socket that is opened when first needed, kept alive by pings, and opened again for ever once it is lost. */
export class Connection {
  readonly #wiring: Wiring
  readonly #listeners = new Set<(state: RelayState) => void>()
  #state: RelayState = 'idle'
  #socket: WebSocket | undefined
  #opening: Promise<WebSocket> | undefined
  #heardAtMs = 0
  /** Attempts since the relay last said something: an open socket that is closed at once is a failure as well. */
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #watch: ReturnType<typeof setInterval> | undefined
  #probe: ReturnType<typeof setTimeout> | undefined

  constructor(wiring: Wiring) {
    this.#wiring = wiring
    // Browsers tell it to their workers too; Node.js has no such event.
    globalThis.addEventListener?.('online', this.wake)
  }

  get state(): RelayState {
    return this.#state
  }

  /** `undefined` while there is none that is open. */
  get socket(): WebSocket | undefined {
    // One on its way out takes what is sent without a word, and tells of its end only once the other side agrees.
    if (this.#socket && this.#socket.readyState !== this.#socket.OPEN) this.#lost()
    return this.#socket
  }

  /** The open socket, opened first if need be. @throws WireError why there is none. */
  async ready(): Promise<WebSocket> {
    return this.socket ?? this.#open()
  }

  /** Tells `listener` the state now and whenever it changes, until the returned function is called. */
  onState(listener: (state: RelayState) => void): () => void {
    this.#listeners.add(listener)
    listener(this.#state)
    return () => this.#listeners.delete(listener)
  }

  /** For when the computer was asleep or offline: tries again now, or looks whether the socket outlived it. */
  readonly wake = (): void => {
    const { socket } = this
    this.#retryNow()
    if (!socket) return
    const askedAtMs = Date.now()
    socket.send(this.#wiring.ping())
    clearTimeout(this.#probe)
    this.#probe = setTimeout(() => this.#heardAtMs < askedAtMs && this.#lost(), wakeWithinMs)
  }

  close(): void {
    globalThis.removeEventListener?.('online', this.wake)
    clearTimeout(this.#retry)
    this.#turn('closed')
    this.#hangUp()
  }

  #open(): Promise<WebSocket> {
    this.#opening ??= this.#attempt().finally(() => (this.#opening = undefined))
    return this.#opening
  }

  async #attempt(): Promise<WebSocket> {
    if (this.#state === 'closed') throw new DOMException('The relay client was closed', 'AbortError')
    clearTimeout(this.#retry)
    this.#turn('connecting')
    try {
      const socket = await this.#wiring.open(this.#hear)
      if (this.#isClosed()) socket.close()
      else this.#use(socket)
      return socket
    } catch (error) {
      this.#lost()
      throw error
    }
  }

  #use(socket: WebSocket): void {
    this.#socket = socket
    this.#heardAtMs = Date.now()
    this.#watch = setInterval(() => this.#checkAlive(socket), pingEveryMs)
    socket.onclose = () => this.#socket === socket && this.#lost()
    this.#turn('open')
  }

  readonly #hear = (bytes: Uint8Array): void => {
    this.#heardAtMs = Date.now()
    this.#failures = 0
    this.#wiring.receive(bytes)
  }

  #checkAlive(socket: WebSocket): void {
    if (Date.now() - this.#heardAtMs >= deadAfterMs) this.#lost()
    else socket.send(this.#wiring.ping())
  }

  /** Pauses 1 to 2 s at first, twice as long each time, and never all clients of a relay as long as each other. */
  #lost(): void {
    this.#hangUp()
    if (this.#isClosed()) return
    const pauseMs = Math.min(longestPauseMs, 2_000 * 2 ** this.#failures++) * (0.5 + Math.random() / 2)
    this.#turn('lost')
    this.#retry = setTimeout(this.#retryNow, pauseMs)
  }

  readonly #retryNow = (): void => {
    // Whoever waits for the socket hears why it failed; the next attempt is already planned.
    if (this.#state === 'lost') this.#open().catch(() => undefined)
  }

  #hangUp(): void {
    clearInterval(this.#watch)
    clearTimeout(this.#probe)
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
  }

  #isClosed(): boolean {
    return this.#state === 'closed'
  }

  #turn(state: RelayState): void {
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}
