import { setTimeout as sleep } from 'node:timers/promises'
import { bytesToHex } from '@noble/hashes/utils.js'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Chain } from '../chain/chain.ts'
import { Peer } from '../relay/peer.ts'
import type { Relay } from '../relay/relay.ts'
import type { World } from '../world.ts'
import { perform } from './commands.ts'
import type { Standing } from './commands/command.ts'
import { cards } from './commands/gpu.ts'
import { statistics } from './commands/statistics.ts'
import { SimulatedNode, type Surroundings } from './simulated-node.ts'

/**
 * Every node that is up, connected to the relay. A node is made once somebody speaks to it: there may be thousands, and
 * few are spoken to.
 */
export class Fleet {
  readonly #world: World
  readonly #around: Surroundings & { chain: Pick<Chain, 'farm'> }
  readonly #relay: Relay
  readonly #nodes = new Map<number, SimulatedNode>()
  readonly #peers = new Map<number, Promise<Peer>>()
  readonly #sessions = new Map<number, { close: () => void }>()

  constructor(world: World, around: Surroundings & { chain: Pick<Chain, 'farm'> }, relay: Relay) {
    this.#world = world
    this.#around = around
    this.#relay = relay
    for (const { chain, status } of world.nodes) if (status === 'up') this.#connect(chain.id)
    around.faults.onChange(() => this.#heed())
  }

  /** @throws RangeError when there is no such node or it is not up */
  node(id: number): SimulatedNode {
    const world = this.#world.nodes[id - 1]
    if (world?.status !== 'up') throw new RangeError(`Node ${id} is not up`)
    let node = this.#nodes.get(id)
    if (!node) this.#nodes.set(id, (node = new SimulatedNode(world, this.#around)))
    return node
  }

  /** Whoever runs something under the contract takes it away. */
  cancelled(nodeId: number, contractId: number): void {
    const node = this.#nodes.get(nodeId)
    if (node) node.cancelled(contractId)
    else this.#around.usage.drop(nodeId, contractId)
  }

  /** What GridProxy asks nodes for, as if over RMB. */
  async statistics(id: number): Promise<unknown> {
    this.#mustAnswer(id)
    return statistics(this.node(id))
  }

  async cards(id: number): Promise<unknown> {
    this.#mustAnswer(id)
    return cards(this.node(id))
  }

  close(): void {
    for (const session of this.#sessions.values()) session.close()
  }

  #mustAnswer(id: number): void {
    if (this.#isMute(id)) throw new Error(`failed to get a response from node ${id}`)
  }

  #isMute(id: number): boolean {
    return this.#around.faults.on('node-silent', id) || this.#around.faults.on('node-offline', id)
  }

  #connect(id: number): void {
    const session = this.#relay.attach(this.#world.nodes[id - 1]!.chain.twinId, (bytes) => {
      void this.#answer(id, bytes).then((answer) => answer && session.send(answer))
    })
    this.#sessions.set(id, session)
  }

  async #answer(id: number, bytes: Uint8Array): Promise<Uint8Array | undefined> {
    const { faults } = this.#around
    if (faults.on('node-silent', id)) return undefined
    const peer = await this.#peer(id)
    // A caller whose key on the chain is no key cannot be answered.
    const answer = await peer.answer(bytes).catch(() => undefined)
    if (faults.delayOf(id) > 0) await sleep(faults.delayOf(id))
    return answer
  }

  #peer(id: number): Promise<Peer> {
    let peer = this.#peers.get(id)
    if (!peer) this.#peers.set(id, (peer = this.#makePeer(id)))
    return peer
  }

  async #makePeer(id: number): Promise<Peer> {
    const node = this.node(id)
    return new Peer({
      twin: node.world.chain.twinId,
      signer: await phraseSigner(`0x${bytesToHex(this.#world.nodeSecret(id))}`, 'ed25519'),
      twins: (twin) => this.#around.chain.twin(twin),
      relays: [this.#world.relayDomain],
      handlers: async (command, payload, twin) => perform(command, { node, payload, twin, ...this.#standing(node) }),
    })
  }

  #standing({ world }: SimulatedNode): Standing {
    const { id, farmId } = world.chain
    const first = this.#world.nodes.find(({ chain, status }) => chain.farmId === farmId && status === 'up')
    return {
      farm: this.#around.chain.farm(farmId)!,
      isFirstOfFarm: first?.chain.id === id,
      // The first of the grid's people also looks after it.
      admins: [this.#world.accounts[0]!.twin!],
    }
  }

  /** Leaves or joins the relay as the faults want it. */
  #heed(): void {
    for (const { chain, status } of this.#world.nodes) {
      const offline = this.#around.faults.on('node-offline', chain.id)
      if (offline === !this.#sessions.has(chain.id) || status !== 'up') continue
      if (!offline) this.#connect(chain.id)
      else {
        this.#sessions.get(chain.id)?.close()
        this.#sessions.delete(chain.id)
      }
    }
  }
}
