import type { bool, u32 } from '@polkadot/types'
import type { H256 } from '@polkadot/types/interfaces'
import { u8aEq } from '@polkadot/util'
import { blake2AsHex } from '@polkadot/util-crypto'
import type { Capacity } from '#domain/capacity.ts'
import { refusals } from '../dispatch-error.ts'
import { tfchain } from '../metadata/layout.ts'
import { concat, text } from '../scale.ts'
import * as dao from '../state/dao-items.ts'
import type { Storage } from '../state/storage.ts'
import { blockNumber } from '../state/system-items.ts'
import { farms, nodes, twins, type NodeRecord } from '../state/tfgrid-items.ts'
import type { Frame, Pallet } from './pallet.ts'

const name = 'Dao'
const refuse = refusals(name)

const gib = 1024n ** 3n

/** What a node counts in its farm's vote. Source: tfchain support/src/resources.rs (33046d6), get_node_weight */
export function nodeWeight({ cru, mru, sru, hru }: Capacity): bigint {
  const memory = BigInt(mru) - (mru > 0 ? 1n : 0n)
  const limits = [BigInt(cru) * 2n * gib * 1000n, (memory * gib * 1000n) / 4n, (BigInt(sru) * 1000n) / 50n]
  const [least = 0n, next = 0n] = limits.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
  // Where two are equal none of them is the smallest, and the node has no compute units at all.
  const compute = least === next ? 0n : 2n * (least / gib / 1000n)
  const storage = ((BigInt(hru) * 1000n) / 1200n + (BigInt(sru) * 1000n) / 250n) / gib / 1000n
  return compute * 2n + storage
}

const weigh = (state: Storage, farmId: number, by: bigint): void => {
  const weight = (state.read(dao.farmWeight, farmId) ?? 0n) + by
  state.write(dao.farmWeight, [farmId], weight > 0n ? weight : 0n)
}

export const nodeDeleted = (state: Storage, { farmId, resources }: NodeRecord): void =>
  weigh(state, farmId, -nodeWeight(resources))

// 7 days of blocks: tfchain runtime, DaoMotionDuration
const motionDuration = 100_800

/** Something to vote on: agreements that change nothing, as only a council could make others. The last one is over. */
const seeds = [
  { description: 'Farmers answer questions about their nodes within two days', end: motionDuration },
  { description: 'New farms start with one node in test for a week', end: motionDuration },
  { description: 'Nodes in standby wake up once a day', end: 0 },
]
// Farms that voted on each proposal before the first block, one side after the other.
const seededVoters = 3

const remark = (words: string): Uint8Array => {
  const system = tfchain.pallets.find((pallet) => pallet.name === 'System')!
  return concat(Uint8Array.of(system.index, system.calls!.remark![0]), text(words))
}

/** After the nodes: a farm votes with what its nodes weigh. */
export function writeDao(state: Storage): void {
  for (const { farmId, resources } of state.values(nodes)) weigh(state, farmId, nodeWeight(resources))
  const weights = [...state.values(farms)].map(({ id }) => ({
    farmId: id,
    weight: state.read(dao.farmWeight, id) ?? 0n,
  }))
  const voters = weights.filter(({ weight }) => weight > 0n).slice(-seededVoters)
  const hashes = seeds.map(({ description, end }, index) => {
    const call = remark(description)
    const hash = blake2AsHex(call)
    const [ayes, nays] = [0, 1].map((side) => voters.filter((_, i) => index > 0 && (i + index) % 2 === side))
    state.write(dao.proposalOf, [hash], call)
    state.write(dao.proposals, [hash], { index, description, link: 'https://forum.threefold.io' })
    state.write(dao.votings, [hash], { index, threshold: 5, ayes: ayes!, nays: nays!, end })
    return hash
  })
  state.write(dao.proposalList, [], hashes)
  state.write(dao.proposalCount, [], hashes.length)
}

/** The last one takes the place of the one that goes. */
function swapRemove<T>(list: T[], place: number): T[] {
  if (place < 0) return list
  const [last, rest] = [list.at(-1)!, list.slice(0, -1)]
  return place === rest.length ? rest : rest.with(place, last)
}

function isOwner({ state, caller }: Frame, farmId: number): boolean {
  const farm = state.read(farms, farmId)
  const twin = farm && state.read(twins, farm.twinId)
  return twin !== undefined && u8aEq(twin.account, caller)
}

/** Votes of farms. Proposing, vetoing and closing take a council. Checks: tfchain pallet-dao dao.rs (33046d6), _vote */
export const daoPallet: Pallet = {
  name,
  calls: {
    vote(frame: Frame, farm: u32, proposalHash: H256, approve: bool) {
      const { state, caller, emit } = frame
      const [farmId, hash] = [farm.toNumber(), proposalHash.toHex()]
      if (!isOwner(frame, farmId)) refuse('NotAuthorizedToVote')
      const voting = state.read(dao.votings, hash) ?? refuse('ProposalMissing')
      if ((state.read(blockNumber) ?? 0) > voting.end) refuse('TimeLimitReached')

      const [side, other] = approve.isTrue ? (['ayes', 'nays'] as const) : (['nays', 'ayes'] as const)
      const isOurs = (vote: dao.Vote) => vote.farmId === farmId
      if (voting[side].some(isOurs)) refuse('DuplicateVote')
      const weight = state.read(dao.farmWeight, farmId) ?? 0n
      if (weight === 0n) refuse('FarmHasNoNodes')
      const voted = {
        ...voting,
        [side]: [...voting[side], { farmId, weight }],
        [other]: swapRemove(voting[other], voting[other].findIndex(isOurs)),
      }
      state.write(dao.votings, [hash], voted)
      emit(name, 'Voted', [caller, hash, approve, voted.ayes.length, voted.nays.length])
      if (!voting[other].some(isOurs)) return 'free'
    },
  },
}
