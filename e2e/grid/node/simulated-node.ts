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
import { Deployments, type Kept } from './deployments.ts'
import { Host } from './host.ts'
import { InstallError, type Job } from './install/installer.ts'
import { inOrder, installerOf } from './install/installers.ts'
import { Queue } from './queue.ts'

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
    const { chain, register } = this.#around
    const said = refusal(deployment, sender, this.world, (twin) => chain.twin(twin)?.account, register)
    if (said) throw new Refusal(said)
    if (deployment.version !== 0) throw new Refusal('expected version to be 0 on deployment creation: invalid version')
    const kept = this.deployments.add(deployment)
    this.#queue.add(() => this.#install(kept))
  }

  /** The chain cancelled a contract: takes everything away, last things first, and forgets it. */
  cancelled(contractId: number): void {
    this.#queue.add(async () => {
      const kept = this.deployments.find(contractId)
      if (kept) await this.#uninstall(kept)
      this.deployments.forget(contractId)
      this.#around.usage.drop(this.id, contractId)
    })
  }

  async #install(kept: Kept): Promise<void> {
    const { deployment } = kept
    const contract = this.#around.chain.contract(deployment.contract_id as number)
    const problem = contractProblem(deployment, contract, this.id)
    for (const workload of inOrder(deployment.workloads)) {
      if (problem) kept.report(workload, 'error', problem)
      else await this.#installOne(kept, workload)
    }
  }

  async #installOne(kept: Kept, workload: Workload): Promise<void> {
    await this.#work(workload, 1)
    const installer = installerOf(workload.type)!
    const job = this.#job(kept, workload)
    try {
      const fault = this.#around.faults.takeWorkloadError(this.id, workload.type)
      if (fault) throw new InstallError(fault.message ?? installer.mishap(job))
      this.#checkMemory(workload)
      kept.report(workload, 'ok', '', installer.install(job))
      this.#account(kept)
    } catch (error) {
      const data = error instanceof InstallError ? error.data : null
      kept.report(workload, 'error', error instanceof Error ? error.message : String(error), data)
    }
  }

  async #uninstall(kept: Kept): Promise<void> {
    for (const workload of inOrder([...kept.workloads.values()]).reverse()) {
      if (workload.result.state !== 'ok') continue
      await this.#work(workload, 0.3)
      installerOf(workload.type)!.remove(this.#job(kept, workload))
      kept.report(workload, 'deleted', 'contract canceled event received')
    }
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
      neighbour: (other) => workloads.get(other),
    }
  }

  #isRented(): boolean {
    return [...this.#around.chain.contracts()].some(({ detail }) => detail.kind === 'rent' && detail.nodeId === this.id)
  }
}
