import type { ChainNode } from '../nouns.ts'
import { extraFees } from './smart-contract-items.ts'
import type { Storage } from './storage.ts'
import { nodePower, type NodeRecord } from './tfgrid-items.ts'

/** A node with what the chain keeps of it elsewhere. */
export function toNode(state: Storage, record: NodeRecord): ChainNode {
  const power = state.read(nodePower, record.id)
  return {
    ...record,
    extraFee: state.read(extraFees, record.id) ?? 0,
    power: power ? { state: power.state, target: power.target } : null,
  }
}
