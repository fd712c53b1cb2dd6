import { utf8ToBytes } from '@noble/hashes/utils.js'
import { exactJson, readJson } from '#domain/json-text.ts'
import { lifetime, readEnvelope } from '#protocols/rmb/envelope.ts'
import type { Envelope } from '#protocols/rmb/envelope_pb.ts'
import { bodyOf, isSignedBy, jsonSchema, seal } from '#protocols/rmb/sealing.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import type { Directory } from './directory.ts'
import type { Relay } from './relay.ts'

/** A node's no: its message is sent to the caller as it is. */
export class Refusal extends Error {}

/** What a node says to a command it does not know. Source: tfgrid-sdk-go rmb-sdk-go/peer/router.go 10e7b39 */
export const functionNotFound = (): Refusal => new Refusal('function is not found')

/** Does a command and gives back what to answer, or throws a `Refusal`. `payload` is `undefined` when there was none. */
export type Handlers = (command: string, payload: unknown, fromTwin: number) => Promise<unknown>

export type PeerOptions = {
  twin: number
  signer: Signer
  twins: Directory
  /** Hosts of the relays it is connected to; every answer names them. */
  relays: string[]
  handlers: Handlers
  /** Its clock, in ms. */
  now?: () => number
}

/**
 * How a node takes requests from a relay and answers them. What it cannot trust or read it drops without a word, as zos does.
 *
 * Source: tfgrid-sdk-go rmb-sdk-go/peer/{peer,router,sig}.go 10e7b39. Like there, expiry is not looked at.
 */
export class Peer {
  readonly #options: PeerOptions

  constructor(options: PeerOptions) {
    this.#options = options
  }

  /** Connects to a relay in this process, until the returned function is called. */
  join(relay: Pick<Relay, 'attach'>): () => void {
    const session = relay.attach(this.#options.twin, (bytes) => {
      void this.answer(bytes).then((answer) => answer && session.send(answer))
    })
    return session.close
  }

  /** The answer to a request, both as bytes of an envelope; `undefined` when a node would be silent. */
  async answer(bytes: Uint8Array): Promise<Uint8Array | undefined> {
    const envelope = readEnvelope(bytes)
    const body = envelope && (await this.#trusted(envelope))
    if (!body || envelope.message.case !== 'request' || envelope.schema !== jsonSchema) return undefined
    const outcome = await this.#handle(envelope.message.value.command, body, envelope.source!.twin)
    return this.#reply(envelope, outcome)
  }

  /** What a request carries, once its signature holds and it could be opened. */
  async #trusted(envelope: Envelope): Promise<Uint8Array | undefined> {
    const sender = envelope.source && (await this.#options.twins(envelope.source.twin))
    if (!sender || !isSignedBy(envelope, sender.account)) return undefined
    return bodyOf(envelope, this.#options.signer, sender.pk ?? undefined).catch(() => undefined)
  }

  async #handle(command: string, body: Uint8Array, fromTwin: number): Promise<Outcome> {
    try {
      const payload: unknown = body.length === 0 ? undefined : readJson(new TextDecoder().decode(body))
      return { result: await this.#options.handlers(command, payload, fromTwin) }
    } catch (error) {
      if (error instanceof Refusal) return { refusal: error.message }
      return { refusal: `handler panicked with: ${error instanceof Error ? error.message : String(error)}` }
    }
  }

  async #reply(request: Envelope, outcome: Outcome): Promise<Uint8Array | undefined> {
    const { twin, signer, twins, relays, now = Date.now } = this.#options
    const to = await twins(request.source!.twin)
    if (!to) return undefined
    const body = 'result' in outcome ? (outcome.result ?? null) : null
    return seal(
      {
        uid: request.uid,
        ...lifetime(300_000),
        timestamp: BigInt(Math.floor(now() / 1000)),
        source: { twin },
        destination: request.source,
        message:
          'refusal' in outcome
            ? { case: 'error', value: { code: 0, message: outcome.refusal } }
            : { case: 'response', value: {} },
        schema: jsonSchema,
        federation: to.relay ?? undefined,
        relays,
      },
      utf8ToBytes(exactJson(body)),
      signer,
      to.pk ?? undefined,
    )
  }
}

type Outcome = { result: unknown } | { refusal: string }
