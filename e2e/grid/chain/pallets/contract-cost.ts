import { none } from '#domain/capacity.ts'
import * as pricing from '#domain/pricing.ts'
import {
  activeRentContract,
  extraFees,
  resources,
  type ContractRecord,
  type Split,
} from '../state/smart-contract-items.ts'
import type { Storage } from '../state/storage.ts'
import { averageTftPrice, maxTftPrice, minTftPrice } from '../state/system-items.ts'
import { nodes, pricingPolicies } from '../state/tfgrid-items.ts'

/** What falls due of a contract for a time, and at which discount. Source: tfchain pallet-smart-contract cost.rs */
export type Due = Split & { level: pricing.DiscountLevel }

/** The chain bills by this one whatever the farm's is. */
const billingPolicy = 1

/** `balance` is what the owner has to spend: it decides the discount. The extra fee knows none. */
export function dueOf(state: Storage, contract: ContractRecord, seconds: number, balance: bigint): Due {
  const milliUsd = priceInBounds(state)
  const { detail } = contract
  const certified = detail.kind !== 'name' && state.read(nodes, detail.nodeId)?.certification === 'Certified'
  const standard = pricing.toTft(standardCost(state, contract, seconds), milliUsd)
  const { amount, level } = pricing.due(standard, { seconds, balance, certified })
  const fee = detail.kind === 'rent' ? (state.read(extraFees, detail.nodeId) ?? 0) : 0
  return { standard: amount, additional: pricing.toTft(pricing.extraFeeCost(fee, seconds), milliUsd), level }
}

function standardCost(state: Storage, { id, detail }: ContractRecord, seconds: number): pricing.UsdUnits {
  const { cu, su, ipu, uniqueName, discountForDedicationNodes } = state.read(pricingPolicies, billingPolicy)!
  const policy: pricing.PricingPolicy = {
    cu: BigInt(cu.value),
    su: BigInt(su.value),
    ipu: BigInt(ipu.value),
    uniqueName: BigInt(uniqueName.value),
    dedicationDiscount: discountForDedicationNodes,
  }
  switch (detail.kind) {
    case 'node': {
      // Whoever rents the node pays for its resources.
      const rented = state.read(activeRentContract, detail.nodeId) !== undefined
      const used = rented ? none : (state.read(resources, id)?.used ?? none)
      return pricing.nodeCost(policy, used, detail.publicIps, seconds)
    }
    case 'name':
      return pricing.nameCost(policy, seconds)
    case 'rent':
      return pricing.rentCost(policy, state.read(nodes, detail.nodeId)?.resources ?? none, seconds)
  }
}

function priceInBounds(state: Storage): number {
  const [average = 0, least = 0, most = 0] = [averageTftPrice, minTftPrice, maxTftPrice].map((item) => state.read(item))
  return Math.min(Math.max(average, least), most)
}
