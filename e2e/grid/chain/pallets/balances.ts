import type { bool, Compact, GenericMultiAddress, u128 } from '@polkadot/types'
import { u8aEq } from '@polkadot/util'
import { DispatchError, refusals } from '../dispatch-error.ts'
import { accounts, totalIssuance, type Account } from '../state/system-items.ts'
import type { Storage } from '../state/storage.ts'
import type { Context, Frame, Pallet } from './pallet.ts'

const name = 'Balances'
const refuse = refusals(name)
// ExistentialDeposit in the metadata: an account with less does not exist.
export const existentialDeposit = 500n

export const accountOf = (state: Storage, who: Uint8Array): Account =>
  state.read(accounts, who) ?? { nonce: 0, free: 0n, reserved: 0n }

/** Adds to an account, which begins to exist if it did not. */
export function credit({ state, emit }: Context, who: Uint8Array, amount: bigint): void {
  const before = state.read(accounts, who)
  const after = before ?? { nonce: 0, free: 0n, reserved: 0n }
  state.write(accounts, [who], { ...after, free: after.free + amount })
  if (before) return
  emit('System', 'NewAccount', [who])
  emit(name, 'Endowed', [who, amount])
}

/** Makes new TFT, as the bridge does. */
export function mint(context: Context, who: Uint8Array, amount: bigint): void {
  credit(context, who, amount)
  context.emit(name, 'Deposit', [who, amount])
  changeIssuance(context.state, amount)
}

/** Takes TFT out of the world; the account has to go on. Source: substrate frame/balances/src/impl_currency.rs, withdraw */
export function burn({ state, emit }: Context, who: Uint8Array, amount: bigint): void {
  const before = accountOf(state, who)
  const free = before.free - amount
  if (free < 0n) refuse('InsufficientBalance')
  if (free < existentialDeposit) refuse('Expendability')
  state.write(accounts, [who], { ...before, free })
  emit(name, 'Withdraw', [who, amount])
  changeIssuance(state, -amount)
}

/** Takes from an account; one that falls below the existential deposit ends, and what was left in it is gone. */
function debit({ state, emit }: Context, who: Uint8Array, amount: bigint): void {
  const before = accountOf(state, who)
  const free = before.free - amount
  if (free + before.reserved >= existentialDeposit) return state.write(accounts, [who], { ...before, free })
  state.write(accounts, [who], undefined)
  emit('System', 'KilledAccount', [who])
  if (free === 0n) return
  emit(name, 'DustLost', [who, free])
  changeIssuance(state, -free)
}

export const changeIssuance = (state: Storage, by: bigint): void =>
  state.write(totalIssuance, [], (state.read(totalIssuance) ?? 0n) + by)

/** Rules and their order: substrate frame/support/src/traits/tokens/fungible/regular.rs, Mutate::transfer */
function transfer(frame: Frame, to: Uint8Array, amount: bigint, keepAlive: boolean): void {
  const from = frame.caller
  const { free, reserved } = accountOf(frame.state, from)
  if (amount > 0n) {
    if (free < amount) throw new DispatchError({ token: 'FundsUnavailable' })
    if (free - amount < existentialDeposit) {
      // Reserved money needs its account.
      if (reserved > 0n) throw new DispatchError({ token: 'Frozen' })
      if (keepAlive) throw new DispatchError({ token: 'NotExpendable' })
    }
    if (accountOf(frame.state, to).free + amount < existentialDeposit)
      throw new DispatchError({ token: 'BelowMinimum' })
  }
  if (!u8aEq(from, to) && amount > 0n) {
    debit(frame, from, amount)
    credit(frame, to, amount)
  }
  if (!u8aEq(from, to)) frame.emit(name, 'Transfer', [from, to, amount])
}

function target(address: GenericMultiAddress): Uint8Array {
  if (address.type !== 'Id') throw new DispatchError('CannotLookup')
  return address.value.toU8a()
}

const transferAllowDeath = (frame: Frame, dest: GenericMultiAddress, value: Compact<u128>): void =>
  transfer(frame, target(dest), value.toBigInt(), false)

export const balances: Pallet = {
  name,
  calls: {
    transfer_allow_death: transferAllowDeath,
    // Deprecated, but tfchain_client uses it.
    transfer: transferAllowDeath,
    transfer_keep_alive: (frame: Frame, dest: GenericMultiAddress, value: Compact<u128>) =>
      transfer(frame, target(dest), value.toBigInt(), true),
    transfer_all(frame: Frame, dest: GenericMultiAddress, keepAlive: bool) {
      const { free, reserved } = accountOf(frame.state, frame.caller)
      const kept = keepAlive.isTrue || reserved > 0n ? existentialDeposit : 0n
      transfer(frame, target(dest), free > kept ? free - kept : 0n, keepAlive.isTrue)
    },
  },
}
