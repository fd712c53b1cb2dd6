import { none, type Capacity } from '#domain/capacity.ts'
import { encodeContractData } from '#domain/contract.ts'
import { bytes, gib } from '#domain/units.ts'
import type { ChainContract, ChainFarm } from '../chain/nouns.ts'
import type { Dice } from './dice.ts'
import type { WorldNode } from './nodes.ts'
import { day, genesisTime, hour } from './time.ts'

export type Bill = { amountBilled: number; discountReceived: string; timestamp: number }

/** A contract with what the chain does not say of it. */
export type WorldContract = {
  chain: ChainContract
  /** Ended before the world began: GridProxy still lists it, the chain forgot it. */
  deleted: boolean
  /** What its workloads take from the node. */
  capacity: Capacity
  /** Newest first. */
  bills: Bill[]
}

type Draft = Omit<WorldContract, 'chain'> & {
  chain: Omit<ChainContract, 'id' | 'createdAt'>
  cards?: WorldNode['cards']
}

function bills(dice: Dice, count: number): Bill[] {
  const last = genesisTime - dice.whole(0, hour)
  return Array.from({ length: count }, (_, i) => ({
    amountBilled: dice.whole(1000, 400_000),
    discountReceived: dice.pick(['None', 'None', 'Default', 'Bronze', 'Silver', 'Gold']),
    timestamp: last - i * hour,
  }))
}

const machines = ['vm', 'vm', 'vm', 'kubernetes']
const types = [...machines, 'network', 'zdb', 'gateway']

/**
 * What a deployment of that type takes: a machine a few cores and GiB, a zdb disk space alone, and HDD where there is
 * any. Never more than a twentieth of the node, so that nodes keep room.
 */
function load(dice: Dice, type: string, { resources }: WorldNode['chain']): Capacity {
  const share = (total: number, wanted: number) => bytes(Math.floor(Math.min(wanted, total / 20)))
  if (type === 'zdb') {
    const size = gib(dice.whole(20, 500))
    return resources.hru > 0
      ? { ...none, hru: share(resources.hru, size) }
      : { ...none, sru: share(resources.sru, size) }
  }
  if (!machines.includes(type)) return none
  return {
    cru: dice.whole(1, Math.max(1, Math.min(4, resources.cru / 20))),
    mru: share(resources.mru, gib(dice.whole(1, 8))),
    sru: share(resources.sru, gib(dice.whole(5, 100))),
    hru: bytes(0),
  }
}

function nodeContract(dice: Dice, type: string, twinId: number, nodeId: number, publicIps: number): Draft['chain'] {
  const name = `${type}${dice.hex(5)}`
  return {
    twinId,
    state: 'Created',
    detail: {
      kind: 'node',
      nodeId,
      hash: dice.hex(32),
      data: encodeContractData({ type, name, projectName: `${type}/${name}` }),
      publicIps,
    },
    solutionProviderId: null,
  }
}

const active = (dice: Dice, chain: Draft['chain'], capacity: Capacity): Draft => ({
  chain: dice.chance(0.07) ? { ...chain, state: 'GracePeriod' } : chain,
  deleted: false,
  capacity,
  bills: bills(dice, dice.whole(2, 30)),
})

/** Contracts of nodes that are rented whole, and of those that anybody may deploy on. */
function drafts(nodes: WorldNode[], farms: ChainFarm[], showcase: number, users: number[], dice: Dice): Draft[] {
  const dedicated = new Set(farms.filter((farm) => farm.dedicated).map(({ id }) => id))
  const made: Draft[] = []
  for (const node of nodes) {
    const { id, farmId, extraFee } = node.chain
    const host = node.status === 'up'
    const rented = host && id > showcase && dice.chance(node.cards.length > 0 ? 0.4 : 0.02)
    const shared = host && !rented && extraFee === 0 && !dedicated.has(farmId)
    const renter = dice.pick(users)
    if (rented)
      made.push(
        active(
          dice,
          { twinId: renter, state: 'Created', detail: { kind: 'rent', nodeId: id }, solutionProviderId: null },
          none,
        ),
      )
    const count = id <= showcase ? dice.whole(1, 2) : rented || (shared && dice.chance(0.2)) ? dice.whole(1, 3) : 0
    for (let i = 0; i < count; i++) {
      const free = farms[farmId - 1]!.publicIps.length
      const ips = free > 0 && dice.chance(0.4) ? dice.whole(1, 2) : 0
      // A graphics card is held by a machine.
      const type = dice.pick(rented && i === 0 ? machines : types)
      const draft = active(
        dice,
        nodeContract(dice, type, rented ? renter : dice.pick(users), id, machines.includes(type) ? ips : 0),
        load(dice, type, node.chain),
      )
      made.push(rented && i === 0 ? { ...draft, cards: node.cards } : draft)
    }
    for (let i = dice.whole(0, 2); i > 0; i--)
      made.push({
        ...active(dice, nodeContract(dice, dice.pick(types), dice.pick(users), id, dice.chance(0.1) ? 1 : 0), none),
        deleted: true,
      })
    if (dice.chance(0.12))
      made.push({
        chain: {
          twinId: dice.pick(users),
          state: 'Created',
          detail: { kind: 'name', name: `vm${id}${dice.hex(4)}` },
          solutionProviderId: null,
        },
        deleted: dice.chance(0.5),
        capacity: none,
        bills: bills(dice, dice.whole(0, 10)),
      })
  }
  return made
}

/** Gives the contract its addresses, or none when the farm has too few left. */
function reserve(contract: ChainContract, farm: ChainFarm): void {
  if (contract.detail.kind !== 'node') return
  const free = farm.publicIps.filter((ip) => ip.contractId === 0)
  if (free.length < contract.detail.publicIps) contract.detail.publicIps = 0
  for (const ip of free.slice(0, contract.detail.publicIps)) ip.contractId = contract.id
}

/** A contract is billed from its first hour on, and one that ended for as many hours as it has bills. */
function within({ deleted, bills: all }: Omit<Draft, 'chain' | 'cards'>, createdAt: number): Bill[] {
  if (deleted) return all.map((bill, i) => ({ ...bill, timestamp: createdAt + (all.length - i) * hour }))
  return all.filter(({ timestamp }) => timestamp > createdAt)
}

/**
 * Everything that people run or ran. Nodes up to `showcase` carry a small deployment each, for an idle node counts as one
 * to be rented whole (GridProxy's `dedicated`). Marks the addresses and cards that the contracts hold.
 */
export function someContracts(
  nodes: WorldNode[],
  farms: ChainFarm[],
  showcase: number,
  users: number[],
  dice: Dice,
): WorldContract[] {
  const made = drafts(nodes, farms, showcase, users, dice)
  // The chain numbers on from its last contract, so the ended ones must not have the highest ids.
  made.sort((a, b) => Number(b.deleted) - Number(a.deleted))
  return made.map(({ chain, cards, ...rest }, i) => {
    const createdAt = genesisTime - 400 * day + Math.floor((i * 399 * day) / made.length)
    const contract = { ...chain, id: i + 1, createdAt }
    const { detail } = contract
    if (!rest.deleted && detail.kind === 'node') reserve(contract, farms[nodes[detail.nodeId - 1]!.chain.farmId - 1]!)
    for (const card of cards ?? []) card.contract = contract.id
    return { ...rest, bills: within(rest, createdAt), chain: contract }
  })
}
