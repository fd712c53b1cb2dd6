import { cryptoWaitReady } from '@polkadot/util-crypto'
import type { WebSocket } from 'ws'
import type { Capacity } from '#domain/capacity.ts'
import { Blockchain } from './blockchain.ts'
import * as deeds from './deeds.ts'
import type { ChainContract, ChainEvent, ChainFarm, ChainGenesis, ChainNode, ChainTwin } from './nouns.ts'
import { accountOf } from './pallets/balances.ts'
import { deposit, depositFee } from './pallets/tft-bridge.ts'
import { Connection } from './rpc/connection.ts'
import { rpcMethods } from './rpc/methods.ts'
import { toNode } from './state/chain-node.ts'
import { contracts, idByName } from './state/smart-contract-items.ts'
import { farms, nodes, twinIdByAccount, twins } from './state/tfgrid-items.ts'
import type { Trouble } from './trouble.ts'

/**
 * The local TFChain: one author, blocks sealed by a timer, laid out as runtime spec 152. Clients reach it by JSON-RPC over
 * websockets; the local grid's other parts read and watch the same state through this class.
 */
export class Chain {
  readonly #chain: Blockchain
  readonly #blockMs: number
  readonly #sockets = new Set<WebSocket>()
  readonly #fundedListeners = new Set<(account: Uint8Array) => void>()
  readonly #methods = rpcMethods((account) => {
    for (const listener of this.#fundedListeners) listener(account)
  })
  #timer: NodeJS.Timeout | undefined

  constructor({ genesis, blockMs = 2000, trouble }: { genesis: ChainGenesis; blockMs?: number; trouble?: Trouble }) {
    this.#chain = new Blockchain(genesis, blockMs, trouble)
    this.#blockMs = blockMs
  }

  async start(): Promise<void> {
    await cryptoWaitReady()
    this.pace()
  }

  /** From now on a block comes every `blockMs`, or as often as at first. */
  pace(blockMs = this.#blockMs): void {
    clearInterval(this.#timer)
    this.#timer = setInterval(() => this.#chain.seal(), blockMs)
  }

  stop(): void {
    clearInterval(this.#timer)
    for (const socket of this.#sockets) socket.terminate()
  }

  /** What wallets and signatures know this chain by: the same for the same genesis. */
  get genesisHash(): string {
    return this.#chain.block(0)!.hash
  }

  /** Serves JSON-RPC on a websocket that has been opened. */
  accept(socket: WebSocket): void {
    this.#sockets.add(socket)
    socket.on('close', () => this.#sockets.delete(socket))
    new Connection(socket, this.#chain, this.#methods)
  }

  twin(id: number): ChainTwin | undefined {
    return this.#state.read(twins, id)
  }

  twinIdOf(account: Uint8Array): number | undefined {
    return this.#state.read(twinIdByAccount, account)
  }

  farm(id: number): ChainFarm | undefined {
    return this.#state.read(farms, id)
  }

  node(id: number): ChainNode | undefined {
    const record = this.#state.read(nodes, id)
    return record && toNode(this.#state, record)
  }

  contract(id: number): ChainContract | undefined {
    return this.#state.read(contracts, id)
  }

  contractByName(name: string): ChainContract | undefined {
    const id = this.#state.read(idByName, name)
    return id === undefined ? undefined : this.contract(id)
  }

  twins(): Iterable<ChainTwin> {
    return this.#state.values(twins)
  }

  farms(): Iterable<ChainFarm> {
    return this.#state.values(farms)
  }

  *nodes(): Iterable<ChainNode> {
    for (const record of this.#state.values(nodes)) yield toNode(this.#state, record)
  }

  contracts(): Iterable<ChainContract> {
    return this.#state.values(contracts)
  }

  /** What the account may spend, in 1e-7 TFT. */
  balance(account: Uint8Array): bigint {
    return accountOf(this.#state, account).free
  }

  /** Puts new TFT on an account, with the next block; resolves once that is sealed. */
  fund(account: Uint8Array, amount: bigint): Promise<void> {
    return this.#chain.grant(account, amount)
  }

  /**
   * TFT comes over the bridge from Stellar with the next block; resolves once that is sealed.
   * @throws RangeError when it is not worth its fee
   */
  mint(account: Uint8Array, amount: bigint): Promise<void> {
    if (amount <= depositFee(this.#state)) throw new RangeError('the amount must be more than the fee of a deposit')
    return this.#chain.atNextBlock((context) => deposit(context, account, amount))
  }

  /** Seals `count` blocks at once, each 6 s after the one before it; contracts whose turn comes are billed. */
  advanceBlocks(count: number): void {
    this.#chain.advanceBlocks(count)
  }

  /**
   * Seals one block that comes `seconds` after the last, numbered as if there had been one every 6 s. Each contract whose
   * turn came meanwhile is billed once, for all of its time. Returns the block's number.
   */
  advance(seconds: number): number {
    return this.#chain.advance(seconds)
  }

  /** Sets the price of 1 TFT and its average with the next block. */
  setPrice(milliUsd: number): Promise<void> {
    return this.#chain.atNextBlock((context) => deeds.setPrice(context, milliUsd))
  }

  /** Puts a node to sleep or wakes it with the next block. */
  setNodePower(nodeId: number, power: 'Up' | 'Down'): Promise<void> {
    return this.#chain.atNextBlock((context) => deeds.setNodePower(context, nodeId, power))
  }

  /** A node does with the next block what its farmer wants of its power. */
  obeyPowerTarget(nodeId: number): Promise<void> {
    return this.#chain.atNextBlock((context) => deeds.obeyPowerTarget(context, nodeId))
  }

  /** A node's word on what a contract takes of it, with the next block. */
  reportResources(contractId: number, used: Capacity): Promise<void> {
    return this.#chain.atNextBlock((context) => deeds.reportResources(context, contractId, used))
  }

  /** Bills a contract, or all of them, with the next block. */
  billNow(contractId?: number): Promise<void> {
    return this.#chain.atNextBlock((context) => deeds.billNow(context, contractId))
  }

  /** Called once a block is sealed, for each thing that happened in it and at last for the block itself. */
  onEvent(listener: (event: ChainEvent) => void): () => void {
    return this.#chain.onSeal(({ told }) => {
      for (const event of told) listener(event)
    })
  }

  /** Called with each account that was funded by the RPC method `dev_fund`. */
  onFunded(listener: (account: Uint8Array) => void): () => void {
    this.#fundedListeners.add(listener)
    return () => this.#fundedListeners.delete(listener)
  }

  get #state() {
    return this.#chain.runtime.state
  }
}
