import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { encodeAddress } from '@polkadot/util-crypto'
import { Hono } from 'hono'
import { WebSocket } from 'ws'
import type { Twin } from '#domain/twin.ts'
import type { ChainTwin } from '#grid/chain/nouns.ts'
import { RmbClient, type RmbOptions } from '#protocols/rmb/client.ts'
import { freshClaims, writeToken } from '#protocols/rmb/token.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import { bareSocket, type BareSocket } from './bare-socket.ts'
import { Peer, type Handlers } from './peer.ts'
import { relayHttp } from './relay-http.ts'
import { Relay } from './relay.ts'

const seed = (byte: string) => `0x${byte.repeat(32)}`

/** Shorter than the real ones, for tests that wait for them. */
const patienceMs = 500
const againAfterMs = 50

/** Calls either relay by its name, at the one address that every machine has. */
export class NamedSocket extends WebSocket {
  constructor(url: string) {
    super(url.replace('127.0.0.2', '127.0.0.1'), { headers: { host: new URL(url).host } })
  }
}

/**
 * Two relays on a port of their own, with two twins of the first on their chain: a user and a node. For tests of what
 * passes between them.
 */
export class Testbed {
  readonly chain = new Map<number, ChainTwin>()
  readonly relay = this.#relay('127.0.0.1')
  readonly second = this.#relay('127.0.0.2')
  readonly user = 29
  readonly node = 17
  readonly userSigner: Signer
  readonly nodeSigner: Signer
  /** Which hosts were sent messages of other relays, in order. */
  readonly posted: string[] = []
  /** What the second relay answers other relays as long as it is set, instead of taking their messages. */
  outage: number | undefined
  /** Hosts that open no socket. */
  readonly shut = new Set<string>()
  /** What the relays' clock is ahead. */
  aheadMs = 0
  readonly #server: Server
  readonly #clients: RmbClient[] = []
  readonly #sockets: BareSocket[] = []

  static async start(): Promise<Testbed> {
    const testbed = new Testbed(await phraseSigner(seed('01')), await phraseSigner(seed('02'), 'ed25519'))
    await new Promise<void>((resolve) => testbed.#server.listen(0, '127.0.0.1', resolve))
    return testbed
  }

  private constructor(userSigner: Signer, nodeSigner: Signer) {
    this.userSigner = userSigner
    this.nodeSigner = nodeSigner
    this.enter(this.user, userSigner)
    this.enter(this.node, nodeSigner)
    const relayAt = (host = '') => (host.startsWith('127.0.0.2') ? this.second : this.relay)
    const app = new Hono()
    app.post('/relay', async (c, next) => {
      this.posted.push(c.req.header('host')!)
      return this.outage === undefined ? next() : new Response('', { status: this.outage })
    })
    app.route('/relay', relayHttp(relayAt))
    this.#server = createAdaptorServer({ fetch: app.fetch }) as Server
    this.#server.on('upgrade', (request, socket, head) => {
      if (this.shut.has(request.headers.host?.split(':')[0] ?? '')) socket.destroy()
      else void relayAt(request.headers.host).upgrade(request, socket, head)
    })
  }

  /** Puts a twin on the chain. */
  enter(id: number, { publicKey, encryptionKey }: Signer, change: Partial<ChainTwin> = {}): void {
    this.chain.set(id, { id, account: publicKey, relay: '127.0.0.1', pk: encryptionKey, ...change })
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/relay`
  }

  /** The second relay's. */
  get secondUrl(): string {
    return this.url.replace('127.0.0.1', '127.0.0.2')
  }

  /** A bare socket of a twin, the user unless another is named, to the first relay unless another `host` is. */
  async connect(session?: string, { twin = this.user, signer = this.userSigner, host = '127.0.0.1' } = {}) {
    const token = await writeToken(freshClaims(twin, session), signer)
    const opened = await bareSocket(this.url, token, host)
    this.#sockets.push(opened)
    return opened
  }

  client({ twin = this.user, signer = this.userSigner, url = this.url, ...options }: Partial<RmbOptions> = {}) {
    const client = new RmbClient({
      url,
      twin,
      signer,
      twins: this.lookUp,
      WebSocket: NamedSocket as unknown as typeof globalThis.WebSocket,
      ...options,
    })
    this.#clients.push(client)
    return client
  }

  /** What a client sees of the chain. */
  readonly lookUp = async (id: number): Promise<Twin | undefined> => {
    const twin = this.chain.get(id)
    if (!twin) return undefined
    const { account, relay, pk } = twin
    return { id, address: encodeAddress(account, 42), relay: relay ?? '', encryptionKey: pk ?? undefined }
  }

  peer(handlers: Handlers): Peer {
    const { node: twin, nodeSigner: signer } = this
    return new Peer({ twin, signer, twins: (id) => this.chain.get(id), relays: ['127.0.0.1'], handlers })
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.close()
    for (const { socket } of this.#sockets) socket.terminate()
    this.relay.close()
    this.second.close()
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #relay(domain: string): Relay {
    const remote = (name: string) => {
      if (name === 'relay.gone') return 'http://127.0.0.1:9/'
      return name.startsWith('127.') ? this.url.replace('ws', 'http') : undefined
    }
    const now = () => Date.now() + this.aheadMs
    return new Relay({ twinOf: (twin) => this.chain.get(twin), domain, remote, patienceMs, againAfterMs, now })
  }
}
