import type { Bytes, Option, u32, u64, U8aFixed } from '@polkadot/types'
import { u8aEq, u8aToString } from '@polkadot/util'
import { refusals } from '../dispatch-error.ts'
import type { ChainIp } from '../nouns.ts'
import {
  activeNodeContracts,
  activeRentContract,
  billingInformation,
  contractId,
  contracts,
  contractWire,
  extraFees,
  idByName,
  idByNodeAndHash,
  paymentStates,
  type ContractRecord,
} from '../state/smart-contract-items.ts'
import type { Storage } from '../state/storage.ts'
import { farms, nodePower, nodes, publicIpWire, twinIdByAccount, twins } from '../state/tfgrid-items.ts'
import { toNumber, type Context, type Frame, type Pallet } from './pallet.ts'

const name = 'SmartContractModule'
const refuse = refusals(name)

const hashText = (hash: U8aFixed): string => String.fromCharCode(...hash.toU8a(true))
const textOf = (bytes: Bytes): string => u8aToString(bytes.toU8a(true))

function twinOf({ state, caller }: Frame): number {
  return state.read(twinIdByAccount, caller) ?? refuse('TwinNotExists')
}

/** A node that this twin may deploy on now, with its farm. */
function deployableNode(state: Storage, nodeId: number, twinId: number) {
  const node = state.read(nodes, nodeId) ?? refuse('NodeNotExists')
  const power = state.read(nodePower, nodeId)
  if (power?.state === 'Down' || power?.target === 'Down') refuse('NodeNotAvailableToDeploy')
  const farm = state.read(farms, node.farmId) ?? refuse('FarmNotExists')
  const rent = state.read(activeRentContract, nodeId)
  const dedicated = farm.dedicated || (state.read(extraFees, nodeId) ?? 0) > 0
  const allowed = rent === undefined ? !dedicated : state.read(contracts, rent)?.twinId === twinId
  if (!allowed) refuse('NodeNotAvailableToDeploy')
  return { node, farm }
}

/** Gives free addresses of the node's farm to a contract. */
function reserveIps(state: Storage, farmId: number, count: number, contract: number): ChainIp[] {
  if (count === 0) return []
  const farm = state.read(farms, farmId) ?? refuse('FarmNotExists')
  if (farm.publicIps.length < count) refuse('FarmHasNotEnoughPublicIPs')
  const reserved = farm.publicIps
    .filter((ip) => ip.contractId === 0)
    .slice(0, count)
    .map((ip) => ({ ...ip, contractId: contract }))
  if (reserved.length < count) refuse('FarmHasNotEnoughPublicIPsFree')
  const publicIps = farm.publicIps.map((ip) => reserved.find((each) => each.ip === ip.ip) ?? ip)
  state.write(farms, [farmId], { ...farm, publicIps })
  return reserved
}

function freeIps({ state, emit }: Context, { id, detail }: ContractRecord): void {
  if (detail.kind !== 'node' || detail.publicIps === 0) return
  const farm = state.read(farms, state.read(nodes, detail.nodeId)?.farmId ?? 0)
  if (!farm) return
  const freed = farm.publicIps.filter((ip) => ip.contractId === id).map((ip) => ({ ...ip, contractId: 0 }))
  const publicIps = farm.publicIps.map((ip) => (ip.contractId === id ? { ...ip, contractId: 0 } : ip))
  state.write(farms, [farm.id], { ...farm, publicIps })
  emit(name, 'IPsFreed', [id, freed.map(publicIpWire)])
}

const nextId = (state: Storage): number => (state.read(contractId) ?? 0) + 1

function store({ state, emit, now }: Frame, contract: ContractRecord): void {
  const since = Math.floor(now / 1000)
  state.write(contracts, [contract.id], contract)
  state.write(contractId, [], contract.id)
  state.write(paymentStates, [contract.id], { since })
  if (contract.detail.kind === 'node') state.write(billingInformation, [contract.id], { since })
  emit(name, 'ContractCreated', [contractWire(contract)], { kind: 'contract-created', contract })
}

