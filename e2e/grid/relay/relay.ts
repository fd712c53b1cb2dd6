import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { readEnvelope } from '#protocols/rmb/envelope.ts'
import type { Envelope } from '#protocols/rmb/envelope_pb.ts'
import { admit } from './admission.ts'
import { hostsOf, type Directory } from './directory.ts'
import { Federation, type Remote } from './federation.ts'
import { largestMessage, limitFrames } from './frame-limit.ts'
import { Limiter, type Limit } from './limiter.ts'
import type { Eviction, Session } from './mailbox.ts'
import { Metrics } from './metrics.ts'
import { failsFast, isSame, pong, relayError, type Party } from './routing.ts'
import { Switchboard } from './switchboard.ts'

export type RelayOptions = {
  twinOf: Directory
  /** The host by which twins name this relay on the chain. */
  domain: string
  /** Where other relays are; without it none can be reached. */
  remote?: Remote
  /** How long a session that takes nothing of what waits for it is kept: a minute, as the real relay does. */
  patienceMs?: number
  /** When a message that no other relay took is tried again: after 3 s, as the real relay does. */
  againAfterMs?: number
  /** The relay's clock, in ms. */
  now?: () => number
}

/** A session within this process. */
export type Attached = { send: (bytes: Uint8Array) => void; close: () => void }

/** What another relay is told about a message that it brought. */
type Verdict = { status: 202 | 400 | 404; reason: string }

/**
 * Carries envelopes between twins by their addresses. Like the real relay it proves who connects, and never looks at what
 * an envelope's sender signed: that is the receiver's to check.
 *
 * Source: rmb-rs src/relay 15f2092
 */
