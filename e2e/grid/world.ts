import { minus } from '#domain/capacity.ts'
import { gib } from '#domain/units.ts'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import type { ChainFarm, ChainGenesis, ChainTwin } from './chain/nouns.ts'
import { existentialDeposit } from './chain/pallets/balances.ts'
import { settle, toAccount, type Account } from './world/accounts.ts'
import { someContracts, type WorldContract } from './world/contracts.ts'
import { Dice } from './world/dice.ts'
import { farmLottery, someFarm, type WorldFarm } from './world/farms.ts'
import { encryptionKey, secretOf } from './world/keys.ts'
import { NodeTwin } from './world/node-twin.ts'
import { sharesOf, someNode, type WorldNode } from './world/nodes.ts'
import { genesisTime } from './world/time.ts'

export type WorldOptions = {
  seed: number
  farms: number
  nodes: number
  relayDomain: string
  /** Of a second relay, to which some nodes listen. */
  secondRelayDomain?: string
}

/** A grid as it stands when it starts. Ids run from 1 without gaps, so `nodes[id - 1]` is a node. */
export type World = {
  /** The relay's host, as twins have it on the chain. */
  relayDomain: string
  genesis: ChainGenesis
  farms: WorldFarm[]
  nodes: WorldNode[]
  contracts: WorldContract[]
  accounts: Account[]
  /** Accounts whose owners showed who they are. */
  verified: Uint8Array[]
  /** Nodes that surely take a machine from anybody. */
  sampleNodes: number[]
  /** What the node signs and decrypts with. */
  nodeSecret: (nodeId: number) => Uint8Array
}

const oneTft = 10_000_000n
/** Nodes that are open to everybody, made so that even the smallest world has some. */
const showcaseOf = (nodes: number) => Math.min(8, nodes)

const isOnSecondRelay = (nodeId: number): boolean => nodeId % 10 === 0

/** Every other node of the second relay listens to both. */
function relayOf(nodeId: number, { relayDomain, secondRelayDomain }: WorldOptions): string {
  if (secondRelayDomain === undefined || !isOnSecondRelay(nodeId)) return relayDomain
  return nodeId % 20 > 0 ? secondRelayDomain : `${relayDomain}_${secondRelayDomain}`
}

function twinsOf(options: WorldOptions, world: WorldNode[], users: number, dice: Dice) {
  const { seed, farms, nodes, relayDomain } = options
  const twins: ChainTwin[] = []
  const join = (account: Uint8Array, relay: string | null) =>
    twins.push({ id: twins.length + 1, account, relay, pk: null })
  // Farmers, users and nodes that are not up never speak, so an account without a key behind it does for them.
  const anybody = (who: string) =>
    join(secretOf(seed, who), dice.chance(0.85) ? relayDomain : dice.pick([`${relayDomain}_relay.grid.tf`, null]))

  for (let id = 1; id <= farms; id++) anybody(`farmer ${id}`)
  for (let id = 1; id <= nodes; id++) {
    const secret = secretOf(seed, `node ${id}`)
    const relay = relayOf(id, options)
    if (world[id - 1]!.status === 'up') twins.push(new NodeTwin(twins.length + 1, secret, relay))
    else join(secret, relay)
  }
  for (let id = 1; id <= users; id++) anybody(`user ${id}`)
  return twins
}

/** Not the big farm, but it has a node that is up: the first of the people farms one like that. */
const isWorthwhile = ({ id, dedicated }: ChainFarm, nodes: WorldNode[]): boolean =>
  id > 1 && !dedicated && nodes.some(({ chain, status }) => chain.farmId === id && status === 'up')

/** Up, healthy, full-featured, shared by all, with plenty free. `here` are the node's contracts that still run. */
function isSample(node: WorldNode, here: WorldContract[], farms: WorldFarm[]): boolean {
  const free = here.reduce((left, { capacity }) => minus(left, capacity), node.chain.resources)
  return (
    node.status === 'up' &&
    node.healthy &&
    !node.light &&
    node.chain.extraFee === 0 &&
    !farms[node.chain.farmId - 1]!.chain.dedicated &&
    here.length > 0 &&
    here.every(({ chain }) => chain.detail.kind === 'node') &&
    free.mru > gib(32) &&
    free.sru > gib(200)
  )
}

