import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { readEnvelope } from '#protocols/rmb/envelope.ts'
import type { Envelope } from '#protocols/rmb/envelope_pb.ts'
import { hostsOf, type Directory } from './directory.ts'
import type { Metrics } from './metrics.ts'
import { Ranker } from './ranker.ts'

// Source: rmb-rs src/relay/federation/{router,mod}.rs 15f2092
const passes = 3
const postTimeoutMs = 3_000
const againAfterMs = 3_000
/** Messages on their way at any time: what 100 consumers of 4 do there. */
const parallel = 400

/** Where the relay of a domain takes messages, or `undefined` when nobody can be reached by that name. */
export type Remote = (domain: string) => string | undefined

type Options = {
  twinOf: Directory
  remote: Remote
  metrics: Metrics
  /** Tells whoever sent `envelope` that it will not arrive. */
  refuse: (envelope: Envelope, reason: string) => void
  againAfterMs?: number | undefined
}

/** That this message can never be brought. */
class Rejected extends Error {}

/**
 * Brings messages to the relays of their receivers. Whatever may pass is tried again until the message expires; the sender
 * hears of a failure that is final.
 *
 * Source: rmb-rs src/relay/federation 15f2092
 */
export class Federation {
  readonly #options: Options
  readonly #ranker = new Ranker()
  readonly #agent = new Agent({ keepAlive: true, maxSockets: parallel })
  readonly #closing = new AbortController()

  constructor(options: Options) {
    this.#options = options
  }

  /** Resolves once the message was taken, was given up, or the relay closed. */
  async send(bytes: Uint8Array): Promise<void> {
    const { refuse, againAfterMs: pauseMs = againAfterMs } = this.#options
    const envelope = readEnvelope(bytes)!
    try {
      while (!(await this.#isTaken(envelope, bytes))) await this.#pause(pauseMs)
    } catch (error) {
      if (error instanceof Rejected) refuse(envelope, error.message)
      else if (!this.#closing.signal.aborted) throw error
    }
  }

  close(): void {
    this.#closing.abort()
    this.#agent.destroy()
  }

  /** @throws Rejected */
  async #isTaken(envelope: Envelope, bytes: Uint8Array): Promise<boolean> {
    if (Number(envelope.timestamp + envelope.expiration) <= Math.floor(Date.now() / 1000))
      throw new Rejected('message has expired')
    const domains = await this.#domainsOf(envelope.destination!.twin)
    if (!domains) return false
    for (let pass = 0; pass < passes; pass++) {
      if (pass > 0) await this.#pause(backoffMs(pass))
      for (const domain of domains) if (await this.#post(domain, bytes)) return true
    }
    for (const domain of domains) this.#options.metrics.add('federation_message_error', 1, `{relay="${domain}"}`)
    return false
  }

  /** A twin's relays, best first; `undefined` while the chain does not say. */
  async #domainsOf(twin: number): Promise<string[] | undefined> {
    const found = await Promise.resolve(twin)
      .then(this.#options.twinOf)
      .then(
        (value) => ({ value }),
        () => undefined,
      )
    if (!found) return undefined
    if (!found.value) throw rejected('self twin not found!')
    if (found.value.relay === null) throw rejected('relay is not set for this twin')
    return this.#ranker.ranked(hostsOf(found.value.relay))
  }

  async #post(domain: string, bytes: Uint8Array): Promise<boolean> {
    const url = this.#options.remote(domain)
    const status = url === undefined ? undefined : await this.#statusOf(url, domain, bytes)
    if (status === 202) this.#options.metrics.add('federation_message_success', 1, `{relay="${domain}"}`)
    else if (status !== undefined && status >= 400 && status < 500) throw rejected('destination offline')
    else this.#ranker.downvote(domain)
    return status === 202
  }

  /** What the relay answers, `undefined` when it cannot be reached or takes too long. */
  #statusOf(url: string, domain: string, bytes: Uint8Array): Promise<number | undefined> {
    return new Promise((resolve) => {
      const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(postTimeoutMs)])
      const post = request(url, {
        method: 'POST',
        agent: this.#agent,
        headers: { host: domain, 'content-length': bytes.length },
        signal,
      })
      post.on('response', (response) => {
        response.resume()
        response.on('error', () => {})
        resolve(response.statusCode)
      })
      post.on('error', () => resolve(undefined))
      post.end(bytes)
    })
  }

  /** @throws when the relay closes meanwhile */
  #pause(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.#closing.signal, ref: false })
  }
}

const rejected = (reason: string) => new Rejected(`remote relay rejected permanently: ${reason}`)

/** 100 and 200 ms, and up to half as much again. */
function backoffMs(pass: number): number {
  const base = 100 * 2 ** (pass - 1)
  return base + Math.random() * (base / 2)
}
