import type { Capacity } from '#domain/capacity.ts'
import type { ChainContract, ChainIp } from '../nouns.ts'
import { text } from '../scale.ts'
import { doubleMap, hash, map, text as textKey, u32, u64, value } from './item.ts'
import { publicIpWire } from './tfgrid-items.ts'

const pallet = 'SmartContractModule'

/** A contract with the addresses of the farm that it holds, and the block in which its grace period began. */
export type ContractRecord = ChainContract & { ips: ChainIp[]; graceSince?: number }

/** An amount of TFT in its two parts: for the grid, and the extra fee of a rented node's farmer. */
export type Split = { standard: bigint; additional: bigint }

/** What is put aside for a contract until it is paid out, and what its owner could not pay. */
export type Payment = {
  reserve: Split
  overdraft: Split
  /** Until when it is billed, in unix seconds. */
  since: number
  /** Bills since the reserve was last paid out. */
  cycles: number
}

export type ContractResources = { contractId: number; used: Capacity }

export const contractWire = (contract: ContractRecord) => ({
  version: 4,
  // Without a block it began before the first.
  state: contract.state === 'Created' ? { Created: null } : { GracePeriod: contract.graceSince ?? 0 },
  contractId: contract.id,
  twinId: contract.twinId,
  contractType: detailWire(contract),
  solutionProviderId: contract.solutionProviderId,
})

function detailWire({ detail, ips }: ContractRecord) {
  switch (detail.kind) {
    case 'node':
      return {
        NodeContract: {
          nodeId: detail.nodeId,
          deploymentHash: hash.encode(detail.hash),
          deploymentData: text(detail.data),
          publicIps: detail.publicIps,
          publicIpsList: ips.map(publicIpWire),
        },
      }
    case 'name':
      return { NameContract: { name: text(detail.name) } }
    case 'rent':
      return { RentContract: { nodeId: detail.nodeId } }
  }
}

const paymentWire = ({ reserve, overdraft, since, cycles }: Payment) => ({
  standardReserve: reserve.standard,
  additionalReserve: reserve.additional,
  standardOverdraft: overdraft.standard,
  additionalOverdraft: overdraft.additional,
  lastUpdatedSeconds: since,
  cycles,
})

/** Nodes report no traffic, so there is none to bill. */
const billingWire = ({ since }: { since: number }) => ({
  previousNuReported: 0,
  lastUpdated: since,
  amountUnbilled: 0,
})

export const contracts = map<number, ContractRecord>(pallet, 'Contracts', u64, contractWire)
export const contractId = value<number>(pallet, 'ContractID')
export const idByNodeAndHash = doubleMap<number, string, number>(pallet, 'ContractIDByNodeIDAndHash', u32, hash)
export const idByName = map<string, number>(pallet, 'ContractIDByNameRegistration', textKey)
export const activeNodeContracts = map<number, number[]>(pallet, 'ActiveNodeContracts', u32)
export const activeRentContract = map<number, number>(pallet, 'ActiveRentContractForNode', u32)
export const payments = map<number, Payment>(pallet, 'ContractPaymentState', u64, paymentWire)
export const resources = map<number, ContractResources>(pallet, 'NodeContractResources', u64)
/** In blocks. */
export const billingFrequency = value<number>(pallet, 'BillingFrequency')
/** Contracts by their turn: `id % billingFrequency`. */
export const contractsToBill = map<number, number[]>(pallet, 'ContractsToBillAt', u64)
export const billingInformation = map<number, { since: number }>(
  pallet,
  'ContractBillingInformationByID',
  u64,
  billingWire,
)
/** mUSD a month. */
export const extraFees = map<number, number>(pallet, 'DedicatedNodesExtraFee', u32)
