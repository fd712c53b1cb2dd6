import type { ChainContract, ChainIp } from '../nouns.ts'
import { text } from '../scale.ts'
import { doubleMap, hash, map, text as textKey, u32, u64, value } from './item.ts'
import { publicIpWire } from './tfgrid-items.ts'

const pallet = 'SmartContractModule'

/** A contract with the addresses of the farm that it holds. */
export type ContractRecord = ChainContract & { ips: ChainIp[] }

export const contractWire = (contract: ContractRecord) => ({
  version: 4,
  // Grace periods begin before the first block: only genesis knows them.
  state: contract.state === 'Created' ? { Created: null } : { GracePeriod: 0 },
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

/** What a contract owes. Nothing is billed, so only its beginning is known. */
const paymentWire = ({ since }: { since: number }) => ({
  standardReserve: 0,
  additionalReserve: 0,
  standardOverdraft: 0,
  additionalOverdraft: 0,
  lastUpdatedSeconds: since,
  cycles: 0,
})

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
export const paymentStates = map<number, { since: number }>(pallet, 'ContractPaymentState', u64, paymentWire)
export const billingInformation = map<number, { since: number }>(
  pallet,
  'ContractBillingInformationByID',
  u64,
  billingWire,
)
/** mUSD a month. */
export const extraFees = map<number, number>(pallet, 'DedicatedNodesExtraFee', u32)
