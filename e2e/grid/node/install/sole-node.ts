import { expect } from 'vitest'
import type { Capacity } from '#domain/capacity.ts'
import { hash } from '#domain/deployment/challenge.ts'
import type { Result, Workload } from '#domain/deployment/deployment.ts'
import { gib } from '#domain/units.ts'
import { publicIps } from '#domain/workloads/workload.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { ChainContract, ChainIp } from '../../chain/nouns.ts'
import { Faults } from '../../faults.ts'
import { Register } from '../../kyc/register.ts'
import { deploymentOf, signed } from '../../testbed.ts'
import { Usage } from '../../usage.ts'
import { makeWorld } from '../../world.ts'
import type { WorldNode } from '../../world/nodes.ts'
import { SimulatedNode } from '../simulated-node.ts'

const { nodes, farms, accounts, genesis } = await makeWorld({ seed: 5, farms: 2, nodes: 4, relayDomain: '127.0.0.1' })
const alice = await phraseSigner(accounts[0]!.mnemonic)
/** Who deploys. */
export const twin = accounts[0]!.twin!

export type Wanted = Partial<Pick<WorldNode, 'light' | 'hasIpv6' | 'cards'>> &
  Partial<Pick<WorldNode['chain'], 'publicConfig'>>

/** 8 cores, 64 GiB of memory, 500 GiB of SSD of which 480 are free, 1000 GiB of HDD; a gateway with a domain. */
export const totals = { cru: 8, mru: gib(64), sru: gib(500), hru: gib(1000) }
const gateway = {
  ip4: { ip: '29.0.1.2/24', gw: '29.0.1.1' },
  ip6: { ip: '3ffe:0:1::2/64', gw: '3ffe:0:1::1' },
  domain: 'gent1.local.grid.tf',
}

/** A node that takes alice's deployments; each gets a contract of its own, numbered from 1. */
export class SoleNode {
  readonly node: SimulatedNode
  readonly usage = new Usage()
  readonly faults = new Faults(() => {})
  readonly contracts = new Map<number, ChainContract>()
  /** Name contracts: which twin holds a name. */
  readonly names = new Map<string, number>()
  readonly farmIps: ChainIp[] = []
  /** What the node told the chain that contracts use. */
  readonly told = new Map<number, Capacity>()
  isRented = false
  #made = 0

  constructor({ publicConfig = gateway, ...wanted }: Wanted = {}) {
    const world = nodes[0]!
    const chain = { ...world.chain, resources: totals, publicConfig }
    const farm = { ...farms[0]!.chain, publicIps: this.farmIps }
    this.node = new SimulatedNode(
      { ...world, cards: [], hasIpv6: true, ...wanted, chain },
      {
        chain: {
          twin: (id) => genesis.twins[id - 1],
          contract: (id) => this.contracts.get(id),
          contracts: () => (this.isRented ? [this.#contract(0, { kind: 'rent', nodeId: 1 })] : []),
          contractByName: (name) => this.#nameContract(name),
          farm: () => farm,
          reportResources: async (id, used) => void this.told.set(id, used),
        },
        register: new Register([alice.publicKey], () => false),
        usage: this.usage,
        faults: this.faults,
        pace: 0,
      },
    )
  }

  /** Deploys under a new contract, which holds as many addresses as the workloads need or `ips`, and waits. */
  async deploy(workloads: Workload[], ips = publicIps(workloads)): Promise<number> {
    const id = ++this.#made
    for (let i = 0; i < ips; i++)
      this.farmIps.push({ ip: `28.0.1.${this.farmIps.length + 10}/24`, gateway: '28.0.1.1', contractId: id })
    await this.send(id, 0, workloads)
    await this.settled(id)
    return id
  }

  /** Sends the next version, with its hash in the contract, and waits. */
  async update(id: number, workloads: Workload[]): Promise<void> {
    await this.send(id, this.node.deployments.find(id)!.deployment.version + 1, workloads)
    await this.idle()
  }

  /** Sends an update that has the version of the first. */
  async resend(id: number, workloads: Workload[]): Promise<void> {
    const agreed = { ...(await signed(deploymentOf(twin, ...workloads), alice)), contract_id: id }
    this.node.update(agreed, twin)
  }

  /** Sends without waiting. The contract is right for it, or says `agreed`; with `null` there is none. */
  async send(id: number, version: number, workloads: Workload[], agreed?: ChainContract['detail'] | null) {
    const deployment = { ...deploymentOf(twin, ...workloads), version }
    const right = { kind: 'node', nodeId: 1, hash: hash(deployment), data: '', publicIps: 0 } as const
    if (agreed === null) this.contracts.delete(id)
    else this.contracts.set(id, this.#contract(id, agreed ?? right))
    const sent = { ...(await signed(deployment, alice)), contract_id: id }
    if (version === 0) this.node.deploy(sent, twin)
    else this.node.update(sent, twin)
  }

  /** The chain's side of a contract that is at its end. */
  cancel(id: number): void {
    this.contracts.delete(id)
    this.node.cancelled(id)
  }

  /** Resolves once all that was asked so far is done. */
  async idle(): Promise<void> {
    await this.node.idle()
  }

  async settled(id: number): Promise<void> {
    await this.idle()
    for (const state of Object.values(this.states(id))) expect(state).not.toBe('init')
  }

  result(id: number, name: string): Result {
    return this.node.deployments.find(id)!.workloads.get(name)!.result
  }

  /** The state, or for failed ones the message, of each workload. */
  states(id: number): Record<string, string> {
    const workloads = [...(this.node.deployments.find(id)?.workloads.values() ?? [])]
    return Object.fromEntries(workloads.map(({ name, result }) => [name, result.message || result.state]))
  }

  /** All that happened to a deployment: name, version and state, and what was said. */
  story(id: number): string[] {
    return this.node.deployments
      .find(id)!
      .history.map(({ name, version, result }) => `${name} ${version} ${result.state} ${result.message}`.trim())
  }

  #nameContract(name: string): ChainContract | undefined {
    const holder = this.names.get(name)
    return holder === undefined ? undefined : { ...this.#contract(99, { kind: 'name', name }), twinId: holder }
  }

  #contract(id: number, detail: ChainContract['detail']): ChainContract {
    return { id, twinId: twin, state: 'Created', createdAt: 0, detail, solutionProviderId: null }
  }
}
