import { payments, type ContractRecord, type Payment, type Split } from '../state/smart-contract-items.ts'
import type { Storage } from '../state/storage.ts'
import { nodePower, twinBoundedAccount, twins } from '../state/tfgrid-items.ts'
import { dueOf, type Due } from './contract-cost.ts'
import { nothing, strikeOut } from './contract-register.ts'
import { settleState } from './grace-period.ts'
import type { Context } from './pallet.ts'
import { payOut } from './rewards.ts'
import { reserve, usable } from './reserves.ts'

/**
 * A contract's bills. Each puts money aside; what is not there is overdraft, and the contract is in its grace period until
 * that is settled.
 *
 * Source: tfchain pallet-smart-contract billing.rs, bill_contract
 */
const name = 'SmartContractModule'

// DistributionFrequency of the runtime: bills between one payment of rewards and the next.
const cyclesPerPayout = 24

const plus = (a: Split, b: Split): Split => ({
  standard: a.standard + b.standard,
  additional: a.additional + b.additional,
})
const total = ({ standard, additional }: Split): bigint => standard + additional

/** Bills a contract for the time since its last bill. One that is cancelled is billed for the last time and is gone. */
export function bill(context: Context, contract: ContractRecord, isCancelled = false): void {
  const { state, emit, now } = context
  // Twins are never deleted, and a payment lasts as long as its contract.
  const owner = state.read(twins, contract.twinId)!.account
  const payment = state.read(payments, contract.id)!
  const seconds = Math.floor(now / 1000) - payment.since
  const waived = isStandby(state, contract)
  if (waived) {
    emit(name, 'RentWaived', [contract.id])
    if (contract.state === 'Created' && !isCancelled) return
  }
  const spendable = usable(state, owner)
  const due: Due = waived
    ? { ...nothing, level: 'None' }
    : dueOf(state, contract, seconds, spendable + stashOf(state, contract.twinId))
  if (total(due) === 0n && total(payment.overdraft) === 0n && !isCancelled) return

  const isFunded = spendable >= total(due) + total(payment.overdraft)
  const settled = isCancelled ? contract : settleState(context, contract, isFunded)
  const charged = isFunded
    ? charge(context, contract.id, owner, payment, due)
    : overdraw(context, contract.id, owner, payment, due, spendable)
  const counted = { ...charged, cycles: charged.cycles + 1 }

  const isOver = isCancelled || settled === undefined
  const paysOut = (isOver || counted.cycles >= cyclesPerPayout) && total(counted.reserve) > 0n
  const paid = paysOut ? payOut(context, contract, owner, counted) : counted
  if (isOver) strikeOut(context, contract)
  else state.write(payments, [contract.id], { ...paid, since: Math.floor(now / 1000) })
}

/** Puts aside what is due and what was left unpaid. */
function charge(context: Context, id: number, owner: Uint8Array, payment: Payment, due: Due): Payment {
  const timestamp = Math.floor(context.now / 1000)
  const charged = plus(due, payment.overdraft)
  const amount = total(charged)
  reserve(context, owner, amount)
  context.emit(
    name,
    'ContractBilled',
    [{ contractId: id, timestamp, discountLevel: due.level, amountBilled: amount }],
    {
      kind: 'contract-billed',
      contractId: id,
      amount,
      discount: due.level,
      timestamp,
    },
  )
  return { ...payment, reserve: plus(payment.reserve, charged), overdraft: nothing }
}

/** Puts aside all there is, first for the extra fee. The rest is owed. */
function overdraw(
  context: Context,
  id: number,
  owner: Uint8Array,
  payment: Payment,
  due: Due,
  spendable: bigint,
): Payment {
  reserve(context, owner, spendable)
  const owed = plus(payment.overdraft, due)
  const additional = spendable < owed.additional ? spendable : owed.additional
  const paid = { standard: spendable - additional, additional }
  const missing = total(due) > spendable ? total(due) - spendable : 0n
  context.emit(name, 'ContractPaymentOverdrawn', [id, Math.floor(context.now / 1000), spendable, missing])
  return {
    ...payment,
    reserve: plus(payment.reserve, paid),
    overdraft: { standard: owed.standard - paid.standard, additional: owed.additional - paid.additional },
  }
}

/** A rented node that sleeps costs nothing. */
const isStandby = (state: Storage, { detail }: ContractRecord): boolean =>
  detail.kind === 'rent' && state.read(nodePower, detail.nodeId)?.state === 'Down'

/** What the account that vouches for a twin could spend: it counts for the discount only. */
function stashOf(state: Storage, twinId: number): bigint {
  const stash = state.read(twinBoundedAccount, twinId)
  return stash ? usable(state, stash) : 0n
}
