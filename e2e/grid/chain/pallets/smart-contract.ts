import type { Bytes, Option, u32, u64, U8aFixed } from '@polkadot/types'
import { u8aEq, u8aToString } from '@polkadot/util'
import { refusals } from '../dispatch-error.ts'
import {
  activeRentContract,
  contracts,
  contractWire,
  extraFees,
  idByName,
  idByNodeAndHash,
  type ContractRecord,
} from '../state/smart-contract-items.ts'
import type { Storage } from '../state/storage.ts'
import { farms, nodePower, nodes, twinIdByAccount, twins } from '../state/tfgrid-items.ts'
import { bill } from './billing.ts'
import { activeOn, create, nextContractId } from './contract-register.ts'
import { toNumber, type Frame, type Pallet } from './pallet.ts'
import { reserveIps } from './public-ips.ts'

const name = 'SmartContractModule'
const refuse = refusals(name)

const hashText = (hash: U8aFixed): string => String.fromCharCode(...hash.toU8a(true))
const textOf = (bytes: Bytes): string => u8aToString(bytes.toU8a(true))

function twinOf({ state, caller }: Frame): number {
  return state.read(twinIdByAccount, caller) ?? refuse('TwinNotExists')
}

function nodeAndFarm(state: Storage, nodeId: number) {
  const node = state.read(nodes, nodeId) ?? refuse('NodeNotExists')
  return { node, farm: state.read(farms, node.farmId) ?? refuse('FarmNotExists') }
}

/** The farm of a node that this twin may deploy on now. */
function deployableFarm(state: Storage, nodeId: number, twinId: number) {
  const node = state.read(nodes, nodeId) ?? refuse('NodeNotExists')
  const power = state.read(nodePower, nodeId)
  if (power?.state === 'Down' || power?.target === 'Down') refuse('NodeNotAvailableToDeploy')
  const farm = state.read(farms, node.farmId) ?? refuse('FarmNotExists')
  const rentId = state.read(activeRentContract, nodeId)
  const rent = rentId === undefined ? undefined : state.read(contracts, rentId)
  const dedicated = farm.dedicated || (state.read(extraFees, nodeId) ?? 0) > 0
  const allowed = rent ? rent.twinId === twinId && rent.state === 'Created' : !dedicated
  if (!allowed) refuse('NodeNotAvailableToDeploy')
  return farm
}

// Nobody can become a solution provider here.
function checkProvider(solutionProvider: Option<u64>): void {
  if (solutionProvider.isSome) refuse('NoSuchSolutionProvider')
}

/** @throws when there is no such contract, or it is another twin's */
function ownContract({ state, caller }: Frame, id: number, otherwise: string): ContractRecord {
  const contract = state.read(contracts, id) ?? refuse('ContractNotExists')
  const owner = state.read(twins, contract.twinId) ?? refuse('TwinNotExists')
  if (!u8aEq(owner.account, caller)) refuse(otherwise)
  return contract
}

