import { setTimeout as sleep } from 'node:timers/promises'
import { bytesToHex } from '@noble/hashes/utils.js'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { Chain } from '../chain/chain.ts'
import type { ChainEvent } from '../chain/nouns.ts'
import { heedNames } from '../faults/sentinels.ts'
import { StaleKeys } from '../faults/stale-keys.ts'
import { Stranger } from '../faults/stranger.ts'
import { Peer } from '../relay/peer.ts'
import { hostsOf } from '../relay/directory.ts'
import type { Relays } from '../relay/relays.ts'
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
  readonly #around: Surroundings & { chain: Pick<Chain, 'farm' | 'onEvent'> }
  readonly #relay: Relays
  readonly #nodes = new Map<number, SimulatedNode>()
  readonly #peers = new Map<number, Promise<Peer>>()
  readonly #sessions = new Map<number, { close: () => void }>()
  readonly #strangers = new Map<number, Stranger>()
  readonly #staleKeys: StaleKeys

  constructor(world: World, around: Surroundings & { chain: Pick<Chain, 'farm' | 'onEvent'> }, relay: Relays) {
    this.#world = world
    this.#around = around
    this.#relay = relay
    this.#staleKeys = new StaleKeys(world.genesis.twins)
    around.chain.onEvent((event) => this.#staleKeys.follow(event))
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

  /** Tells nodes what they watch for on the chain. Only those that were spoken to run anything. */
  follow(event: ChainEvent): void {
    if (event.kind !== 'contract-cancelled' && event.kind !== 'contract-grace') return
    const { id, detail } = event.contract
    if (detail.kind === 'name') for (const node of this.#nodes.values()) node.checkNames()
    if (detail.kind !== 'node') return
    const node = this.#nodes.get(detail.nodeId)
    if (event.kind === 'contract-grace') node?.grace(id, event.started)
    else if (!node) this.#around.usage.drop(detail.nodeId, id)
    else if (!this.#around.faults.on('end-missed', node.id)) node.cancelled(id)
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
    return this.#around.faults.on('node-silent', id) || this.#isAway(id)
  }

  #isAway(id: number): boolean {
    return this.#around.faults.on('node-offline', id) || this.#around.faults.on('node-standby', id)
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
    return answer && faults.take('reply-lost', (fault) => fault.node === id) ? undefined : answer
  }

  #peer(id: number): Promise<Peer> {
    let peer = this.#peers.get(id)
    if (!peer) this.#peers.set(id, (peer = this.#makePeer(id)))
    return peer
  }

  async #makePeer(id: number): Promise<Peer> {
    const node = this.node(id)
    const { chain, faults } = this.#around
    const signerOf = (nodeId: number) => phraseSigner(`0x${bytesToHex(this.#world.nodeSecret(nodeId))}`, 'ed25519')
    const [own, other] = [await signerOf(id), await signerOf(0)]
    return new Peer({
      twin: node.world.chain.twinId,
      signer: { ...own, sign: (message) => (faults.on('wrong-signature', id) ? other : own).sign(message) },
      twins: (twin) => {
        const found = chain.twin(twin)
        return found && faults.on('stale-key', id) ? this.#staleKeys.stale(found) : found
      },
      relays: hostsOf(this.#around.chain.twin(node.world.chain.twinId)!.relay!),
      handlers: async (command, payload, twin) => {
        const result = perform(command, { node, payload, twin, ...this.#standing(node) })
        heedNames(faults, id, command, payload)
        return result
      },
      now: () => faults.now(),
    })
  }

  #heedStranger(id: number): void {
    const stranger = this.#strangers.get(id)
    const isFull = this.#around.faults.on('node-full', id)
    if (isFull && !stranger) this.#strangers.set(id, new Stranger(this.node(id), this.#around.usage))
    if (!isFull && stranger && this.#strangers.delete(id)) stranger.leave()
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

  /** Leaves or joins the relay, is full or not, as the faults want it. */
  #heed(): void {
    for (const { chain, status } of this.#world.nodes) {
      if (status === 'up') this.#heedStranger(chain.id)
      const offline = this.#isAway(chain.id)
      if (offline === !this.#sessions.has(chain.id) || status !== 'up') continue
      if (!offline) this.#connect(chain.id)
      else {
        this.#sessions.get(chain.id)?.close()
        this.#sessions.delete(chain.id)
      }
    }
  }
}
