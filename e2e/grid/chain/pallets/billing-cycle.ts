import { none } from '#domain/capacity.ts'
import { contracts, contractsToBill, payments, resources, type ContractRecord } from '../state/smart-contract-items.ts'
import type { Storage } from '../state/storage.ts'
import { blockNumber } from '../state/system-items.ts'
import { bill } from './billing.ts'
import { frequencyOf } from './contract-register.ts'
import type { Context } from './pallet.ts'

/**
 * Whose turn it is: a contract's comes every BillingFrequency blocks. TFChain's validators send bill_contract_for_block for
 * each; here nobody signs and the bills are made at the end of the block.
 *
 * Source: tfchain pallet-smart-contract billing.rs, bill_contracts_for_block
 */
export function billDue(context: Context, previousBlock: number): void {
  const { state } = context
  const frequency = frequencyOf(state)
  const block = state.read(blockNumber) ?? 0
  const turns = Math.min(block - previousBlock, frequency)
  for (let passed = turns - 1; passed >= 0; passed--)
    for (const id of state.read(contractsToBill, (block - passed) % frequency) ?? []) billOne(context, id)
}

/** Bills every contract, whoever's turn it is. */
export function billAll(context: Context): void {
  for (const { id } of context.state.values(contracts)) billOne(context, id)
}

/** Genesis may lie years back, and nothing is billed for the time before the first block. */
export function startMeters({ state, now }: Context): void {
  const since = Math.floor(now / 1000)
  for (const { id } of state.values(contracts)) {
    const payment = state.read(payments, id)
    if (payment) state.write(payments, [id], { ...payment, since })
  }
}

function billOne(context: Context, id: number): void {
  const contract = context.state.read(contracts, id)
  if (contract && isBillable(context.state, contract)) bill(context, contract)
}

/** A node contract that uses nothing and owes nothing is passed over. */
function isBillable(state: Storage, { id, detail }: ContractRecord): boolean {
  if (detail.kind !== 'node' || detail.publicIps > 0) return true
  const { cru, mru, sru, hru } = state.read(resources, id)?.used ?? none
  const overdraft = state.read(payments, id)?.overdraft
  return cru + mru + sru + hru > 0 || (overdraft?.standard ?? 0n) > 0n || (overdraft?.additional ?? 0n) > 0n
}