function samplesOf(nodes: WorldNode[], contracts: WorldContract[], farms: WorldFarm[]): number[] {
  const running = new Map<number, WorldContract[]>(nodes.map(({ chain }) => [chain.id, []]))
  for (const contract of contracts) {
    const { detail } = contract.chain
    if (!contract.deleted && detail.kind !== 'name') running.get(detail.nodeId)!.push(contract)
  }
  return nodes
    .slice(0, 200)
    .filter((node) => !isOnSecondRelay(node.chain.id) && isSample(node, running.get(node.chain.id)!, farms))
    .map(({ chain }) => chain.id)
    .slice(0, 12)
}

/** Makes the world of a seed: the same numbers give the same world, down to the chain's genesis. */
export async function makeWorld(options: WorldOptions): Promise<World> {
  await cryptoWaitReady()
  const { seed, relayDomain } = options
  const dice = new Dice(seed)
  const showcase = showcaseOf(options.nodes)
  const users = 20 + Math.round(options.nodes * 0.6)
  const firstUser = options.farms + options.nodes + 1

  const farms = Array.from({ length: options.farms }, (_, i) => someFarm(i + 1, dice))
  const draw = farmLottery(farms, dice)
  const nodes = Array.from({ length: options.nodes }, (_, i) =>
    someNode(
      i + 1,
      options.farms + i + 1,
      i < showcase ? farms[0]! : draw(),
      { showcase: i < showcase, shares: sharesOf(options.nodes) },
      dice,
    ),
  )
  const chainFarms = farms.map(({ chain }) => chain)
  const userIds = Array.from({ length: users }, (_, i) => firstUser + i)
  const contracts = someContracts(nodes, chainFarms, showcase, userIds, dice)
  const running = contracts.filter(({ deleted }) => !deleted)
  // Whoever has a contract in its grace period has nothing to end it with.
  const broke = new Set(running.filter(({ chain }) => chain.state === 'GracePeriod').map(({ chain }) => chain.twinId))
  const twins = twinsOf(options, nodes, users, dice)
  const people = settle(firstUser + users)
  for (const { twin, account, secret } of people)
    if (twin !== null) twins.push({ id: twin, account, relay: relayDomain, pk: encryptionKey(secret) })
  const ours = chainFarms.find((farm) => isWorthwhile(farm, nodes))
  if (ours) ours.twinId = people[0]!.twin!

  return {
    relayDomain,
    genesis: {
      accounts: [
        ...people.map(({ account }) => ({ account, free: 10_000n * oneTft })),
        ...userIds.map((id) => ({
          account: twins[id - 1]!.account,
          free: broke.has(id) ? existentialDeposit : BigInt(dice.whole(1, 500)) * oneTft,
        })),
      ],
      twins,
      farms: chainFarms,
      nodes: nodes.map(({ chain }) => chain),
      contracts: running.map(({ chain }) => chain),
      resources: running
        .filter(({ chain }) => chain.detail.kind === 'node')
        .map(({ chain, capacity }) => ({ contractId: chain.id, used: capacity })),
      payouts: farms.flatMap(({ chain, stellarAddress }) =>
        stellarAddress === '' ? [] : { farmId: chain.id, address: stellarAddress },
      ),
      terms: twins.map(({ account }) => account),
      tftPriceMilliUsd: 12,
      timestamp: genesisTime,
    },
    farms,
    nodes,
    contracts,
    accounts: people.map((person) => toAccount(person, chainFarms)),
    verified: people.filter(({ verified }) => verified).map(({ account }) => account),
    sampleNodes: samplesOf(nodes, contracts, farms),
    nodeSecret: (nodeId) => secretOf(seed, `node ${nodeId}`),
  }
}
