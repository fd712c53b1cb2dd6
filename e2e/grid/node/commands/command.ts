import type { ChainFarm } from '../../chain/nouns.ts'
import type { SimulatedNode } from '../simulated-node.ts'

/** Where a node stands in the grid. */
export type Standing = {
  farm: Pick<ChainFarm, 'twinId' | 'publicIps'>
  /** Whether it has the least id of the farm's nodes that are up. */
  isFirstOfFarm: boolean
  /** Twins that may look into everybody's deployments. */
  admins: readonly number[]
}

/** What a command is asked with: the node, the JSON that came along, if any, and whose request it is. */
export type Request = { node: SimulatedNode; payload: unknown; twin: number } & Standing

/** Does it and gives back what to answer. @throws Refusal or TypeError in the node's words */
export type Command = (request: Request) => unknown
export type Commands = Record<string, Command>
