import { STATUS_CODES, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { readEnvelope } from '#protocols/rmb/envelope.ts'
import type { Envelope } from '#protocols/rmb/envelope_pb.ts'
import { admit } from './admission.ts'
import { hostsOf, type Directory } from './directory.ts'
import { Mailbox, type Session } from './mailbox.ts'
import { failsFast, isSame, pong, relayError, type Party } from './routing.ts'

/** Source: tungstenite 0.23 WebSocketConfig::default, which rmb-rs leaves as it is. */
const largestMessage = 64 * 2 ** 20

export type RelayOptions = {
  twinOf: Directory
  /** The host by which twins name this relay on the chain. */
  domain: string
}

/**
 * Carries envelopes between twins by their addresses. Like the real relay it proves who connects, and never looks at what
 * an envelope's sender signed: that is the receiver's to check.
 *
 * Source: rmb-rs src/relay 15f2092. Left out: federation between relays, rate limits.
 */
export class Relay {
  readonly #options: RelayOptions
  readonly #mailboxes = new Map<string, Mailbox>()
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: largestMessage })

  constructor(options: RelayOptions) {
    this.#options = options
  }

  /** Opens a socket for an HTTP upgrade whose whole query is a token, or answers why not. */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    const admitted = await admit(request.url?.split('?', 2)[1], this.#options.twinOf)
    if ('status' in admitted) return refuse(socket, admitted.status, admitted.reason)
    const party = { twin: admitted.sub, connection: admitted.sid }
    this.#server.handleUpgrade(request, socket, head, (accepted) => this.#serve(accepted, party))
  }

  /** A twin's session within this process, without a session name, as nodes have it. */
  attach(twin: number, deliver: (bytes: Uint8Array) => void): { send(bytes: Uint8Array): void; close(): void } {
    const party = { twin }
    const mailbox = this.#mailbox(party)
    let isOpen = true
    const session: Session = {
      deliver,
      drop: () => {
        isOpen = false
        mailbox.close(session)
      },
    }
    mailbox.open(session)
    return { send: (bytes) => isOpen && void this.#take(bytes, party, session), close: session.drop }
  }

  /** Closes every connection of a twin without a word, as a relay that restarts does. */
  drop(twin: number): void {
    for (const [key, mailbox] of this.#mailboxes) if (key.startsWith(`${twin} `)) mailbox.drop()
  }

  close(): void {
    for (const mailbox of this.#mailboxes.values()) mailbox.drop()
    this.#server.close()
  }

  #serve(socket: WebSocket, party: Party): void {
    const mailbox = this.#mailbox(party)
    const session = { deliver: (bytes: Uint8Array) => socket.send(bytes), drop: () => socket.terminate() }
    mailbox.open(session)
    socket.on('message', (data: Buffer, isBinary) => {
      if (isBinary) void this.#take(data, party, session)
      else session.drop()
    })
    socket.on('error', session.drop)
    socket.on('close', () => mailbox.close(session))
  }

  async #take(bytes: Uint8Array, from: Party, session: Session): Promise<void> {
    const envelope = readEnvelope(bytes)
    if (!envelope) return session.drop()
    const problem = await this.#route(envelope, bytes, from).catch(String)
    if (problem && envelope.message.case === 'request') this.#mailbox(from).put(relayError(envelope, from, problem))
  }

  /** Brings an envelope to its mailbox, or says why it cannot be brought. */
  async #route(envelope: Envelope, bytes: Uint8Array, from: Party): Promise<string | undefined> {
    if (!isSame(from, envelope.source)) return 'message wrong source'
    if (envelope.message.case === 'ping') {
      this.#mailbox(from).put(pong(envelope))
      return undefined
    }
    const to = envelope.destination
    if (!to?.twin) return 'message with missing destination'
    const mailbox = this.#mailbox(to)
    if (!mailbox.isConnected) {
      const problem = await this.#problemOf(to.twin)
      if (problem) return problem
      if (failsFast(envelope)) return 'destination offline'
    }
    mailbox.put(bytes)
    return undefined
  }

  async #problemOf(twin: number): Promise<string | undefined> {
    const found = await this.#options.twinOf(twin)
    if (!found) return 'unknown twin destination'
    if (found.relay === null) return 'relay info is not set for this twin'
    if (hostsOf(found.relay).includes(this.#options.domain)) return undefined
    // What the federator says when the twin's own relay does not take the message (src/relay/federation/router.rs).
    return 'remote relay rejected permanently: destination offline'
  }

  #mailbox({ twin, connection }: Party): Mailbox {
    const key = `${twin} ${JSON.stringify(connection)}`
    let mailbox = this.#mailboxes.get(key)
    if (!mailbox) this.#mailboxes.set(key, (mailbox = new Mailbox()))
    return mailbox
  }
}

function refuse(socket: Duplex, status: number, reason: string): void {
  const length = Buffer.byteLength(reason)
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${reason}`,
  )
}