/** Node, name and rent contracts. Checks and their order: tfchain pallet-smart-contract grid_contract.rs (33046d6). */
export const smartContract: Pallet = {
  name,
  bounds: {
    create_node_contract: { deployment_data: 512 },
    update_node_contract: { deployment_data: 512 },
  },
  calls: {
    create_node_contract(
      frame: Frame,
      node: u32,
      deploymentHash: U8aFixed,
      data: Bytes,
      publicIps: u32,
      solutionProvider: Option<u64>,
    ) {
      const { state } = frame
      const twinId = twinOf(frame)
      const nodeId = node.toNumber()
      const farm = deployableFarm(state, nodeId, twinId)
      const hash = hashText(deploymentHash)
      if (state.read(idByNodeAndHash, nodeId, hash) !== undefined) refuse('ContractIsNotUnique')

      const ips = reserveIps(state, farm.id, publicIps.toNumber(), nextContractId(state))
      checkProvider(solutionProvider)
      const detail = { kind: 'node', nodeId, hash, data: textOf(data), publicIps: publicIps.toNumber() } as const
      create(frame, { twinId, detail, solutionProviderId: null, ips })
    },

    update_node_contract(frame: Frame, id: u64, deploymentHash: U8aFixed, data: Bytes) {
      const { state, emit } = frame
      const contract = ownContract(frame, toNumber(id), 'TwinNotAuthorizedToUpdateContract')
      if (contract.state === 'GracePeriod') refuse('CannotUpdateContractInGraceState')
      const { detail } = contract
      if (detail.kind !== 'node') return refuse('InvalidContractType')
      const hash = hashText(deploymentHash)
      const updated = { ...contract, detail: { ...detail, hash, data: textOf(data) } }
      state.write(idByNodeAndHash, [detail.nodeId, detail.hash], undefined)
      state.write(idByNodeAndHash, [detail.nodeId, hash], contract.id)
      state.write(contracts, [contract.id], updated)
      emit(name, 'ContractUpdated', [contractWire(updated)], { kind: 'contract-updated', contract: updated })
    },

    /** Bills what is left at once, pays out and forgets the contract. */
    cancel_contract(frame: Frame, id: u64) {
      const contract = ownContract(frame, toNumber(id), 'TwinNotAuthorizedToCancelContract')
      const { detail } = contract
      if (detail.kind === 'rent' && activeOn(frame.state, detail.nodeId).length > 0) refuse('NodeHasActiveContracts')
      bill(frame, contract, true)
    },

    create_name_contract(frame: Frame, wanted: Bytes) {
      const { state } = frame
      const twinId = twinOf(frame)
      const domainName = textOf(wanted)
      if (wanted.length < 3) refuse('NameContractNameTooShort')
      if (wanted.length > 64) refuse('NameContractNameTooLong')
      if (!/^[a-z0-9_-]+$/.test(domainName)) refuse('NameNotValid')
      if (state.read(idByName, domainName) !== undefined) refuse('NameExists')
      create(frame, { twinId, detail: { kind: 'name', name: domainName }, solutionProviderId: null, ips: [] })
    },

    create_rent_contract(frame: Frame, node: u32, solutionProvider: Option<u64>) {
      const { state } = frame
      const nodeId = node.toNumber()
      if (state.read(activeRentContract, nodeId) !== undefined) refuse('NodeHasRentContract')
      const { farm } = nodeAndFarm(state, nodeId)
      if (!farm.dedicated && activeOn(state, nodeId).length > 0) refuse('NodeNotAvailableToDeploy')
      const twinId = twinOf(frame)
      checkProvider(solutionProvider)
      create(frame, { twinId, detail: { kind: 'rent', nodeId }, solutionProviderId: null, ips: [] })
    },

    /** Anybody may have any contract billed: that is how one is settled before its turn comes. */
    bill_contract_for_block(frame: Frame, id: u64) {
      bill(frame, frame.state.read(contracts, toNumber(id)) ?? refuse('ContractNotExists'))
    },

    /** In mUSD a month. */
    set_dedicated_node_extra_fee(frame: Frame, node: u32, fee: u64) {
      const { state, emit } = frame
      const twinId = twinOf(frame)
      const nodeId = node.toNumber()
      const { farm } = nodeAndFarm(state, nodeId)
      if (farm.twinId !== twinId) refuse('UnauthorizedToSetExtraFee')
      if (activeOn(state, nodeId).length > 0 || state.read(activeRentContract, nodeId) !== undefined)
        refuse('NodeHasActiveContracts')
      // What no node could ever cost is kept as what a number can hold.
      const extraFee = Math.min(toNumber(fee), Number.MAX_SAFE_INTEGER)
      state.write(extraFees, [nodeId], extraFee)
      emit(name, 'NodeExtraFeeSet', [nodeId, extraFee], { kind: 'extra-fee-set', nodeId, extraFee })
    },
  },
}
