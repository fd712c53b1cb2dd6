import type { Bytes, Enum, Option, Struct, u32 } from '@polkadot/types'
import { u8aToString } from '@polkadot/util'
import { domainProblem } from '#domain/public-config.ts'
import { publicIp4Problem, publicIp6Problem } from '#domain/public-address.ts'
import { refusals } from '../dispatch-error.ts'
import type { ChainNode } from '../nouns.ts'
import { toNode } from '../state/chain-node.ts'
import { activeRentContract, contracts } from '../state/smart-contract-items.ts'
import type { Storage } from '../state/storage.ts'
import { farms, nodeIdByTwin, nodes, nodesByFarm, publicConfigWire, type NodeRecord } from '../state/tfgrid-items.ts'
import { bill } from './billing.ts'
import { activeOn } from './contract-register.ts'
import { nodeDeleted } from './dao.ts'
import { farmOfCaller, twinOf } from './farms.ts'
import { changePowerState, changePowerTarget, type Power } from './node-power.ts'
import type { Context, Frame, Pallet } from './pallet.ts'

const name = 'TfgridModule'
const refuse = refusals(name)

type PublicConfig = NonNullable<ChainNode['publicConfig']>

const nodeOf = (state: Storage, id: number): NodeRecord => state.read(nodes, id) ?? refuse('NodeNotExists')
const textOf = (bytes: Bytes): string => u8aToString(bytes.toU8a(true))
const told = (state: Storage, record: NodeRecord) => ({ kind: 'node-stored', node: toNode(state, record) }) as const

function readConfig(given: Struct): PublicConfig {
  const pair = (struct: Struct) => ({ ip: textOf(struct.get('ip') as Bytes), gw: textOf(struct.get('gw') as Bytes) })
  const ip6 = given.get('ip6') as Option<Struct>
  const domain = given.get('domain') as Option<Bytes>
  return {
    ip4: pair(given.get('ip4') as Struct),
    ip6: ip6.isSome ? pair(ip6.unwrap()) : null,
    domain: domain.isSome ? textOf(domain.unwrap()) : null,
  }
}

/** Source: tfchain support/src/types.rs, PublicConfig::is_valid (33046d6) */
const isValid = ({ ip4, ip6, domain }: PublicConfig): boolean =>
  domainProblem(domain ?? '') === undefined &&
  publicIp4Problem(ip4.ip, ip4.gw) === undefined &&
  (ip6 === null || publicIp6Problem(ip6.ip, ip6.gw) === undefined)

/** Who rents a node or runs something on it is billed for the last time. */
function endContracts(context: Context, nodeId: number): void {
  const { state } = context
  const rent = state.read(activeRentContract, nodeId)
  for (const id of [...activeOn(state, nodeId), ...(rent === undefined ? [] : [rent])]) {
    const contract = state.read(contracts, id)
    if (contract) bill(context, contract, true)
  }
}

/** What farmers do with the nodes of their farms. Checks and their order: tfchain pallet-tfgrid node.rs (33046d6). */
export const farmNodes: Pallet = {
  name,
  bounds: {
    add_node_public_config: {
      'public_config.ip4.ip': 18,
      'public_config.ip4.gw': 15,
      'public_config.ip6.ip': 43,
      'public_config.ip6.gw': 39,
      'public_config.domain': 128,
    },
  },
  calls: {
    /** None takes the configuration away. */
    add_node_public_config(frame: Frame, farmId: u32, nodeId: u32, given: Option<Struct>) {
      const { state, emit } = frame
      const farm = farmOfCaller(frame, farmId.toNumber())
      const node = nodeOf(state, nodeId.toNumber())
      if (node.farmId !== farm.id) refuse('NodeUpdateNotAuthorized')
      const publicConfig = given.isSome ? readConfig(given.unwrap()) : null
      if (publicConfig && !isValid(publicConfig)) refuse('InvalidPublicConfig')
      const updated = { ...node, publicConfig }
      state.write(nodes, [node.id], updated)
      const wire = publicConfig && publicConfigWire(publicConfig)
      emit(name, 'NodePublicConfigStored', [node.id, wire], told(state, updated))
    },

    change_power_target(frame: Frame, nodeId: u32, wanted: Enum) {
      const { state } = frame
      const twinId = twinOf(frame)
      const node = nodeOf(state, nodeId.toNumber())
      const farm = state.read(farms, node.farmId) ?? refuse('FarmNotExists')
      if (farm.twinId !== twinId) refuse('UnauthorizedToChangePowerTarget')
      const target = wanted.type as Power
      const isUsed = activeOn(state, node.id).length > 0 || state.read(activeRentContract, node.id) !== undefined
      if (target === 'Down' && isUsed) refuse('NodeHasActiveContracts')
      changePowerTarget(frame, node, target)
    },

    delete_node_farm(frame: Frame, nodeId: u32) {
      const { state, emit } = frame
      const twinId = twinOf(frame)
      const node = nodeOf(state, nodeId.toNumber())
      const farm = state.read(farms, node.farmId) ?? refuse('FarmNotExists')
      if (farm.twinId !== twinId) refuse('FarmerNotAuthorized')
      const left = (state.read(nodesByFarm, farm.id) ?? []).filter((id) => id !== node.id)
      state.write(nodesByFarm, [farm.id], left)
      nodeDeleted(state, node)
      endContracts(frame, node.id)
      const last = toNode(state, node)
      state.write(nodes, [node.id], undefined)
      state.write(nodeIdByTwin, [node.twinId], undefined)
      emit(name, 'NodeDeleted', [node.id], { kind: 'node-deleted', node: last })
    },

    /** Nodes call this themselves. */
    change_power_state(frame: Frame, to: Enum) {
      const { state } = frame
      const nodeId = state.read(nodeIdByTwin, twinOf(frame)) ?? refuse('NodeNotExists')
      changePowerState(frame, nodeOf(state, nodeId), to.type as Power)
      return 'free'
    },
  },
}
