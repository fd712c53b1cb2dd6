import type { KeyringPair } from '@polkadot/keyring/types'
import type { GenericExtrinsic, Vec } from '@polkadot/types'
import type { EventRecord } from '@polkadot/types/interfaces'
import { u8aToHex } from '@polkadot/util'
import { Blockchain } from './blockchain.ts'
import { tfchain } from './metadata/layout.ts'
import type { ChainEvent, ChainGenesis } from './nouns.ts'
import { accountOf, mint } from './pallets/balances.ts'
import type { Context } from './pallets/pallet.ts'
import { accounts, events } from './state/system-items.ts'
import { carol, genesis } from './test-chain.ts'

export type Outcome = { happened: Happening[]; error?: string }
export type Happening = { name: string; fields: unknown[]; phase: string }

/** A chain without clients and without a timer: its blocks are sealed when the test says so. */
export class TestLedger {
  readonly chain: Blockchain
  /** What the grid's parts heard. */
  readonly told: ChainEvent[] = []
  /** What happened in each block, by the names of the metadata. */
  readonly #happened = new Map<number, Happening[]>()

  constructor(change: Partial<ChainGenesis> = {}) {
    this.chain = new Blockchain({ ...genesis, ...change }, 1000)
    this.chain.onSeal(({ best, told }) => {
      this.told.push(...told)
      this.#happened.set(best.number, this.#readEvents())
    })
    this.chain.seal()
  }

  get state() {
    return this.chain.runtime.state
  }

  /** Carol's unless it says otherwise. */
  createOn(nodeId: number, publicIps = 0, signer = carol): Outcome {
    const hash = String(this.state.block).padStart(32, 'h')
    return this.send('create_node_contract', [nodeId, hash, '', publicIps, null], signer)
  }

  rent(nodeId: number, signer = carol): Outcome {
    return this.send('create_rent_contract', [nodeId, null], signer)
  }

  cancel(contractId: number): Outcome {
    return this.send('cancel_contract', [contractId])
  }

  /** Leaves an account exactly this much to spend, the existential deposit included. */
  give({ publicKey }: KeyringPair, free: bigint): void {
    this.act(({ state }) => state.write(accounts, [publicKey], { ...accountOf(state, publicKey), free }))
  }

  fund({ publicKey }: KeyringPair, amount: bigint): void {
    this.act((context) => mint(context, publicKey, amount))
  }

  /** Sends a call in a block of its own. */
  send(method: string, args: unknown[], signer = carol, pallet = 'SmartContractModule'): Outcome {
    const layout = tfchain.pallets.find(({ name }) => name === pallet)!
    const callIndex = Uint8Array.of(layout.index, layout.calls![method]![0])
    const extrinsic = this.chain.runtime.codecs.make<GenericExtrinsic>('Extrinsic', { method: { callIndex, args } })
    const genesisHash = this.chain.block(0)!.hash
    const { nonce } = accountOf(this.state, signer.publicKey)
    const runtimeVersion = { specVersion: tfchain.specVersion, transactionVersion: tfchain.transactionVersion }
    extrinsic.sign(signer, { blockHash: genesisHash, genesisHash, nonce, runtimeVersion: runtimeVersion as never })
    this.chain.submit(extrinsic.toHex(), () => {})
    this.chain.seal()
    const happened = this.last().filter(({ phase }) => phase === '1')
    const failed = happened.find(({ name }) => name === 'System.ExtrinsicFailed')
    return { happened, error: failed && errorName(failed.fields[0]) }
  }

  /** Does something at the beginning of a block of its own. */
  act(act: (context: Context) => void): Happening[] {
    void this.chain.atNextBlock(act)
    this.chain.seal()
    return this.last()
  }

  /** Moves time on. Returns what happened to contracts once the extrinsics of that block were done. */
  advance(seconds: number): Happening[] {
    const number = this.chain.advance(seconds)
    return this.#happened.get(number)!.filter(({ name, phase }) => phase === 'Finalization' && isOfContracts(name))
  }

  last(): Happening[] {
    return this.#happened.get(this.chain.best.number)!
  }

  #readEvents(): Happening[] {
    const record = this.state.read(events)!
    return [...this.chain.runtime.codecs.make<Vec<EventRecord>>('Vec<EventRecord>', u8aToHex(record))].map(
      ({ phase, event }) => ({
        name: `${tfchain.pallets.find(({ index }) => index === event.index[0])!.name}.${event.method}`,
        fields: event.data.toJSON() as unknown[],
        phase: phase.isApplyExtrinsic ? phase.asApplyExtrinsic.toString() : phase.type,
      }),
    )
  }
}

const isOfContracts = (name: string): boolean => name.startsWith('SmartContractModule.')

/** Names of what happened to contracts, without their pallet's. */
export const ofContracts = (happened: Happening[]): string[] =>
  happened.filter(({ name }) => isOfContracts(name)).map(({ name }) => name.split('.')[1]!)

function errorName(error: unknown): string {
  const { module } = error as { module?: { index: number; error: string } }
  if (!module) return JSON.stringify(error)
  const { errors = {} } = tfchain.pallets.find(({ index }) => index === module.index)!
  return Object.keys(errors).find((name) => errors[name] === parseInt(module.error.slice(2, 4), 16))!
}
