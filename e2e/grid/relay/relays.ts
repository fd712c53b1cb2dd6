import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ChainTwin } from '#grid/chain/nouns.ts'
import { hostsOf } from './directory.ts'
import type { Limit } from './limiter.ts'
import { Relay, type Attached } from './relay.ts'

type TwinOf = (twin: number) => ChainTwin | undefined

export type RelaysOptions = {
  twinOf: TwinOf
  /** The hosts by which twins name the relays; whoever calls another host speaks to the first. */
  domains: [string, ...string[]]
  /** Where all of them take messages of other relays. */
  url: () => string
  /** Their clock, in ms. */
  now?: () => number
}

/** The relays of a grid, behind one port and told apart by the host they are called by, bringing each other's messages. */
export class Relays {
  readonly #twinOf: TwinOf
  readonly #relays: Map<string, Relay>
  readonly #first: Relay

  constructor({ twinOf, domains, url, now }: RelaysOptions) {
    this.#twinOf = twinOf
    const remote = (domain: string) => (this.#relays.has(domain) ? url() : undefined)
    this.#relays = new Map(domains.map((domain) => [domain, new Relay({ twinOf, domain, remote, now })]))
    this.#first = this.#relays.get(domains[0])!
  }

  /** The relay that `host`, with or without a port, names. */
  readonly at = (host: string | undefined): Relay => this.#relays.get(host?.replace(/:\d+$/, '') ?? '') ?? this.#first

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    return this.at(request.headers.host).upgrade(request, socket, head)
  }

  /** A node's sessions in this process, on each of the relays that its twin names; it sends by the first of them. */
  attach(twin: number, deliver: (bytes: Uint8Array) => void): Attached {
    const relays = hostsOf(this.#twinOf(twin)?.relay ?? '').flatMap((domain) => this.#relays.get(domain) ?? [])
    const sessions = (relays.length > 0 ? relays : [this.#first]).map((relay) => relay.attach(twin, deliver))
    return {
      send: (bytes) => sessions[0]!.send(bytes),
      close: () => {
        for (const session of sessions) session.close()
      },
    }
  }

  drop(twin: number): void {
    for (const relay of this.#relays.values()) relay.drop(twin)
  }

  /** What a twin may send to each relay within a minute; `undefined` lifts the limit. */
  limit(limit: Limit | undefined): void {
    for (const relay of this.#relays.values()) relay.limit(limit)
  }

  /** Loses all that waits for those who are away. */
  forget(): void {
    for (const relay of this.#relays.values()) relay.forget()
  }

  close(): void {
    for (const relay of this.#relays.values()) relay.close()
  }
}
