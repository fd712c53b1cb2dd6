import { setTimeout as sleep } from 'node:timers/promises'
import { add, none } from '#domain/capacity.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { capacity } from '#domain/workloads/workload.ts'
import type { Chain } from '../chain/chain.ts'
import type { Faults } from '../faults.ts'
import type { Register } from '../kyc/register.ts'
import { Refusal } from '../relay/peer.ts'
import { reserve, type Usage } from '../usage.ts'
import type { WorldNode } from '../world/nodes.ts'
import { contractProblem, refusal } from './checks.ts'
import { Deployments, type Kept, type Report } from './deployments.ts'
import { Host } from './host.ts'
import { InstallError, Unchanged } from './install/install-error.ts'
import type { Job } from './install/installer.ts'
import { inOrder, installerOf } from './install/installers.ts'
import { Queue } from './queue.ts'
import { upgrade } from './upgrade.ts'

/** What a node needs of the grid around it. */
export type Surroundings = {
  chain: Pick<Chain, 'twin' | 'contract' | 'contracts'>
  register: Register
  usage: Usage
  faults: Faults
  /** Roughly how many ms a workload takes to install. */
  pace: number
}

/**
 * A ZOS node as its twin sees it: it takes signed deployments at once and works on them one after the other.
 *
 * Source: zosbase pkg/provision/engine.go
 */
export class SimulatedNode {
  readonly world: WorldNode
  readonly host: Host
  readonly deployments = new Deployments()
  readonly #queue = new Queue()
  readonly #around: Surroundings

  constructor(world: WorldNode, around: Surroundings) {
    this.world = world
    this.#around = around
    this.host = new Host(world, add(reserve(world.chain.resources), around.usage.of(world.chain.id)).sru)
  }

  get id(): number {
    return this.world.chain.id
  }

  /** Contracts on the node, those it had before the grid started included, and what they and ZOS take. */
  get usage() {
    const { usage } = this.#around
    const system = reserve(this.world.chain.resources)
    return { contracts: usage.count(this.id), system, used: add(system, usage.of(this.id)) }
  }

  /** Takes a deployment; what becomes of it is told by `deployments`. @throws Refusal */
  deploy(deployment: Deployment, sender: number): void {
    this.#check(deployment, sender)
    if (deployment.version !== 0) throw new Refusal('expected version to be 0 on deployment creation: invalid version')
    const kept = this.deployments.add(deployment)
    this.#queue.add(() => this.#agreed(kept, deployment, () => this.#installAll(kept, deployment.workloads)))
  }

  /** Takes a deployment's next version. What it says of itself holds at once, its workloads follow. @throws Refusal */
  update(deployment: Deployment, sender: number): void {
    this.#check(deployment, sender)
    const kept = this.deployments.of(sender, deployment.contract_id as number)
    if (!kept) throw new Refusal('deployment not found: deployment does not exist')
    const { removals, additions, changes } = upgrade(kept, deployment)
    kept.deployment = deployment
    this.#queue.add(() =>
      this.#agreed(kept, deployment, async () => {
        await this.#removeAll(kept, removals, 'deleted by an update')
        await this.#installAll(kept, [...additions, ...changes])
      }),
    )
  }

  /** The chain cancelled a contract: takes everything away, last things first, and forgets it. */
  cancelled(contractId: number): void {
    this.#queue.add(async () => {
      const kept = this.deployments.find(contractId)
      if (kept) await this.#removeAll(kept, [...kept.workloads.values()], 'contract canceled event received')
      this.deployments.forget(contractId)
      this.#around.usage.drop(this.id, contractId)
    })
  }

  #check(deployment: Deployment, sender: number): void {
    const { chain, register } = this.#around
    const said = refusal(deployment, sender, this.world, (twin) => chain.twin(twin)?.account, register)
    if (said) throw new Refusal(said)
  }

  /** Does the work if the contract is for this deployment; otherwise all workloads fail. */
  async #agreed(kept: Kept, deployment: Deployment, work: () => Promise<void>): Promise<void> {
    const contract = this.#around.chain.contract(deployment.contract_id as number)
    const problem = contractProblem(deployment, contract, this.id)
    if (!problem) return work()
    for (const workload of kept.workloads.values()) kept.report(workload, 'error', problem)
  }

  async #installAll(kept: Kept, workloads: Workload[]): Promise<void> {
    for (const workload of inOrder(workloads)) await this.#install(kept, workload)
  }

  /** Makes a workload, or changes it to what it is to be from now on. */
  async #install(kept: Kept, workload: Workload): Promise<void> {
    const installer = installerOf(workload.type)!
    const isRunning = kept.workloads.get(workload.name)?.result.state === 'ok'
    if (!kept.workloads.has(workload.name)) kept.report(workload, 'init')
    await this.#work(workload, 1)
    const job = this.#job(kept, workload)
    try {
      const fault = this.#around.faults.takeWorkloadError(this.id, workload.type)
      if (fault) throw new InstallError(fault.message ?? installer.mishap(job))
      this.#checkMemory(workload)
      const made = isRunning && installer.update ? installer.update(job) : installer.install(job)
      kept.report(workload, 'ok', '', made)
    } catch (error) {
      const data = error instanceof InstallError ? error.data : null
      const state = error instanceof Unchanged ? 'unchanged' : 'error'
      kept.report(workload, state, error instanceof Error ? error.message : String(error), data)
    }
    this.#account(kept)
  }

  /** Takes workloads away, last things first. */
  async #removeAll(kept: Kept, workloads: Report[], reason: string): Promise<void> {
    for (const workload of inOrder(workloads).reverse()) {
      if (workload.result.state === 'ok') {
        await this.#work(workload, 0.3)
        installerOf(workload.type)!.remove(this.#job(kept, workload))
      }
      kept.report(workload, 'deleted', reason)
    }
    this.#account(kept)
  }

  /** Takes as long as such a workload does, give or take a third. */
  async #work({ type }: Workload, part: number): Promise<void> {
    await sleep(this.#around.pace * installerOf(type)!.effort * part * (0.67 + Math.random() * 0.66))
  }

  /** Source: zosbase pkg/primitives/statistics.go hasEnoughCapacity */
  #checkMemory(workload: Workload): void {
    const needed = capacity(workload).mru
    const usable = this.world.chain.resources.mru - this.usage.used.mru
    if (needed > usable)
      throw new InstallError(
        `failed to satisfy required capacity: cannot fulfil required memory size ${needed} bytes out of usable ${usable} bytes`,
      )
  }

  #account(kept: Kept): void {
    const running = [...kept.workloads.values()].filter(({ result }) => result.state === 'ok')
    const total = running.map((workload) => capacity(workload)).reduce(add, none)
    this.#around.usage.set(this.id, kept.deployment.contract_id as number, total)
  }

  #job({ deployment, workloads }: Kept, { name, data }: Workload): Job<Workload['type']> {
    return {
      id: `${deployment.twin_id}-${deployment.contract_id}-${name}`,
      twin: deployment.twin_id,
      name,
      data,
      host: this.host,
      node: this.world,
      isRented: this.#isRented(),
      neighbours: [...workloads.values()],
    }
  }

  #isRented(): boolean {
    return [...this.#around.chain.contracts()].some(({ detail }) => detail.kind === 'rent' && detail.nodeId === this.id)
  }
}
