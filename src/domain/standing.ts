import type { ContractState } from './contract.ts'
import type { Tft } from './money.ts'
import type { UsdUnits } from './pricing.ts'

/** An amount in its two parts: for the grid, and the extra fee of a rented node's farmer. */
export type Split = { standard: Tft; additional: Tft }

export const total = ({ standard, additional }: Split): Tft => standard + additional

/** How a contract stands with the chain: what is paid for it, what is owed, what it costs. Times are unix seconds. */
export type Standing = {
  id: number
  state: Exclude<ContractState, 'Deleted'>
  grace: Grace | undefined
  /** Put aside out of the account, until it is paid out. */
  reserve: Split
  /** What the account could not pay. */
  overdraft: Split
  billedUntil: number
  /** Bills since the reserve was last paid out. */
  cycles: number
  hourly: Tft
  /** What the next bill takes for the time since the last one. */
  running: Tft
  /** Traffic that is reported and not billed. */
  unbilled: UsdUnits
  /** Public addresses that it holds. */
  ips: string[]
  /** The rent of its node, of which its own lot hangs. */
  rent: { id: number; inGrace: boolean } | undefined
  /** Of a rent: what runs on the node and has to be cancelled before it. */
  holds: number[]
}

/** When the account ran out of money, when the contract ends unless it is settled, and how many seconds that leaves. */
export type Grace = { since: number; endsAt: number; left: number }

const blockSeconds = 6
/** 14 days. Source: tfchain runtime, GracePeriod */
const graceBlocks = 201_600

/** A grace period that began with block `first`, told now, in unix seconds, with block `current`. */
export function graceOf(first: number, current: number, now: number): Grace {
  const since = now - (current - first) * blockSeconds
  const endsAt = since + graceBlocks * blockSeconds
  return { since, endsAt, left: Math.max(0, endsAt - now) }
}

/** What a bill would take now, of what is left unpaid and what came up since. */
export const toSettle = ({ overdraft, running }: Pick<Standing, 'overdraft' | 'running'>): Tft =>
  total(overdraft) + running

/**
 * Those that a bill moves on, in the order in which they have to be billed: what runs on a rented node follows its rent,
 * and is let go with it where nothing is owed for it itself.
 */
export const inSettleOrder = (standings: readonly Standing[]): Standing[] =>
  standings
    .filter((standing) => standing.state === 'GracePeriod' && (toSettle(standing) > 0n || standing.rent === undefined))
    .toSorted((a, b) => Number(a.rent !== undefined) - Number(b.rent !== undefined))

/** Why a bill would not end these grace periods, in words; `undefined` when it would. `usable`: after the fee. */
export function settleProblem(standings: readonly Standing[], usable: Tft): 'money' | { rent: number } | undefined {
  const settled = new Set(standings.map(({ id }) => id))
  for (const { rent } of standings) if (rent?.inGrace && !settled.has(rent.id)) return { rent: rent.id }
  // What is short is taken all the same, and the contract stays where it is (tfchain billing.rs).
  return standings.reduce((sum, standing) => sum + toSettle(standing), 0n) > usable ? 'money' : undefined
}
