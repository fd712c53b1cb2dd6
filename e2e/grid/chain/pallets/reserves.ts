import { u8aEq } from '@polkadot/util'
import { accounts } from '../state/system-items.ts'
import type { Storage } from '../state/storage.ts'
import { accountOf, changeIssuance, credit, existentialDeposit } from './balances.ts'
import type { Context } from './pallet.ts'

/**
 * Money that an account owns and cannot spend.
 *
 * Source: substrate frame/balances/src/impl_currency.rs, ReservableCurrency
 */
const name = 'Balances'

/** What may be reserved: all but the existential deposit. */
export function usable(state: Storage, who: Uint8Array): bigint {
  const { free } = accountOf(state, who)
  return free > existentialDeposit ? free - existentialDeposit : 0n
}

/** `amount` has to be usable. */
export function reserve({ state, emit }: Context, who: Uint8Array, amount: bigint): void {
  if (amount === 0n) return
  const account = accountOf(state, who)
  state.write(accounts, [who], { ...account, free: account.free - amount, reserved: account.reserved + amount })
  emit(name, 'Reserved', [who, amount])
}

/** Destroys what is reserved. */
export function slashReserved(context: Context, who: Uint8Array, amount: bigint): void {
  if (amount === 0n) return
  takeReserved(context.state, who, amount)
  context.emit(name, 'Slashed', [who, amount])
  changeIssuance(context.state, -amount)
}

/** Pays out of what is reserved. Too little to bring a new account into being is lost. */
export function payReserved(context: Context, from: Uint8Array, to: Uint8Array, amount: bigint): void {
  const { state, emit } = context
  if (amount === 0n) return
  if (!state.read(accounts, to)) {
    slashReserved(context, from, amount)
    if (amount < existentialDeposit) return
    changeIssuance(state, amount)
    credit(context, to, amount)
    return emit(name, 'Deposit', [to, amount])
  }
  takeReserved(state, from, amount)
  credit(context, to, amount)
  if (u8aEq(from, to)) emit(name, 'Unreserved', [from, amount])
  else emit(name, 'ReserveRepatriated', [from, to, amount, 'Free'])
}

function takeReserved(state: Storage, who: Uint8Array, amount: bigint): void {
  const account = accountOf(state, who)
  state.write(accounts, [who], { ...account, reserved: account.reserved - amount })
}
