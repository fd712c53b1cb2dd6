import { stringToU8a } from '@polkadot/util'
import { makeBlock, timestampExtrinsic, type Block } from './block.ts'
import { writeGenesis } from './genesis.ts'
import type { ChainEvent, ChainGenesis } from './nouns.ts'
import { begins } from './pallets/all.ts'
import { mint } from './pallets/balances.ts'
import { billDue, startMeters } from './pallets/billing-cycle.ts'
import type { Context } from './pallets/pallet.ts'
import { Pool, type Status, type Waiting } from './pool.ts'
import { stateDiscarded, unknownBlock } from './rpc/rpc-error.ts'
import { Runtime } from './runtime.ts'
import { readSigned, type SignedExtrinsic } from './signed-extrinsic.ts'
import { concat, list } from './scale.ts'
import { blockHash, blockNumber, eventCount, events, now, parentHash } from './state/system-items.ts'
import { noTrouble, type Trouble } from './trouble.ts'

type Sealed = { best: Block; told: ChainEvent[] }
/** What a block was made of. */
type Made = { block: Block; included: Waiting[]; deeds: Deed[] }
type Deed = { act: (context: Context) => void; done: () => void }

/** From one block of TFChain to the next. Time that is skipped counts as the blocks it would have had. */
export const nominalBlockMs = 6000

/** Blocks and how they come about. */
export class Blockchain {
  readonly runtime = new Runtime()
  readonly pool = new Pool(this.runtime)
  /** In order. Where time was skipped, so were numbers. */
  readonly #blocks: Block[] = []
  readonly #byNumber = new Map<number, Block>()
  readonly #byHash = new Map<string, Block>()
  readonly #finalityLag: number
  readonly #trouble: Trouble
  readonly #listeners = new Set<(sealed: Sealed) => void>()
  #unfinalized: { block: Block; included: Waiting[] }[] = []
  #deeds: Deed[] = []
  /** The last block, when it is to lose against others. */
  #doomed: Made | undefined
  /** How far the chain's clock is ahead of this machine's. */
  #aheadMs = 0

  constructor(genesis: ChainGenesis, blockMs: number, trouble = noTrouble) {
    this.#trouble = trouble
    // Clients that hear of finality while they still read the block's events never see it included.
    this.#finalityLag = Math.max(1, Math.ceil(1000 / blockMs))
    const seed = writeGenesis(this.runtime.begin(genesis.timestamp * 1000), genesis)
    this.#add(makeBlock(this.runtime.codecs, 0, `0x${'00'.repeat(32)}`, [], seed))
    this.runtime.state.seal()
  }

  get best(): Block {
    return this.#blocks.at(-1)!
  }

  get finalized(): Block {
    return this.#blocks[Math.max(0, this.#blocks.length - 1 - this.#finalityLag)]!
  }

  block(number: number): Block | undefined {
    return this.#byNumber.get(number)
  }

  /** @throws RpcError when there is no such block */
  blockAt(hash: string | undefined): Block {
    const block = hash === undefined ? this.best : this.#byHash.get(hash)
    if (!block) throw unknownBlock(hash!)
    return block
  }

  /** The number by which the state of a block is kept. @throws RpcError when the block has none, or none any more */
  stateAt(hash: string | undefined): number {
    const block = this.blockAt(hash)
    if (this.block(block.number) !== block) throw stateDiscarded(block.hash)
    return block.number
  }

