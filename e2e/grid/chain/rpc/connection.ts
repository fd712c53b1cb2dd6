import type { WebSocket } from 'ws'
import type { Blockchain } from '../blockchain.ts'
import { RpcError } from './rpc-error.ts'

/** Begins to push what a subscription is about; returns the way to stop. */
export type Source = (push: (result: unknown) => void) => () => void

/** What a method can do beside reading its parameters. */
export type Call = {
  chain: Blockchain
  params: unknown[]
  /** Opens a subscription whose notifications are called `method`. Returns its id. */
  subscribe(method: string, source: Source): string
  /** Whether there was such a subscription. */
  unsubscribe(id: unknown): boolean
}

export type Method = (call: Call) => unknown
export type Methods = Record<string, Method>

type Request = { id?: unknown; method?: unknown; params?: unknown }
type Subscription = { stop: () => void; answered: () => void }

/** One client on a websocket: JSON-RPC 2.0 with subscriptions that end with the connection. */
export class Connection {
  readonly #socket: WebSocket
  readonly #chain: Blockchain
  readonly #methods: Methods
  readonly #subscriptions = new Map<string, Subscription>()
  #lastId = 0

  constructor(socket: WebSocket, chain: Blockchain, methods: Methods) {
    this.#socket = socket
    this.#chain = chain
    this.#methods = methods
    socket.on('message', (data) => void this.#receive(String(data)))
    socket.on('close', () => {
      for (const { stop } of this.#subscriptions.values()) stop()
      this.#subscriptions.clear()
    })
  }

  async #receive(text: string): Promise<void> {
    let message: unknown
    try {
      message = JSON.parse(text)
    } catch {
      return this.#send({ id: null, error: { code: -32700, message: 'Parse error' } })
    }
    await this.#answer(message as Request | null)
  }

  async #answer(request: Request | null): Promise<void> {
    const opened: string[] = []
    const id = request?.id ?? null
    try {
      const { method, params = [] } = request ?? {}
      if (typeof method !== 'string' || !Array.isArray(params)) throw new RpcError(-32600, 'Invalid request')
      const handle = this.#methods[method]
      if (!handle) throw new RpcError(-32601, 'Method not found')
      const result = await handle({
        chain: this.#chain,
        params,
        subscribe: (name, source) => this.#subscribe(name, source, opened),
        unsubscribe: (subscription) => this.#unsubscribe(String(subscription)),
      })
      this.#send({ id, result })
    } catch (error) {
      for (const subscription of opened) this.#unsubscribe(subscription)
      const told = error instanceof RpcError ? error : new RpcError(-32603, `Internal error: ${String(error)}`)
      this.#send({ id, error: { code: told.code, message: told.message, data: told.data } })
    }
    for (const subscription of opened) this.#subscriptions.get(subscription)?.answered()
  }

  /** Clients know a subscription by the id in the answer, so nothing may be pushed before that went out. */
  #subscribe(method: string, source: Source, opened: string[]): string {
    const id = `${method}-${++this.#lastId}`
    let held: unknown[] | undefined = []
    const push = (result: unknown) => {
      if (held) held.push(result)
      else this.#send({ method, params: { subscription: id, result } })
    }
    const stop = source(push)
    const answered = () => {
      const waiting = held ?? []
      held = undefined
      for (const result of waiting) push(result)
    }
    this.#subscriptions.set(id, { stop, answered })
    opened.push(id)
    return id
  }

  #unsubscribe(id: string): boolean {
    this.#subscriptions.get(id)?.stop()
    return this.#subscriptions.delete(id)
  }

  #send(message: object): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify({ jsonrpc: '2.0', ...message }))
  }
}
