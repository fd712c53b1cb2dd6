import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { encodeAddress } from '@polkadot/util-crypto'
import { WebSocket } from 'ws'
import type { Twin } from '#domain/twin.ts'
import type { ChainTwin } from '#grid/chain/nouns.ts'
import { RmbClient } from '#protocols/rmb/client.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import { Peer, type Handlers } from './peer.ts'
import { Relay } from './relay.ts'

const seed = (byte: string) => `0x${byte.repeat(32)}`

/** A relay on a port of its own with two twins on its chain: a user and a node. For tests of what passes between them. */
export class Testbed {
  readonly chain = new Map<number, ChainTwin>()
  readonly relay = new Relay({ twinOf: (twin) => this.chain.get(twin), domain: '127.0.0.1' })
  readonly user = 29
  readonly node = 17
  readonly userSigner: Signer
  readonly nodeSigner: Signer
  readonly #server = createServer((_, response) => response.writeHead(404).end())
  readonly #clients: RmbClient[] = []

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
    this.#server.on('upgrade', (request, socket, head) => void this.relay.upgrade(request, socket, head))
  }

  /** Puts a twin on the chain. */
  enter(id: number, { publicKey, encryptionKey }: Signer, change: Partial<ChainTwin> = {}): void {
    this.chain.set(id, { id, account: publicKey, relay: '127.0.0.1', pk: encryptionKey, ...change })
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}/relay`
  }

  client({ twin = this.user, signer = this.userSigner, url = this.url, twins = this.lookUp } = {}): RmbClient {
    const client = new RmbClient({
      url,
      twin,
      signer,
      twins,
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
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
    this.relay.close()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