/** Forgets a contract and everything that was kept for it. */
function remove(context: Context, contract: ContractRecord): void {
  const { state, emit } = context
  const { id, detail, twinId } = contract
  const told = { kind: 'contract-cancelled', contract } as const
  freeIps(context, contract)
  state.write(contracts, [id], undefined)
  state.write(paymentStates, [id], undefined)
  switch (detail.kind) {
    case 'node':
      state.write(
        activeNodeContracts,
        [detail.nodeId],
        activeOn(state, detail.nodeId).filter((each) => each !== id),
      )
      state.write(idByNodeAndHash, [detail.nodeId, detail.hash], undefined)
      state.write(billingInformation, [id], undefined)
      return emit(name, 'NodeContractCanceled', [id, detail.nodeId, twinId], told)
    case 'name':
      state.write(idByName, [detail.name], undefined)
      return emit(name, 'NameContractCanceled', [id], told)
    case 'rent':
      state.write(activeRentContract, [detail.nodeId], undefined)
      return emit(name, 'RentContractCanceled', [id], told)
  }
}

const activeOn = (state: Storage, nodeId: number): number[] => state.read(activeNodeContracts, nodeId) ?? []

/** @throws when there is no such contract, or it is another twin's */
function ownContract({ state, caller }: Frame, id: number, otherwise: string): ContractRecord {
  const contract = state.read(contracts, id) ?? refuse('ContractNotExists')
  const owner = state.read(twins, contract.twinId) ?? refuse('TwinNotExists')
  if (!u8aEq(owner.account, caller)) refuse(otherwise)
  return contract
}

/** Node and name contracts. Checks and their order: tfchain pallet-smart-contract grid_contract.rs (33046d6). */
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
      const { state, now } = frame
      const twinId = twinOf(frame)
      const nodeId = node.toNumber()
      const { farm } = deployableNode(state, nodeId, twinId)
      const hash = hashText(deploymentHash)
      if (state.read(idByNodeAndHash, nodeId, hash) !== undefined) refuse('ContractIsNotUnique')

      const id = nextId(state)
      const ips = reserveIps(state, farm.id, publicIps.toNumber(), id)
      // Nobody can become a solution provider here.
      if (solutionProvider.isSome) refuse('NoSuchSolutionProvider')
      state.write(idByNodeAndHash, [nodeId, hash], id)
      state.write(activeNodeContracts, [nodeId], [...activeOn(state, nodeId), id])
      store(frame, {
        id,
        twinId,
        state: 'Created',
        createdAt: Math.floor(now / 1000),
        detail: { kind: 'node', nodeId, hash, data: textOf(data), publicIps: publicIps.toNumber() },
        solutionProviderId: null,
        ips,
      })
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

    cancel_contract(frame: Frame, id: u64) {
      const contract = ownContract(frame, toNumber(id), 'TwinNotAuthorizedToCancelContract')
      const { detail } = contract
      if (detail.kind === 'rent' && activeOn(frame.state, detail.nodeId).length > 0) refuse('NodeHasActiveContracts')
      remove(frame, contract)
    },

    create_name_contract(frame: Frame, wanted: Bytes) {
      const { state, now } = frame
      const twinId = twinOf(frame)
      const domainName = textOf(wanted)
      if (wanted.length < 3) refuse('NameContractNameTooShort')
      if (wanted.length > 64) refuse('NameContractNameTooLong')
      if (!/^[a-z0-9_-]+$/.test(domainName)) refuse('NameNotValid')
      if (state.read(idByName, domainName) !== undefined) refuse('NameExists')
      const id = nextId(state)
      state.write(idByName, [domainName], id)
      store(frame, {
        id,
        twinId,
        state: 'Created',
        createdAt: Math.floor(now / 1000),
        detail: { kind: 'name', name: domainName },
        solutionProviderId: null,
        ips: [],
      })
    },
  },
}
