import type { ChainContract, ChainEvent, ChainFarm, ChainNode } from '../chain/nouns.ts'
import type { Usage } from '../usage.ts'
import type { World } from '../world.ts'
import type { Bill } from '../world/contracts.ts'
import type { WorldNode } from '../world/nodes.ts'
import { minute } from '../world/time.ts'
import { contractJson } from './contract-row.ts'
import { farmRow, renewFarm } from './farm-row.ts'
import { nodeRow, renewNode, renewReport, renewTenancy, renewUse } from './node-row.ts'
import { twinRow } from './twins.ts'
import type { CardJson, ContractJson, ContractRow, FarmRow, IpRow, NodeRow, TwinRow } from './rows.ts'

const unixNow = () => Math.floor(Date.now() / 1000)

/** Seconds from one look at the nodes' health to the next. Source: tfgrid-sdk-go grid-proxy, indexer intervals */
const probeEvery = 5 * minute

/** What is looked up when something changed. */
export type Surroundings = {
  farmOf: (farmId: number) => ChainFarm | undefined
  /** The node's cards as it tells of them itself; `undefined` when it is not there to be asked. */
  cardsOf: (nodeId: number) => CardJson[] | undefined
  /** Nodes that do not answer when they are asked how they are. */
  mute: () => ReadonlySet<number>
}

/**
 * What GridProxy knows: the world it started with, kept in step with the chain and with what runs. Rows are changed in
 * place as things happen, so that a question only reads. They come in the order of their ids; deleted contracts stay.
 */
export class Records {
  readonly #farms = new Map<number, FarmRow>()
  readonly #nodes = new Map<number, NodeRow>()
  readonly #twins = new Map<number, TwinRow>()
  readonly #contracts = new Map<number, ContractRow>()
  readonly #start = unixNow()
  /** How far the chain's clock is ahead of this machine's, in seconds. */
  #ahead = 0
  /** Nodes that report no more, and since when. */
  readonly #away = new Map<number, number>()
  #asOf = 0
  #probe = Math.floor(this.#start / probeEvery)
  readonly #usage: Usage
  readonly #around: Surroundings

