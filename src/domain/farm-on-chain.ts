import type { Capacity } from './capacity.ts'
import type { Farm } from './farm.ts'
import type { PublicConfig } from './node.ts'

/** A farm as the chain has it now, which is a little before GridProxy does. */
export type FarmOnChain = Farm & {
  /** What its vote counts. */
  weight: bigint
}

export type Power = 'Up' | 'Down'

/** A node as its farmer sees it on the chain. */
export type FarmNode = {
  id: number
  total: Capacity
  certified: boolean
  publicConfig: PublicConfig | undefined
  /** What the node says of itself, and what its farmer wants. */
  power: { state: Power; target: Power }
  extraFeeMilliUsdPerMonth: number
  /** Contracts that run on it, and the one by which somebody rents it. */
  contracts: number[]
  rent: number | undefined
}

/** Whether it sleeps, wakes, or is on its way there. */
export function powerWords({ state, target }: FarmNode['power']): string {
  if (state === target) return state === 'Up' ? 'Awake' : 'Asleep'
  return target === 'Up' ? 'Waking up' : 'Going to sleep'
}

/** What keeps a node from being put to sleep and its fee from being changed; `undefined` when nothing does. */
export function inUse({ contracts, rent }: FarmNode): string | undefined {
  const held = [...contracts, ...(rent === undefined ? [] : [rent])]
  if (held.length === 0) return undefined
  const named = held.length > 4 ? `${held.slice(0, 3).join(', ')} and ${held.length - 3} more` : held.join(', ')
  return `${held.length === 1 ? 'Contract' : 'Contracts'} ${named} ${held.length === 1 ? 'is' : 'are'} on it`
}
