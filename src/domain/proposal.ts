/** A farm's vote, and what it counts. */
export type Vote = { farmId: number; weight: bigint }

/** What a proposal would do: a call of the chain by its name, its arguments as text. */
export type Action = { call: string; args: { name: string; value: string }[] }

/** Something that farms vote on. Times are unix seconds. */
export type Proposal = {
  hash: string
  index: number
  description: string
  link: string
  /** `undefined` when this version of the chain does not know the call any more. */
  action: Action | undefined
  /** So many votes it takes to count at all. */
  threshold: number
  ayes: Vote[]
  nays: Vote[]
  vetos: number
  endsAt: number
  isOver: boolean
}

export const weightOf = (votes: readonly Vote[]): bigint => votes.reduce((sum, { weight }) => sum + weight, 0n)

/** How a farm voted, if it did. */
export function voteOf({ ayes, nays }: Proposal, farmId: number): 'for' | 'against' | undefined {
  if (ayes.some((vote) => vote.farmId === farmId)) return 'for'
  return nays.some((vote) => vote.farmId === farmId) ? 'against' : undefined
}

/**
 * What becomes of it as votes stand, once the council closes it.
 *
 * Source: tfchain pallet-dao dao.rs, _close: enough votes, and more weight for it than against
 */
export function outcomeOf({ threshold, ayes, nays }: Proposal): 'too-few' | 'accepted' | 'rejected' {
  if (ayes.length + nays.length < threshold) return 'too-few'
  return weightOf(ayes) > weightOf(nays) ? 'accepted' : 'rejected'
}
