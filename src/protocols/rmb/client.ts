import { create, toBinary } from '@bufbuild/protobuf'
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { WireError } from '#protocols/fault.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import { readAnswer } from './answer.ts'
import { Connection, type RelayState } from './connection.ts'
import { dial, relayPlace } from './dial.ts'
import { lifetime, readEnvelope } from './envelope.ts'
import { EnvelopeSchema } from './envelope_pb.ts'
import { jsonSchema, seal } from './sealing.ts'
import { freshClaims, writeToken } from './token.ts'
import { TwinCache, type TwinLookup } from './twin-cache.ts'

export type RmbOptions = {
  /** The relay, which should be one of those in our twin's `relay`: answers go there. */
  url: string
  twin: number
  signer: Signer
  twins: TwinLookup
  /** Node.js 20 has none of its own. */
  WebSocket?: typeof globalThis.WebSocket
}

/** JSON as the twin wrote it, large numbers and all, and how long it took from sending the question. */
export type Told = { text: string; tookMs: number }

type Waiting = { twin: number; resolve: (text: string) => void; reject: (error: unknown) => void }

/** Calls other twins, nodes above all, through a relay. Holds one socket, opened by the first call. */
export class RmbClient {
  readonly #options: RmbOptions
  readonly #twins: TwinCache
  readonly #connection: Connection
  /** The same over reconnects, so that what was queued meanwhile still finds us; random, so that two tabs do not fight. */
  readonly #session = randomId()
  readonly #waiting = new Map<string, Waiting>()

  constructor(options: RmbOptions) {
    this.#options = options
    this.#twins = new TwinCache(options.twins)
    this.#connection = new Connection({
      open: async (receive) =>
        dial(options.url, await this.#token(), options.WebSocket ?? globalThis.WebSocket, receive),
      receive: (bytes) => void this.#receive(bytes),
      ping: () => this.#ping(),
    })
  }

  /** As `ask`, read. */
  async call(...question: Parameters<RmbClient['ask']>): Promise<unknown> {
    return JSON.parse((await this.ask(...question)).text)
  }

  /**
   * What `twin` answers to `command`. The time to answer starts when the request leaves.
   *
   * @throws WireError 'unreachable' when the relay or the twin is not connected, 'silent' when no answer came in time,
   * 'refused' with the twin's own words, 'unreadable' when the answer is not its own or no JSON.
   */
  async ask(
    twin: number,
    command: string,
    payload?: unknown,
    { signal, timeoutMs = 20_000 }: { signal?: AbortSignal; timeoutMs?: number } = {},
  ): Promise<Told> {
    signal?.throwIfAborted()
    const uid = randomId()
    let sentAt = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let abort = () => {}
    try {
      const text = await new Promise<string>((resolve, reject) => {
        this.#waiting.set(uid, { twin, resolve, reject })
        abort = () => reject(signal?.reason)
        signal?.addEventListener('abort', abort)
        this.#send(uid, twin, command, payload, timeoutMs).then(() => {
          sentAt = performance.now()
          const silent = () => reject(new WireError({ kind: 'silent', where: place(twin), timeoutMs }))
          if (this.#waiting.has(uid)) timer = setTimeout(silent, timeoutMs)
        }, reject)
      })
      return { text, tookMs: performance.now() - sentAt }
    } finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      this.#waiting.delete(uid)
    }
  }

  onState(listener: (state: RelayState) => void): () => void {
    return this.#connection.onState(listener)
  }

  /** Ends every call under way with an `AbortError`. */
  close(): void {
    this.#connection.close()
    for (const { reject } of this.#waiting.values())
      reject(new DOMException('The relay client was closed', 'AbortError'))
  }

  async #send(uid: string, twin: number, command: string, payload: unknown, timeoutMs: number): Promise<void> {
    const receiver = await this.#twins.get(twin)
    if (!receiver) throw new WireError({ kind: 'missing', where: 'TFChain', what: place(twin) })
    const bytes = await seal(
      {
        uid,
        // Whoever is offline is said to be so at once, instead of kept waiting for. Source: rmb-rs src/relay/api.rs 15f2092
        tags: 'fail-fast',
        ...lifetime(timeoutMs),
        source: this.#source,
        // No `connection`: nodes connect without a session.
        destination: { twin },
        message: { case: 'request', value: { command } },
        schema: jsonSchema,
      },
      utf8ToBytes(JSON.stringify(payload ?? null)),
      this.#options.signer,
      receiver.encryptionKey,
    )
    const socket = await this.#connection.ready()
    if (this.#waiting.has(uid)) socket.send(bytes)
  }

  async #receive(bytes: Uint8Array): Promise<void> {
    const envelope = readEnvelope(bytes)
    // Anyone can make a relay bring anything: what nobody waits for, or another twin sent, is no answer.
    const waiting = envelope && this.#waiting.get(envelope.uid)
    if (!waiting) return
    const from = envelope.source?.twin ?? 0
    if (from === 0 && envelope.message.case === 'error')
      waiting.reject(this.#relayError(envelope.message.value.message, waiting))
    else if (from === waiting.twin)
      await readAnswer(envelope, from, this.#twins, this.#options.signer).then(waiting.resolve, waiting.reject)
  }

  /** Relays sign nothing; their errors only ever say that a request went nowhere. */
  #relayError(reason: string, { twin }: Waiting): WireError {
    if (reason.endsWith('destination offline')) return new WireError({ kind: 'unreachable', where: place(twin) })
    return new WireError({ kind: 'refused', where: relayPlace(this.#options.url), reason })
  }

  /** Relays check who we are on the chain and tell a browser nothing, so the same is checked here first, with words. */
  async #token(): Promise<string> {
    const { twin, signer, url } = this.#options
    const { address } = (await this.#twins.fresh(twin)) ?? {}
    const refused = (reason: string) => new WireError({ kind: 'refused', where: relayPlace(url), reason })
    if (!address) throw refused(`twin ${twin} is not on the chain`)
    if (address !== signer.address) throw refused(`twin ${twin} belongs to another account`)
    return writeToken(freshClaims(twin, this.#session), signer)
  }

  get #source() {
    return { twin: this.#options.twin, connection: this.#session }
  }

  #ping(): Uint8Array<ArrayBuffer> {
    const ping = { uid: randomId(), ...lifetime(40_000), source: this.#source, destination: {} }
    return toBinary(EnvelopeSchema, create(EnvelopeSchema, { ...ping, message: { case: 'ping', value: {} } }))
  }
}

const randomId = (): string => bytesToHex(randomBytes(16))
const place = (twin: number): string => `twin ${twin}`
