import { add } from '#domain/capacity.ts'
import type { Deployment } from '#domain/deployment/deployment.ts'
import { upgrade, upgradeProblem } from '#domain/deployment/upgrade.ts'
import { reserve } from '#domain/reserve.ts'
import type { Chain } from '../chain/chain.ts'
import type { Faults } from '../faults.ts'
import type { Register } from '../kyc/register.ts'
import { Refusal } from '../relay/peer.ts'
import type { Usage } from '../usage.ts'
import type { WorldNode } from '../world/nodes.ts'
import type { ChainReader } from './chain-view.ts'
import { contractProblem, hashProblem, refusal } from './checks.ts'
import { Deployments, type Kept } from './deployments.ts'
import { Host } from './host.ts'
import { lostNames } from './install/names.ts'
import { Queue } from './queue.ts'
import { Worker } from './worker.ts'

/** What a node needs of the grid around it. */
export type Surroundings = {
  chain: ChainReader & Pick<Chain, 'twin' | 'reportResources'>
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
  readonly #worker: Worker
  readonly #around: Surroundings

  constructor(world: WorldNode, around: Surroundings) {
    this.world = world
    this.#around = around
    this.host = new Host(world, add(reserve(world.chain.resources), around.usage.of(world.chain.id)))
    this.#worker = new Worker(world, this.host, this.deployments, around)
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
    this.#agreed(kept, deployment, () => this.#worker.install(kept, deployment.workloads))
  }

  /** Takes a deployment's next version. What it says of itself holds at once, its workloads follow. @throws Refusal */
  update(deployment: Deployment, sender: number): void {
    this.#check(deployment, sender)
    const kept = this.deployments.of(sender, Number(deployment.contract_id))
    if (!kept) throw new Refusal('deployment not found: deployment does not exist')
    const held = { version: kept.deployment.version, workloads: [...kept.workloads.values()] }
    const problem = upgradeProblem(held, deployment)
    if (problem) throw new Refusal(problem)
    const steps = upgrade(held, deployment)
    kept.deployment = deployment
    this.#agreed(kept, deployment, () => this.#worker.upgrade(kept, steps))
  }

  /** The chain ended a contract: takes everything away, last things first, and forgets it. */
  cancelled(contractId: number): void {
    this.#end(contractId, 'contract canceled event received')
  }

  /** The contract's owner ran out of money, or paid. */
  grace(contractId: number, started: boolean): void {
    this.#queue.add(async () => {
      const kept = this.deployments.find(contractId)
      if (kept) this.#worker[started ? 'pause' : 'resume'](kept)
    })
  }

  /**
   * Takes away gateways whose names are no longer their owners'. Real nodes look every hour.
   *
   * Source: zosbase pkg/gateway/gateway.go validateNameContracts, pkg/provision/engine.go DecommissionCached
   */
  checkNames(): void {
    this.#queue.add(async () => {
      for (const { contract, name, problem } of lostNames(this.world, this.host, this.#around.chain)) {
        const kept = this.deployments.find(contract)
        const workload = kept?.workloads.get(name)
        if (!kept || !workload) continue
        await this.#worker.remove(kept, [workload], `workload decommissioned by system, reason: ${problem}`)
        this.#tellChain(kept)
      }
    })
  }

  /**
   * Starts anew and installs all that was there, whatever the hash in its contract; then looks on the chain what it missed.
   *
   * Source: zosbase pkg/provision/engine.go boot; zos cmds/modules/provisiond/events.go sync
   */
  reboot(): void {
    this.#queue.add(async () => {
      this.#worker.reboot()
      for (const kept of this.deployments.all().filter(({ isAlive }) => isAlive)) {
        const problem = contractProblem(this.#around.chain.contract(Number(kept.deployment.contract_id)))
        if (problem) kept.fail(problem)
        else await this.#worker.install(kept, [...kept.workloads.values()])
      }
      for (const { deployment, isPaused } of this.deployments.all()) {
        const id = Number(deployment.contract_id)
        const contract = this.#around.chain.contract(id)
        if (!contract) this.#end(id, 'contract not active on chain')
        else if ((contract.state === 'GracePeriod') !== isPaused) this.grace(id, !isPaused)
      }
    })
  }

  /** Resolves once nothing is left to do. */
  idle(): Promise<void> {
    return this.#queue.empty()
  }

  #end(contractId: number, reason: string): void {
    this.#queue.add(async () => {
      const kept = this.deployments.find(contractId)
      if (kept) await this.#worker.remove(kept, [...kept.workloads.values()], reason)
      this.deployments.forget(contractId)
      this.#around.usage.drop(this.id, contractId)
    })
  }

  #check(deployment: Deployment, sender: number): void {
    const { chain, register } = this.#around
    const said = refusal(deployment, sender, this.world, (twin) => chain.twin(twin)?.account, register)
    if (said) throw new Refusal(said)
  }

  /** Does the work when its turn comes, if the contract is for this deployment; otherwise all workloads fail. */
  #agreed(kept: Kept, deployment: Deployment, work: () => Promise<void>): void {
    this.#queue.add(async () => {
      const contract = this.#around.chain.contract(Number(deployment.contract_id))
      const problem = contractProblem(contract) ?? hashProblem(deployment, contract!, this.id)
      if (problem) return kept.fail(problem)
      await work()
      this.#tellChain(kept)
    })
  }

  /** What the contract uses from now on, for it is paid by that. Source: zos cmds/modules/provisiond/cap.go */
  #tellChain({ used, deployment }: Kept): void {
    void this.#around.chain.reportResources(Number(deployment.contract_id), used)
  }
}
