import type { GenericCall, Vec } from '@polkadot/types'
import { author } from './author.ts'
import { Codecs, callName, hashersOf, type DispatchErrorWire, type EventRecord } from './codecs.ts'
import { DispatchError, type Reason } from './dispatch-error.ts'
import type { ChainEvent } from './nouns.ts'
import { handlers } from './pallets/all.ts'
import { accountOf, credit, existentialDeposit } from './pallets/balances.ts'
import type { Context, Frame } from './pallets/pallet.ts'
import type { SignedExtrinsic } from './signed-extrinsic.ts'
import { Storage } from './state/storage.ts'
import { accounts } from './state/system-items.ts'

// Weights are not modelled: with a fee multiplier of 0 they cost nothing.
const weight = { refTime: 125_000_000, proofSize: 0 }
const inherentInfo = { weight, class: 'Mandatory', paysFee: 'Yes' }

/** Dao's calls are operational (tfchain pallet-dao lib.rs), and several in one when all of them are. */
const isOperational = ({ section, args }: GenericCall): boolean =>
  section === 'utility' ? (args[0] as Vec<GenericCall>).every(isOperational) : section === 'dao'

export const dispatchInfo = (call: GenericCall) => ({
  weight,
  class: isOperational(call) ? 'Operational' : 'Normal',
  paysFee: 'Yes',
})

/** 10,000 units and 1 for each byte: tfchain runtime, whose NextFeeMultiplier is 0 from block 1 on. */
export const feeOf = (length: number): bigint => 10_000n + BigInt(length)

/** Runs calls against the state, one block at a time. */
export class Runtime {
  readonly codecs = new Codecs((pallet, call) => handlers.has(`${pallet}.${call}`))
  readonly state = new Storage(hashersOf, (item, wire) => this.codecs.value(item, wire))
  #records: (EventRecord & { told: ChainEvent | undefined })[] = []
  #phase: EventRecord['phase'] = 'Initialization'
  #now = 0

  /** Begins a block. What happens before its first extrinsic belongs to no extrinsic. */
  begin(now: number): Context {
    this.#records = []
    this.#phase = 'Initialization'
    this.#now = now
    return this.#context()
  }

  /** After the last extrinsic. */
  finalize(): Context {
    this.#phase = 'Finalization'
    return this.#context()
  }

  /** Ends the block. Returns its events in SCALE, and what the grid's parts hear of them. */
  end(): { events: Uint8Array[]; told: ChainEvent[] } {
    return {
      events: this.#records.map((record) => this.codecs.event(record)),
      told: this.#records.flatMap(({ told }) => told ?? []),
    }
  }

  /** The inherent with the block's time has run: it is the first extrinsic of every block. */
  applyInherent(): void {
    this.#phase = 0
    this.#emit('System', 'ExtrinsicSuccess', [inherentInfo])
  }

  /** Whether the account can pay for the extrinsic and go on existing. */
  canPay({ signer, length, tip }: SignedExtrinsic): boolean {
    return accountOf(this.state, signer).free - feeOf(length) - tip >= existentialDeposit
  }

  /** Whether it can be the account's next extrinsic. */
  isValid(extrinsic: SignedExtrinsic): boolean {
    return accountOf(this.state, extrinsic.signer).nonce === extrinsic.nonce && this.canPay(extrinsic)
  }

  /**
   * Runs an extrinsic as number `index` of the block. Fee and nonce stay whatever becomes of the call. With a `failure`
   * the call is not even tried.
   */
  apply({ signer, length, tip, call }: SignedExtrinsic, index: number, failure?: Reason): void {
    this.#phase = index
    const fee = feeOf(length) + tip
    const account = accountOf(this.state, signer)
    this.state.write(accounts, [signer], { ...account, nonce: account.nonce + 1, free: account.free - fee })
    this.#emit('Balances', 'Withdraw', [signer, fee])

    const frame = this.#frame(signer)
    let isFree = false
    const run = () => {
      isFree = this.#dispatch(frame, call) === 'free'
    }
    const error = failure ? this.codecs.error(failure) : this.#attempt(run)

    // The tip is never given back.
    const paid = isFree ? tip : fee
    if (isFree) this.#deposit(frame, signer, fee - paid)
    if (paid > 0n) this.#deposit(frame, author, paid)
    this.#emit('TransactionPayment', 'TransactionFeePaid', [signer, paid, tip])
    if (error) this.#emit('System', 'ExtrinsicFailed', [error, dispatchInfo(call)])
    else this.#emit('System', 'ExtrinsicSuccess', [{ ...dispatchInfo(call), paysFee: isFree ? 'No' : 'Yes' }])
  }

  #deposit(context: Context, who: Uint8Array, amount: bigint): void {
    credit(context, who, amount)
    this.#emit('Balances', 'Deposit', [who, amount])
  }

  #context(): Context {
    return { state: this.state, now: this.#now, emit: (...event) => this.#emit(...event) }
  }

  #frame(caller: Uint8Array): Frame {
    const frame: Frame = {
      ...this.#context(),
      caller,
      dispatch: (call) => void this.#dispatch(frame, call),
      attempt: (call) => this.#attempt(() => void this.#dispatch(frame, call)),
    }
    return frame
  }

  #attempt(work: () => void): DispatchErrorWire | undefined {
    const [mark, records] = [this.state.mark(), this.#records.length]
    try {
      work()
      return undefined
    } catch (error) {
      if (!(error instanceof DispatchError)) throw error
      this.state.rollback(mark)
      this.#records.length = records
      return this.codecs.error(error.reason)
    }
  }

  #dispatch(frame: Frame, call: GenericCall): void | 'free' {
    const handler = handlers.get(callName(call))
    if (!handler) throw new Error(`${callName(call)} is in the metadata but has no handler`)
    return handler(frame, ...(call.args as never[]))
  }

  #emit(pallet: string, event: string, fields: unknown[], told?: ChainEvent): void {
    this.#records.push({ phase: this.#phase, pallet, event, fields, told })
  }
}
