import type { Capacity } from '#domain/capacity.ts'
import { bill } from './pallets/billing.ts'
import { billAll } from './pallets/billing-cycle.ts'
import { changePowerState, changePowerTarget, powerOf, type Power } from './pallets/node-power.ts'
import type { Context } from './pallets/pallet.ts'
import { contracts, resources } from './state/smart-contract-items.ts'
import { averageTftPrice, maxTftPrice, minTftPrice, tftPrice } from './state/system-items.ts'
import { nodes } from './state/tfgrid-items.ts'

/** What validators and nodes would do by extrinsics of their own, done without a signature at the beginning of a block. */

/** The average follows at once, so that bills do. Events: tfchain pallet-tft-price tft_price.rs */
export function setPrice({ state, emit }: Context, milliUsd: number): void {
  const name = 'TFTPriceModule'
  const [least = 0, most = Infinity] = [state.read(minTftPrice), state.read(maxTftPrice)]
  state.write(tftPrice, [], milliUsd)
  emit(name, 'PriceStored', [milliUsd])
  state.write(averageTftPrice, [], milliUsd)
  emit(name, 'AveragePriceStored', [milliUsd])
  if (milliUsd < least) emit(name, 'AveragePriceIsBelowMinPrice', [milliUsd, least])
  if (milliUsd > most) emit(name, 'AveragePriceIsAboveMaxPrice', [milliUsd, most])
}

/** The farmer's wish and the node's obedience in one. */
export function setNodePower(context: Context, nodeId: number, power: Power): void {
  const node = context.state.read(nodes, nodeId)
  if (!node) return
  const before = powerOf(context.state, nodeId)
  if (before.target !== power) changePowerTarget(context, node, power)
  if (before.state !== power) changePowerState(context, node, power)
}

/** What a node does some time after its farmer asked for it. */
export function obeyPowerTarget(context: Context, nodeId: number): void {
  const node = context.state.read(nodes, nodeId)
  const { state, target } = powerOf(context.state, nodeId)
  if (node && state !== target) changePowerState(context, node, target)
}

/** What a node says its deployment takes: the contract is billed for it from its last bill on. */
export function reportResources({ state, emit }: Context, contractId: number, used: Capacity): void {
  if (state.read(contracts, contractId)?.detail.kind !== 'node') return
  const reported = { contractId, used }
  state.write(resources, [contractId], reported)
  emit('SmartContractModule', 'UpdatedUsedResources', [reported])
}

/** Without an id every contract is billed. */
export function billNow(context: Context, contractId?: number): void {
  if (contractId === undefined) return billAll(context)
  const contract = context.state.read(contracts, contractId)
  if (contract) bill(context, contract)
}
