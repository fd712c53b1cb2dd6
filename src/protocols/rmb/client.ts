import { create, toBinary } from '@bufbuild/protobuf'
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { exactJson, readJson } from '#domain/json-text.ts'
import { WireError } from '#protocols/fault.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import { readAnswer, refusal } from './answer.ts'
import type { Clock } from './clock.ts'
import type { RelayState } from './connection.ts'
import { relayPlace } from './dial.ts'
import { lifetime, readEnvelope } from './envelope.ts'
import { EnvelopeSchema, type Address, type Error as ErrorMessage } from './envelope_pb.ts'
import { Lines } from './lines.ts'
import { jsonSchema, seal } from './sealing.ts'
import { TwinCache, type TwinLookup } from './twin-cache.ts'

/** A message is one frame. Source: tungstenite 0.23 WebSocketConfig::default, which rmb-rs leaves as it is. */
const largestFrame = 16 * 2 ** 20

export type RmbOptions = {
  /** The network's relays, the preferred first. Used are those that our twin names in its `relay`: answers go there. */
  url: string | readonly string[]
  twin: number
  signer: Signer
  twins: TwinLookup
  /** The chain's time, with which a relay's refusal of this computer's clock is told. */
  clock?: Clock
  /** Node.js 20 has none of its own. */
  WebSocket?: typeof globalThis.WebSocket
}

/** JSON as the twin wrote it, large numbers and all, and how long it took from sending the question. */
export type Told = { text: string; tookMs: number }

type Waiting = { twin: number; resolve: (text: string) => void; reject: (error: unknown) => void }

/** Calls other twins, nodes above all, through a relay. Holds one socket to each of our relays, opened by the first call. */
export class RmbClient {
  readonly #options: RmbOptions
  readonly #twins: TwinCache
  readonly #lines: Lines
  /** The same over reconnects, so that what was queued meanwhile still finds us; random, so that two tabs do not fight. */
  readonly #session = randomId()
  readonly #waiting = new Map<string, Waiting>()

  constructor(options: RmbOptions) {
    const { url, twin, signer, twins, clock, WebSocket = globalThis.WebSocket } = options
    this.#options = options
    this.#twins = new TwinCache(twins)
    this.#lines = new Lines({
      relays: [url].flat(),
      twin,
      session: this.#session,
      signer,
      twins: this.#twins,
      clock,
      WebSocket,
      receive: (bytes, relay) => void this.#receive(bytes, relay),
      ping: () => this.#ping(),
    })
  }

  /** As `ask`, read. */
  async call(...question: Parameters<RmbClient['ask']>): Promise<unknown> {
    return readJson((await this.ask(...question)).text)
  }

  /**
   * What `twin` answers to `command`. The time to answer starts when the request leaves.
   *
   * @throws WireError 'unreachable' when the relay or the twin is not connected, 'silent' when no answer came in time,
   * 'refused' with the twin's own words, 'unreadable' when the answer is not its own or no JSON, 'clock' when this
   * computer's is wrong, 'other-relay' when our twin names none of the relays, 'too-large' when the payload is.
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
          const silent = () => {
            // A node cannot read what was encrypted with a key that it had before, and says nothing.
            this.#twins.forget(twin)
            reject(new WireError({ kind: 'silent', where: place(twin), timeoutMs }))
          }
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
    return this.#lines.onState(listener)
  }

  /** For when the page is in sight again, or the computer awake: looks at once whether the relays are still there. */
  wake(): void {
    this.#lines.wake()
  }

  /** Ends every call under way with an `AbortError`. */
  close(): void {
    this.#lines.close()
    for (const { reject } of this.#waiting.values())
      reject(new DOMException('The relay client was closed', 'AbortError'))
  }

  async #send(uid: string, twin: number, command: string, payload: unknown, timeoutMs: number): Promise<void> {
    const [receiver] = await Promise.all([this.#twins.get(twin), this.#lines.ready()])
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
      utf8ToBytes(exactJson(payload ?? null)),
      this.#options.signer,
      receiver.encryptionKey,
    )
    if (bytes.length > largestFrame)
      throw new WireError({ kind: 'too-large', where: 'The relay', bytes: bytes.length, most: largestFrame })
    const socket = await this.#lines.ready()
    if (this.#waiting.has(uid)) socket.send(bytes)
  }

  async #receive(bytes: Uint8Array, relay: string): Promise<void> {
    const envelope = readEnvelope(bytes)
    // Anyone can make a relay bring anything: what nobody waits for, or another twin sent, is no answer.
    const waiting = envelope && this.#waiting.get(envelope.uid)
    if (!waiting) return
    const { source, destination, message, timestamp } = envelope
    if (!source?.twin && message.case === 'error')
      waiting.reject(relayError(relayPlace(relay), timestamp, message.value, waiting.twin))
    // Nor is what the twin answered to somebody else, who chose the same uid.
    else if (source?.twin === waiting.twin && this.#isUs(destination))
      await readAnswer(envelope, waiting.twin, this.#twins, this.#options.signer).then(waiting.resolve, waiting.reject)
  }

  #isUs(address: Address | undefined): boolean {
    return address?.twin === this.#options.twin && address.connection === this.#session
  }

  get #source() {
    return { twin: this.#options.twin, connection: this.#session }
  }

  #ping(): Uint8Array<ArrayBuffer> {
    const ping = { uid: randomId(), ...lifetime(40_000), source: this.#source, destination: {} }
    return toBinary(EnvelopeSchema, create(EnvelopeSchema, { ...ping, message: { case: 'ping', value: {} } }))
  }
}

/** Relays sign nothing; their errors only ever say that a request went nowhere. */
function relayError(relay: string, timestamp: bigint, error: ErrorMessage, twin: number): WireError {
  if (error.message.endsWith('destination offline')) return new WireError({ kind: 'unreachable', where: place(twin) })
  return refusal(relay, timestamp, error)
}

const randomId = (): string => bytesToHex(randomBytes(16))
const place = (twin: number): string => `twin ${twin}`