  constructor(world: World, usage: Usage, around: Surroundings) {
    this.#usage = usage
    this.#around = around
    for (const twin of world.genesis.twins) this.#twins.set(twin.id, twinRow(twin))
    for (const { chain, stellarAddress } of world.farms) this.#farms.set(chain.id, farmRow(chain, stellarAddress))
    for (const node of world.nodes) this.#addNode(node.chain, node)
    for (const { chain, deleted, bills } of world.contracts)
      this.#addContract(chain, deleted ? 'Deleted' : chain.state, bills)
    for (const [id, row] of this.#nodes) {
      renewTenancy(row)
      renewUse(row, usage.of(id), row.world.cards)
    }
    usage.onChange((id) => this.#reuse(id))
  }

  nodes(): Iterable<NodeRow> {
    this.#tick()
    return this.#nodes.values()
  }

  node(id: number): NodeRow | undefined {
    this.#tick()
    return this.#nodes.get(id)
  }

  farms(): Iterable<FarmRow> {
    this.#tick()
    return this.#farms.values()
  }

  contracts(): Iterable<ContractRow> {
    return this.#contracts.values()
  }

  contract(id: number): ContractRow | undefined {
    return this.#contracts.get(id)
  }

  twins(): Iterable<TwinRow> {
    return this.#twins.values()
  }

  publicIps(): IpRow[] {
    return [...this.#farms.values()].flatMap(({ json }) =>
      json.publicIps.map((ip) => ({ ...ip, farm_id: json.farmId })),
    )
  }

  get counts() {
    const { size: farms } = this.#farms
    const publicIps = [...this.#farms.values()].reduce((sum, { json }) => sum + json.publicIps.length, 0)
    return { farms, twins: this.#twins.size, contracts: this.#contracts.size, publicIps }
  }

  follow(event: ChainEvent): void {
    switch (event.kind) {
      case 'block':
        this.#ahead = Math.max(0, event.timestamp - unixNow())
        return
      case 'twin-stored':
        this.#twins.set(event.twin.id, twinRow(event.twin))
        return
      case 'contract-created':
        this.#addContract(event.contract, event.contract.state, [])
        return this.#settle(event.contract)
      case 'contract-updated':
      case 'contract-grace':
        return this.#renewContract(event.contract, event.contract.state)
      case 'contract-cancelled':
        return this.#renewContract(event.contract, 'Deleted')
      case 'contract-billed': {
        const { amount, discount, timestamp } = event
        const bill = { amountBilled: Number(amount), discountReceived: discount, timestamp }
        this.#contracts.get(event.contractId)?.bills.unshift(bill)
        return
      }
      case 'node-power':
        return this.#renewNode(event.nodeId, { power: event.power })
      case 'extra-fee-set':
        return this.#renewNode(event.nodeId, { extraFee: event.extraFee })
      case 'node-stored':
        if (this.#nodes.has(event.node.id)) return this.#renewNode(event.node.id, event.node)
        this.#addNode(event.node)
        return this.#reuse(event.node.id)
      case 'node-deleted':
        return this.#dropNode(event.node.id)
      case 'farm-stored':
        return this.#storeFarm(event.farm)
      case 'payout-stored': {
        const farm = this.#farms.get(event.payout.farmId)
        if (farm) farm.json.stellarAddress = event.payout.address
      }
    }
  }

  /** From now on exactly these nodes report nothing. */
  miss(nodes: ReadonlySet<number>): void {
    for (const id of this.#away.keys()) if (!nodes.has(id)) this.#away.delete(id)
    for (const id of nodes) if (!this.#away.has(id)) this.#away.set(id, this.#now())
    this.#asOf = 0
  }

  #now(): number {
    return unixNow() + this.#ahead
  }

  #storeFarm(chain: ChainFarm): void {
    const row = this.#farms.get(chain.id)
    if (!row) this.#farms.set(chain.id, farmRow(chain, ''))
    else this.#renewFarm(row, chain)
  }

  /** Its contracts stay listed. */
  #dropNode(id: number): void {
    const row = this.#nodes.get(id)
    if (!row) return
    this.#nodes.delete(id)
    row.farm.nodes.splice(row.farm.nodes.indexOf(row), 1)
  }

  #addNode(chain: ChainNode, world?: WorldNode): void {
    const farm = this.#farms.get(chain.farmId)
    if (!farm) throw new RangeError(`Node ${chain.id} is of farm ${chain.farmId}, which does not exist`)
    const row = nodeRow(chain, farm, world)
    this.#nodes.set(chain.id, row)
    farm.nodes.push(row)
    this.#asOf = 0
  }

  #renewNode(id: number, news: Partial<ChainNode>): void {
    const row = this.#nodes.get(id)
    if (!row) return
    renewNode(row, { ...row.world.chain, ...news })
    this.#asOf = 0
  }

  #addContract(chain: ChainContract, state: ContractJson['state'], bills: Bill[]): void {
    const node = chain.detail.kind === 'name' ? undefined : this.#nodes.get(chain.detail.nodeId)
    const row = { json: contractJson(chain, state, node?.farm), bills }
    this.#contracts.set(chain.id, row)
    node?.contracts.push(row)
  }

  #renewContract(chain: ChainContract, state: ContractJson['state']): void {
    const row = this.#contracts.get(chain.id)
    if (!row) return
    const node = chain.detail.kind === 'name' ? undefined : this.#nodes.get(chain.detail.nodeId)
    row.json = contractJson(chain, state, node?.farm)
    if (state === 'Deleted')
      for (const card of node?.world.cards ?? []) if (card.contract === chain.id) card.contract = 0
    this.#settle(chain)
  }

  /** A contract changes whether its node is rentable, which cards are taken and which of its farm's addresses. */
  #settle({ detail }: ChainContract): void {
    const row = detail.kind === 'name' ? undefined : this.#nodes.get(detail.nodeId)
    if (!row) return
    this.#reuse(row.json.nodeId)
    const farm = this.#around.farmOf(row.json.farmId)
    if (farm) this.#renewFarm(row.farm, farm)
    else renewTenancy(row)
  }

  #renewFarm(row: FarmRow, chain: ChainFarm): void {
    renewFarm(row, chain)
    for (const node of row.nodes) {
      renewTenancy(node)
      for (const { json } of node.contracts) if ('farm_name' in json.details) json.details.farm_name = chain.name
    }
  }

  #reuse(nodeId: number): void {
    const row = this.#nodes.get(nodeId)
    if (!row) return
    const { cards } = row.world
    renewUse(row, this.#usage.of(nodeId), cards.length > 0 ? (this.#around.cardsOf(nodeId) ?? cards) : cards)
  }

  /** Nodes report now and then, and what they do not report ages: once a second is often enough to look. */
  #tick(): void {
    const now = this.#now()
    if (now === this.#asOf) return
    this.#asOf = now
    for (const [id, row] of this.#nodes) renewReport(row, { now, start: this.#start, leftAt: this.#away.get(id) })
    const probe = Math.floor(now / probeEvery)
    if (probe === this.#probe) return
    this.#probe = probe
    const mute = this.#around.mute()
    for (const [id, { json, world }] of this.#nodes) json.healthy = world.healthy && !mute.has(id)
  }
}
