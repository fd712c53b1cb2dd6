import { activeRentContract, payments } from '../state/smart-contract-items.ts'
import type { Storage } from '../state/storage.ts'
import { blockNumber } from '../state/system-items.ts'
import { nodePower, powerWire, type NodeRecord, type PowerRecord } from '../state/tfgrid-items.ts'
import type { Context } from './pallet.ts'

const name = 'TfgridModule'

export type Power = 'Up' | 'Down'

export const powerOf = (state: Storage, nodeId: number): PowerRecord =>
  state.read(nodePower, nodeId) ?? { state: 'Up', target: 'Up' }

const told = (nodeId: number, { state, target }: PowerRecord) =>
  ({ kind: 'node-power', nodeId, power: { state, target } }) as const

/** What the farmer wants. Source: tfchain pallet-tfgrid node.rs (33046d6), _change_power_target */
export function changePowerTarget({ state, emit }: Context, { id, farmId }: NodeRecord, target: Power): void {
  const power = { ...powerOf(state, id), target }
  state.write(nodePower, [id], power)
  emit(name, 'PowerTargetChanged', [farmId, id, target], told(id, power))
}

/**
 * A node went to sleep or woke up. One that sleeps and says so again sleeps since now.
 * Source: tfchain pallet-tfgrid node.rs (33046d6), _change_power_state; pallet-smart-contract, node_power_state_changed
 */
export function changePowerState({ state, emit, now }: Context, { id, farmId }: NodeRecord, to: Power): void {
  const before = powerOf(state, id)
  const downSince = to === 'Up' ? undefined : (state.read(blockNumber) ?? 0)
  if (before.state === to && before.downSince === downSince) return
  const power: PowerRecord = { state: to, target: before.target, downSince }
  state.write(nodePower, [id], power)
  const rent = to === 'Up' ? state.read(activeRentContract, id) : undefined
  const payment = rent === undefined ? undefined : state.read(payments, rent)
  // The time asleep is not billed.
  if (rent !== undefined && payment) state.write(payments, [rent], { ...payment, since: Math.floor(now / 1000) })
  emit(name, 'PowerStateChanged', [farmId, id, powerWire(power).state], told(id, power))
}
