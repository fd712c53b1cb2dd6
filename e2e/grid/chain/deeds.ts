import type { Capacity } from '#domain/capacity.ts'
import { bill } from './pallets/billing.ts'
import { billAll } from './pallets/billing-cycle.ts'
import type { Context } from './pallets/pallet.ts'
import { activeRentContract, contracts, payments, resources } from './state/smart-contract-items.ts'
import { averageTftPrice, blockNumber, maxTftPrice, minTftPrice, tftPrice } from './state/system-items.ts'
import { nodePower, nodes, powerWire, type PowerRecord } from './state/tfgrid-items.ts'

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

/** The farmer's wish and the node's obedience in one. Events: tfchain pallet-tfgrid node.rs */
export function setNodePower({ state, emit, now }: Context, nodeId: number, power: 'Up' | 'Down'): void {
  const name = 'TfgridModule'
  const node = state.read(nodes, nodeId)
  const before = state.read(nodePower, nodeId) ?? { state: 'Up', target: 'Up' }
  if (!node || (before.state === power && before.target === power)) return
  const downSince = power === 'Up' ? undefined : (before.downSince ?? state.read(blockNumber))
  const after: PowerRecord = { state: power, target: power, downSince }
  state.write(nodePower, [nodeId], after)
  const told = { kind: 'node-power', nodeId, power: { state: power, target: power } } as const
  if (before.target !== power) emit(name, 'PowerTargetChanged', [node.farmId, nodeId, power], told)
  if (before.state === power) return
  const rent = power === 'Up' ? state.read(activeRentContract, nodeId) : undefined
  const payment = rent === undefined ? undefined : state.read(payments, rent)
  // The time asleep is not billed.
  if (rent !== undefined && payment) state.write(payments, [rent], { ...payment, since: Math.floor(now / 1000) })
  emit(name, 'PowerStateChanged', [node.farmId, nodeId, powerWire(after).state], told)
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
