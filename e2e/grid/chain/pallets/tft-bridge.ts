import type { Bytes, u128 } from '@polkadot/types'
import { stringToU8a, u8aToString } from '@polkadot/util'
import { base64Encode, blake2AsU8a } from '@polkadot/util-crypto'
import { refusals } from '../dispatch-error.ts'
import { concat, text } from '../scale.ts'
import { blockNumber } from '../state/system-items.ts'
import type { Storage } from '../state/storage.ts'
import * as bridge from '../state/tft-bridge-items.ts'
import type { Withdrawal } from '../state/tft-bridge-items.ts'
import { isStellarAddress, stellarAddress } from '../strkey.ts'
import { accountOf, burn, existentialDeposit, mint } from './balances.ts'
import type { Context, Frame, Pallet } from './pallet.ts'

const name = 'TFTBridgeModule'
const refuse = refusals(name)

// tfchain substrate-node/node/src/chain_spec.rs, in 1e-7 TFT
const fee = 10_000_000n

/** Nobody holds these keys: the chain itself does what the validators would. */
const keyless = (letter: string, count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, i) => new Uint8Array(32).fill(letter.charCodeAt(0) + i))

/** Blocks until validators have seen a withdrawal and signed, and until Stellar has taken it. */
const signedAfter = 1
const doneAfter = 2

export function writeBridge(state: Storage): void {
  state.write(bridge.validators, [], keyless('v', 3))
  state.write(bridge.feeAccount, [], keyless('b', 1)[0])
  state.write(bridge.withdrawFee, [], fee)
  state.write(bridge.depositFee, [], fee)
}

const majority = (state: Storage): Uint8Array[] => {
  const all = state.read(bridge.validators) ?? []
  return all.slice(0, Math.floor(all.length / 2) + 1)
}

const feeOf = (state: Storage, item: typeof bridge.withdrawFee): bigint => state.read(item) ?? 0n

/** What a deposit costs now, in 1e-7 TFT; smaller ones never arrive. */
export const depositFee = (state: Storage): bigint => feeOf(state, bridge.depositFee)

function takeFee(context: Context, amount: bigint): void {
  const account = context.state.read(bridge.feeAccount)
  if (account) mint(context, account, amount)
}

/**
 * TFT arrives from Stellar for `target`: proposed, voted and minted at once. `amount` must be more than the fee.
 * Steps: tfchain pallet-tft-bridge tft_bridge.rs (33046d6), mint_tft
 */
export function deposit(context: Context, target: Uint8Array, amount: bigint): void {
  const { state, emit } = context
  const block = state.read(blockNumber) ?? 0
  const before = [...state.values(bridge.doneDeposits)].length
  const id = Buffer.from(blake2AsU8a(stringToU8a(`deposit ${before}`))).toString('hex')
  const voters = majority(state)

  emit(name, 'MintTransactionProposed', [text(id), target, amount])
  for (let i = 0; i < voters.length; i++) emit(name, 'MintTransactionVoted', [text(id)])
  mint(context, target, amount - depositFee(state))
  takeFee(context, depositFee(state))
  const done = { amount, target, block, votes: voters.length }
  state.write(bridge.doneDeposits, [id], done)
  emit(name, 'MintCompleted', [done, text(id)])
}

/** The validators' majority signs; a signature only looks like one. */
function sign({ state, emit }: Context, withdrawal: Withdrawal): void {
  const signatures = majority(state).map((validator) => {
    const message = concat(validator, text(`withdrawal ${withdrawal.id}`))
    return { signature: base64Encode(blake2AsU8a(message, 512)), key: stellarAddress(validator) }
  })
  for (const signature of signatures)
    emit(name, 'BurnTransactionSignatureAdded', [withdrawal.id, bridge.signatureWire(signature)])
  emit(name, 'BurnTransactionReady', [withdrawal.id])
  state.write(bridge.withdrawals, [withdrawal.id], { ...withdrawal, signatures, sequenceNumber: withdrawal.id })
}

/** Moves each withdrawal on. What validators would send as extrinsics happens before those of the block. */
function begin(context: Context): void {
  const { state, emit } = context
  const now = state.read(blockNumber) ?? 0
  for (const withdrawal of state.values(bridge.withdrawals)) {
    const { id, block, signatures } = withdrawal
    if (signatures.length === 0 && now >= block + signedAfter) sign(context, withdrawal)
    else if (signatures.length > 0 && now >= block + doneAfter) {
      state.write(bridge.withdrawals, [id], undefined)
      state.write(bridge.doneWithdrawals, [id], withdrawal)
      emit(name, 'BurnTransactionProcessed', [bridge.withdrawalWire(withdrawal)])
    }
  }
}

/** Between TFChain and Stellar. Checks and their order: tfchain pallet-tft-bridge tft_bridge.rs (33046d6), burn_tft */
export const tftBridge: Pallet = {
  name,
  begin,
  calls: {
    swap_to_stellar(frame: Frame, address: Bytes, wanted: u128) {
      const { state, caller, emit } = frame
      const [target, amount] = [u8aToString(address.toU8a(true)), wanted.toBigInt()]
      if (!isStellarAddress(target)) refuse('InvalidStellarPublicKey')
      const withdrawFee = feeOf(state, bridge.withdrawFee)
      if (amount <= withdrawFee) refuse('AmountIsLessThanWithdrawFee')
      const { free, reserved } = accountOf(state, caller)
      // Reserved money needs its account.
      const usable = reserved > 0n ? free - existentialDeposit : free
      if (amount > usable) refuse('NotEnoughBalanceToSwap')

      burn(frame, caller, amount)
      takeFee(frame, withdrawFee)
      const id = (state.read(bridge.withdrawalId) ?? 0) + 1
      state.write(bridge.withdrawalId, [], id)
      emit(name, 'BurnTransactionCreated', [id, caller, address, amount - withdrawFee])
      state.write(bridge.withdrawals, [id], {
        id,
        block: state.read(blockNumber) ?? 0,
        amount: amount - withdrawFee,
        source: caller,
        target,
        signatures: [],
        sequenceNumber: 0,
      })
    },
  },
}
