import * as items from '../state/smart-contract-items.ts'
import type { ContractRecord, Payment, Split } from '../state/smart-contract-items.ts'
import type { Storage } from '../state/storage.ts'
import type { Context } from './pallet.ts'
import { freeIps } from './public-ips.ts'

/** Where contracts are entered and struck out, with all that is kept beside them. Source: tfchain grid_contract.rs */
const name = 'SmartContractModule'

/** Runtime default: an hour of TFChain's blocks. */
const defaultBillingFrequency = 600

export const nothing: Split = { standard: 0n, additional: 0n }

export const newPayment = (since: number): Payment => ({ reserve: nothing, overdraft: nothing, since, cycles: 0 })

export const nextContractId = (state: Storage): number => (state.read(items.contractId) ?? 0) + 1

export const frequencyOf = (state: Storage): number => state.read(items.billingFrequency) ?? defaultBillingFrequency

export const activeOn = (state: Storage, nodeId: number): number[] =>
  state.read(items.activeNodeContracts, nodeId) ?? []

/** Everything about a contract but its public addresses. */
export function enter(state: Storage, contract: ContractRecord, since: number): void {
  const { id, detail } = contract
  state.write(items.contracts, [id], contract)
  state.write(items.payments, [id], newPayment(since))
  const turn = id % frequencyOf(state)
  state.write(items.contractsToBill, [turn], [...(state.read(items.contractsToBill, turn) ?? []), id])
  switch (detail.kind) {
    case 'node':
      state.write(items.billingInformation, [id], { since })
      state.write(items.idByNodeAndHash, [detail.nodeId, detail.hash], id)
      return state.write(items.activeNodeContracts, [detail.nodeId], [...activeOn(state, detail.nodeId), id])
    case 'name':
      return state.write(items.idByName, [detail.name], id)
    case 'rent':
      return state.write(items.activeRentContract, [detail.nodeId], id)
  }
}

/** The next id goes to a new contract. */
export function create(context: Context, contract: Omit<ContractRecord, 'id' | 'state' | 'createdAt'>): void {
  const { state, emit, now } = context
  const createdAt = Math.floor(now / 1000)
  const created: ContractRecord = { ...contract, id: nextContractId(state), state: 'Created', createdAt }
  enter(state, created, createdAt)
  state.write(items.contractId, [], created.id)
  emit(name, 'ContractCreated', [items.contractWire(created)], { kind: 'contract-created', contract: created })
}

/** A rented node's contracts go with its rent. */
export function strikeOut(context: Context, contract: ContractRecord): void {
  const { state, emit } = context
  const { id, detail, twinId } = contract
  const told = { kind: 'contract-cancelled', contract } as const
  freeIps(context, contract)
  state.write(items.contracts, [id], undefined)
  state.write(items.payments, [id], undefined)
  const turn = id % frequencyOf(state)
  state.write(items.contractsToBill, [turn], without(state.read(items.contractsToBill, turn), id))
  switch (detail.kind) {
    case 'node':
      state.write(items.activeNodeContracts, [detail.nodeId], without(activeOn(state, detail.nodeId), id))
      state.write(items.idByNodeAndHash, [detail.nodeId, detail.hash], undefined)
      state.write(items.resources, [id], undefined)
      state.write(items.billingInformation, [id], undefined)
      return emit(name, 'NodeContractCanceled', [id, detail.nodeId, twinId], told)
    case 'name':
      state.write(items.idByName, [detail.name], undefined)
      return emit(name, 'NameContractCanceled', [id], told)
    case 'rent':
      state.write(items.activeRentContract, [detail.nodeId], undefined)
      for (const each of activeOn(state, detail.nodeId)) strikeOut(context, state.read(items.contracts, each)!)
      return emit(name, 'RentContractCanceled', [id], told)
  }
}

const without = (ids: number[] = [], id: number): number[] => ids.filter((each) => each !== id)
