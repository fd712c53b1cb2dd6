import { decodeAddress } from '@polkadot/util-crypto'
import type { ContractRecord, Payment } from '../state/smart-contract-items.ts'
import { farms, nodes, pricingPolicies, twins } from '../state/tfgrid-items.ts'
import { nothing } from './contract-register.ts'
import type { Context } from './pallet.ts'
import { payReserved, slashReserved } from './reserves.ts'

/**
 * Who gets what contracts cost: a tenth the foundation, a twentieth the validators' pool, half the sales account, and the
 * rest is burned. A rented node's extra fee goes to its farmer.
 *
 * Source: tfchain pallet-smart-contract billing.rs, distribute_standard_rewards as of spec 152
 */
const name = 'SmartContractModule'

// tfchain runtime lib.rs, get_staking_pool_account
export const stakingPool = decodeAddress('5CNposRewardAccount11111111111111111111111111FSU')

/** Perbill's rounding: half goes down. */
const percent = (share: bigint, amount: bigint): bigint => (amount * share + 49n) / 100n

/** Pays out what is put aside for a contract of `owner`. */
export function payOut(context: Context, contract: ContractRecord, owner: Uint8Array, payment: Payment): Payment {
  const { state, emit } = context
  const { standard, additional } = payment.reserve
  const farmer = contract.detail.kind === 'rent' ? farmerOf(context, contract.detail.nodeId) : undefined
  if (farmer) payReserved(context, owner, farmer, additional)

  if (standard > 0n) {
    const { foundationAccount, certifiedSalesAccount } = state.read(pricingPolicies, 1)!
    const [foundation, pool, sales] = [percent(10n, standard), percent(5n, standard), percent(50n, standard)]
    payReserved(context, owner, foundationAccount, foundation)
    payReserved(context, owner, stakingPool, pool)
    payReserved(context, owner, certifiedSalesAccount, sales)
    const burned = standard - foundation - pool - sales
    slashReserved(context, owner, burned)
    emit(name, 'TokensBurned', [contract.id, burned])
  }
  emit(name, 'RewardDistributed', [contract.id, standard, additional])
  return { ...payment, reserve: nothing, cycles: 0 }
}

function farmerOf({ state }: Context, nodeId: number): Uint8Array | undefined {
  const farm = state.read(farms, state.read(nodes, nodeId)?.farmId ?? 0)
  return farm && state.read(twins, farm.twinId)?.account
}
