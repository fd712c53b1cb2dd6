import {
  activeRentContract,
  contracts,
  payments,
  type ContractRecord,
  type Payment,
} from '../state/smart-contract-items.ts'
import type { Storage } from '../state/storage.ts'
import { blockNumber } from '../state/system-items.ts'
import { activeOn } from './contract-register.ts'
import type { Context } from './pallet.ts'

/**
 * A contract whose owner cannot pay stays for 14 days; the contracts on a rented node share the lot of its rent.
 *
 * Source: tfchain pallet-smart-contract billing.rs, manage_contract_state
 */
const name = 'SmartContractModule'

// GracePeriod of the runtime: 14 days in blocks of 6 s.
const gracePeriod = 201_600

/** Moves a contract on after its owner could or could not pay: what it is now, or `undefined` when its time is up. */
export function settleState(context: Context, contract: ContractRecord, isFunded: boolean): ContractRecord | undefined {
  const { state, emit } = context
  const block = state.read(blockNumber) ?? 0
  if (contract.state === 'Created') {
    if (isFunded) return contract
    const late = startGrace(context, contract, block)
    for (const each of contractsUnder(state, contract)) startGrace(context, each, block)
    return late
  }
  if (isFunded && !isRentSuspended(state, contract)) {
    const settled = endGrace(context, contract)
    for (const each of contractsUnder(state, contract)) if (!isOverdrawn(state, each)) endGrace(context, each)
    return settled
  }
  const elapsed = block - (contract.graceSince ?? 0)
  // What is put aside for contracts on a rented node is paid out before they go with it.
  if (elapsed < gracePeriod || contractsUnder(state, contract).some((each) => hasReserve(state, each))) return contract
  emit(name, 'ContractGracePeriodElapsed', [contract.id, elapsed])
  return undefined
}

/** One that is in its grace period already keeps the time it has left. */
function startGrace({ state, emit }: Context, contract: ContractRecord, block: number): ContractRecord {
  const late: ContractRecord =
    contract.state === 'GracePeriod' ? contract : { ...contract, state: 'GracePeriod', graceSince: block }
  state.write(contracts, [contract.id], late)
  emit(name, 'ContractGracePeriodStarted', [contract.id, nodeOf(contract), contract.twinId, block], {
    kind: 'contract-grace',
    contract: late,
    started: true,
  })
  return late
}

function endGrace({ state, emit }: Context, contract: ContractRecord): ContractRecord {
  const settled: ContractRecord = { ...contract, state: 'Created', graceSince: undefined }
  state.write(contracts, [contract.id], settled)
  emit(name, 'ContractGracePeriodEnded', [contract.id, nodeOf(contract), contract.twinId], {
    kind: 'contract-grace',
    contract: settled,
    started: false,
  })
  return settled
}

/** 0 for a name. */
const nodeOf = ({ detail }: ContractRecord): number => (detail.kind === 'name' ? 0 : detail.nodeId)

const contractsUnder = (state: Storage, { detail }: ContractRecord): ContractRecord[] =>
  detail.kind === 'rent' ? activeOn(state, detail.nodeId).map((id) => state.read(contracts, id)!) : []

function isRentSuspended(state: Storage, { detail }: ContractRecord): boolean {
  const rent = detail.kind === 'node' ? state.read(activeRentContract, detail.nodeId) : undefined
  return rent !== undefined && state.read(contracts, rent)?.state === 'GracePeriod'
}

const holds = (part: 'reserve' | 'overdraft') => (state: Storage, contract: ContractRecord) => {
  const payment: Payment | undefined = state.read(payments, contract.id)
  return payment !== undefined && (payment[part].standard > 0n || payment[part].additional > 0n)
}
const hasReserve = holds('reserve')
const isOverdrawn = holds('overdraft')
