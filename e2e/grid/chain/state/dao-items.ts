import { text } from '../scale.ts'
import { h256, map, u32, value } from './item.ts'

const pallet = 'Dao'

export type Vote = { farmId: number; weight: bigint }
export type Voting = { index: number; threshold: number; ayes: Vote[]; nays: Vote[]; end: number }
export type Proposal = { index: number; description: string; link: string }

const proposalWire = ({ index, description, link }: Proposal) => ({
  index,
  description: text(description),
  link: text(link),
})

/** By the hash of the call that a proposal is about. */
export const proposalList = value<string[]>(pallet, 'ProposalList')
export const proposalCount = value<number>(pallet, 'ProposalCount')
export const proposals = map<string, Proposal>(pallet, 'Proposals', h256, proposalWire)
/** The call itself, in SCALE. */
export const proposalOf = map<string, Uint8Array>(pallet, 'ProposalOf', h256)
/** Nobody sits in a council here, so nobody vetoes. */
export const votings = map<string, Voting>(pallet, 'Voting', h256, (voting) => ({ ...voting, vetos: [] }))
export const farmWeight = map<number, bigint>(pallet, 'FarmWeight', u32)