export class Relay {
  readonly #options: RelayOptions
  readonly #metrics = new Metrics()
  readonly #limiter = new Limiter()
  readonly #switchboard: Switchboard
  readonly #federation: Federation
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: largestMessage })

  constructor(options: RelayOptions) {
    this.#options = options
    this.#switchboard = new Switchboard(this.#metrics, options.patienceMs)
    const { twinOf, remote = () => undefined, againAfterMs } = options
    const refuse = (envelope: Envelope, reason: string) => this.#complain(envelope, envelope.source!, reason, undefined)
    this.#federation = new Federation({ twinOf, remote, metrics: this.#metrics, refuse, againAfterMs })
  }

  /** Opens a socket for an HTTP upgrade whose whole query is a token, or answers why not. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    const admitted = await admit(request.url?.split('?', 2)[1], this.#options.twinOf, this.#options.now)
    if ('status' in admitted) return refuse(socket, admitted.status, admitted.reason)
    const party = { twin: admitted.sub, connection: admitted.sid }
    this.#server.handleUpgrade(request, socket, head, (accepted) => this.#serve(accepted, socket, party))
  }

  /** A twin's session within this process, without a session name, as nodes have it. */
  attach(twin: number, deliver: (bytes: Uint8Array) => void): Attached {
    const line = this.#line({ twin }, (bytes, written) => {
      written()
      this.#sent(bytes)
      deliver(bytes)
    })
    return { send: line.receive, close: line.drop }
  }

  /** Takes what another relay brings: anybody can, so the receiver has to look who it comes from. */
  takeFederated(bytes: Uint8Array): Verdict {
    const envelope = readEnvelope(bytes)
    if (!envelope) return { status: 400, reason: 'bad request: not an envelope' }
    const to = envelope.destination ?? { twin: 0 }
    if (failsFast(envelope) && !this.#switchboard.isConnected(to)) return { status: 404, reason: 'destination offline' }
    this.#switchboard.put(to, bytes)
    return { status: 202, reason: '' }
  }

  /** What a twin may send within a minute; `undefined`, as it is at first, lifts the limit. */
  limit(limit: Limit | undefined): void {
    this.#limiter.set(limit)
  }

  /** Its clock, in ms. */
  now(): number {
    return (this.#options.now ?? Date.now)()
  }

  /** For Prometheus. */
  get metrics(): string {
    return this.#metrics.toText(this.#switchboard.connected)
  }

  /** Closes every connection of a twin. */
  drop(twin: number): void {
    this.#switchboard.drop(twin)
  }

  /** Loses all that waits for those who are away. */
  forget(): void {
    this.#switchboard.forget()
  }

  close(): void {
    this.#federation.close()
    this.#switchboard.drop()
    this.#server.close()
  }

  #serve(socket: WebSocket, stream: Duplex, party: Party): void {
    const line = this.#line(
      party,
      (bytes, written) =>
        socket.send(bytes, (error) => {
          if (error) return
          this.#sent(bytes)
          written()
        }),
      () => hangUp(socket),
    )
    limitFrames(stream, line.drop)
    socket.on('message', (data: Buffer, isBinary) => (isBinary ? line.receive(data) : line.drop()))
    socket.on('error', () => line.drop())
    socket.on('close', () => line.drop())
  }

  /** A session that is open from now on until `drop` is called or the relay drops it. */
  #line(party: Party, deliver: Session['deliver'], end = () => {}) {
    let isOpen = true
    // One message at a time, so that they arrive in the order in which they came.
    let last = Promise.resolve()
    const drop = (why: Eviction = 'cancelled') => {
      if (!isOpen) return
      isOpen = false
      this.#metrics.add('relay_session_evictions_total', 1, `{reason="${why}"}`)
      this.#switchboard.close(party, session)
      end()
    }
    const session = { deliver, drop }
    const receive = (bytes: Uint8Array) => {
      if (!isOpen) return
      const envelope = readEnvelope(bytes)
      if (envelope) last = last.then(() => this.#take(envelope, bytes, party))
      else drop()
    }
    this.#switchboard.open(party, session)
    return { receive, drop: () => drop() }
  }

  async #take(envelope: Envelope, bytes: Uint8Array, from: Party): Promise<void> {
    const problem = this.#limiter.allows(from.twin, bytes.length)
      ? await this.#route(envelope, bytes, from).catch((error: Error) => error.message)
      : 'exceeded rate limits, dropping message'
    if (problem) this.#complain(envelope, from, problem, from)
  }

  /** Brings an envelope to its mailbox or to another relay, or says why it cannot be brought. */
  async #route(envelope: Envelope, bytes: Uint8Array, from: Party): Promise<string | undefined> {
    if (!isSame(from, envelope.source)) return 'message wrong source'
    const to = envelope.message.case === 'ping' ? from : envelope.destination
    const letter = envelope.message.case === 'ping' ? pong(envelope) : bytes
    if (!to?.twin) return 'message with missing destination'
    if (!this.#switchboard.isConnected(to)) {
      const twin = await this.#options.twinOf(to.twin)
      if (!twin) return 'unknown twin destination'
      if (twin.relay === null) return 'relay info is not set for this twin'
      if (!hostsOf(twin.relay).includes(this.#options.domain)) {
        void this.#federation.send(letter)
        return undefined
      }
      if (failsFast(envelope) && !this.#switchboard.isConnected(to)) return 'destination offline'
    }
    this.#switchboard.put(to, letter)
    return undefined
  }

  /** Only requests are complained about. `to` is what the complaint has for a destination: federation leaves it out. */
  #complain(envelope: Envelope, sender: Party, reason: string, to: Party | undefined): void {
    if (envelope.message.case === 'request') this.#switchboard.put(sender, relayError(envelope, to, reason))
  }

  #sent(bytes: Uint8Array): void {
    this.#metrics.add('relay_message_tx')
    this.#metrics.add('relay_message_tx_bytes', bytes.length)
  }
}

/** Says goodbye, and waits for no answer for long. */
function hangUp(socket: WebSocket): void {
  socket.close()
  setTimeout(() => socket.terminate(), 1_000).unref()
}

function refuse(socket: Duplex, status: number, reason: string): void {
  const length = Buffer.byteLength(reason)
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${reason}`,
  )
}
