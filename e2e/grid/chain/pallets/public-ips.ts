import { refusals } from '../dispatch-error.ts'
import type { ChainIp } from '../nouns.ts'
import type { ContractRecord } from '../state/smart-contract-items.ts'
import type { Storage } from '../state/storage.ts'
import { farms, nodes, publicIpWire } from '../state/tfgrid-items.ts'
import type { Context } from './pallet.ts'

const name = 'SmartContractModule'
const refuse = refusals(name)

/** Gives free addresses of the node's farm to a contract. */
export function reserveIps(state: Storage, farmId: number, count: number, contract: number): ChainIp[] {
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

export function freeIps({ state, emit }: Context, { id, detail }: ContractRecord): void {
  if (detail.kind !== 'node' || detail.publicIps === 0) return
  const farm = state.read(farms, state.read(nodes, detail.nodeId)?.farmId ?? 0)
  if (!farm) return
  const freed = farm.publicIps.filter((ip) => ip.contractId === id).map((ip) => ({ ...ip, contractId: 0 }))
  const publicIps = farm.publicIps.map((ip) => (ip.contractId === id ? { ...ip, contractId: 0 } : ip))
  state.write(farms, [farm.id], { ...farm, publicIps })
  emit(name, 'IPsFreed', [id, freed.map(publicIpWire)])
}