  /** Returns the way to stop listening. */
  onSeal(listener: (sealed: Sealed) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** @throws RpcError when the extrinsic cannot be accepted */
  submit(hex: string, tell: (status: Status) => void): SignedExtrinsic {
    const extrinsic = readSigned(this.runtime.codecs, hex, this.best.number + 1, (n) => this.block(n)?.hash)
    this.pool.add(extrinsic, tell)
    if (this.#trouble.drops()) this.pool.drop(extrinsic)
    return extrinsic
  }

  /** New TFT for an account, at the beginning of the next block; resolves once that is sealed. */
  grant(account: Uint8Array, amount: bigint): Promise<void> {
    return this.atNextBlock((context) => mint(context, account, amount))
  }

  /** Does what no extrinsic can, at the beginning of the next block; resolves once that is sealed. */
  atNextBlock(act: (context: Context) => void): Promise<void> {
    return new Promise((done) => this.#deeds.push({ act, done }))
  }

  /** Seals `count` blocks at once, each 6 s after the one before it. */
  advanceBlocks(count: number): void {
    for (let i = 0; i < count; i++) this.advance(nominalBlockMs / 1000)
  }

  /**
   * Seals one block that comes `seconds` after the last, numbered as if there had been blocks all the while. Returns its
   * number.
   */
  advance(seconds: number): number {
    const { state } = this.runtime
    const step = Math.max(1, Math.floor((seconds * 1000) / nominalBlockMs))
    this.#aheadMs = Math.max(this.#aheadMs, (state.read(now) ?? 0) + seconds * 1000 - Date.now())
    this.seal(step)
    const { number } = this.best
    // Clients count a signature's lifetime from the last block but one, which must not lie before the gap.
    if (step > 1) this.seal()
    return number
  }

  /** `step` is how much higher its number is than the last one's. */
  seal(step = 1): void {
    if (this.#doomed) this.#retract(this.#doomed)
    this.#seal(step, (number) => this.pool.take(number))
  }

  /** Puts an empty block in the place of the last one; what that had included waits for the next. */
  #retract({ block, included, deeds }: Made): void {
    this.#doomed = undefined
    this.runtime.state.unseal()
    this.#blocks.pop()
    this.#byNumber.delete(block.number)
    this.#unfinalized.pop()
    this.#deeds.unshift(...deeds)
    for (const { tell } of included) tell({ retracted: block.hash })
    this.#seal(block.number - this.best.number, () => [])
    for (const waiting of included) this.pool.restore(waiting)
  }

  #seal(step: number, take: (number: number) => Waiting[]): void {
    const { runtime } = this
    const { state, codecs } = runtime
    const previous = this.best.number
    const number = previous + step
    const time = Math.max(Date.now() + this.#aheadMs, (state.read(now) ?? 0) + 1)
    state.block = number
    const context = runtime.begin(time)
    state.write(blockNumber, [], number)
    state.write(parentHash, [], this.best.hash)
    state.write(blockHash, [previous], this.best.hash)
    state.write(now, [], time)
    if (previous === 0) startMeters(context)
    for (const begin of begins) begin(context)
    const deeds = this.#deeds
    this.#deeds = []
    for (const { act } of deeds) act(context)

    const body = [timestampExtrinsic(codecs, time)]
    runtime.applyInherent()
    const included: Waiting[] = []
    for (const waiting of take(number)) {
      if (!runtime.isValid(waiting.extrinsic)) {
        waiting.tell('invalid')
        continue
      }
      runtime.apply(waiting.extrinsic, body.length, this.#trouble.fails())
      body.push(waiting.extrinsic.hex)
      included.push(waiting)
    }

    billDue(runtime.finalize(), previous)
    const { events: emitted, told } = runtime.end()
    const record = list(emitted, (event) => event)
    state.write(events, [], record)
    state.write(eventCount, [], emitted.length)
    const seed = concat(stringToU8a(this.best.header.stateRoot), record)
    const block = this.#add(makeBlock(codecs, number, this.best.hash, body, seed))
    state.seal()
    if (included.length > 0 && this.#trouble.forks()) {
      // What it tells will be told by the blocks that win.
      this.#doomed = { block, included, deeds }
      return this.#announce(block, included, [])
    }
    this.#announce(block, included, [...told, { kind: 'block', number, timestamp: Math.floor(time / 1000) }])
    for (const { done } of deeds) done()
  }

  #announce(best: Block, included: Waiting[], told: ChainEvent[]): void {
    const { finalized } = this
    for (const listener of this.#listeners) listener({ best, told })
    for (const { tell } of included) tell({ inBlock: best.hash })
    this.#unfinalized.push({ block: best, included })
    const settled = this.#unfinalized.filter(({ block }) => block.number <= finalized.number)
    this.#unfinalized = this.#unfinalized.slice(settled.length)
    for (const { block, included: settledNow } of settled)
      for (const { tell } of settledNow) tell({ finalized: block.hash })
  }

  #add(block: Block): Block {
    this.#blocks.push(block)
    this.#byNumber.set(block.number, block)
    this.#byHash.set(block.hash, block)
    return block
  }
}
