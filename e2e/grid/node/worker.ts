import { setTimeout as sleep } from 'node:timers/promises'
import type { Workload } from '#domain/deployment/deployment.ts'
import type { Upgrade } from '#domain/deployment/upgrade.ts'
import { reserve } from '#domain/reserve.ts'
import { capacity } from '#domain/workloads/workload.ts'
import type { Faults } from '../faults.ts'
import type { Usage } from '../usage.ts'
import type { WorldNode } from '../world/nodes.ts'
import { chainView, type ChainReader } from './chain-view.ts'
import { isOkay, type Deployments, type Kept, type Report } from './deployments.ts'
import type { Host } from './host.ts'
import { InstallError, NoActionNeeded, Unchanged } from './install/install-error.ts'
import type { Job } from './install/installer.ts'
import { installerOf } from './install/installers.ts'
import { StartupOrder } from './startup-order.ts'

export type WorkerOptions = {
  chain: ChainReader
  usage: Usage
  faults: Faults
  /** Roughly how many ms a workload takes to install. */
  pace: number
}

/** Sets workloads up and takes them away, one after the other. Source: zosbase pkg/provision/engine.go */
export class Worker {
  readonly #node: WorldNode
  readonly #host: Host
  readonly #deployments: Deployments
  readonly #options: WorkerOptions
  #order = new StartupOrder()

  constructor(node: WorldNode, host: Host, deployments: Deployments, options: WorkerOptions) {
    this.#node = node
    this.#host = host
    this.#deployments = deployments
    this.#options = options
  }

  reboot(): void {
    this.#host.reboot()
    this.#order = new StartupOrder()
  }

  async install(kept: Kept, workloads: readonly Workload[]): Promise<void> {
    for (const workload of this.#order.bySize(workloads)) await this.#install(kept, workload)
  }

  async upgrade(kept: Kept, { removals, additions, changes }: Upgrade<Report>): Promise<void> {
    await this.remove(kept, removals, 'deleted by an update')
    for (const workload of this.#order.byType([...additions, ...changes]))
      await (additions.includes(workload) ? this.#install(kept, workload) : this.#update(kept, workload))
  }

  /** Takes workloads away, last things first, failed ones too. */
  async remove(kept: Kept, workloads: readonly Report[], reason: string): Promise<void> {
    for (const workload of this.#order.byType(workloads).toReversed()) {
      await this.#work(workload, isOkay(workload) ? 0.3 : 0)
      installerOf(workload.type).remove(this.#job(kept, workload))
      kept.report(workload, 'deleted', reason)
    }
    this.#account(kept)
  }

  /** Freezes all that runs; its results stay. Source: pkg/provision/provisiner.go Pause */
  pause(kept: Kept): void {
    for (const workload of this.#order.byType([...kept.workloads.values()]).toReversed())
      if (workload.result.state === 'ok') kept.report(workload, 'paused', 'paused', workload.result.data)
  }

  resume(kept: Kept): void {
    for (const workload of this.#order.byType([...kept.workloads.values()]))
      if (workload.result.state === 'paused') kept.report(workload, 'ok', '', workload.result.data)
  }

  /** Failed workloads are not tried again. */
  async #install(kept: Kept, workload: Workload): Promise<void> {
    const current = kept.workloads.get(workload.name)
    if (current?.result.state === 'error') return
    if (!current) {
      // The node notes it in its log and nowhere else.
      if (this.#deployments.conflict(kept.deployment.twin_id, workload)) return
      kept.report(workload, 'init')
    }
    await this.#work(workload, 1)
    this.#attempt(kept, workload, (job) => {
      this.#checkMemory(kept, workload)
      return installerOf(workload.type).install(job)
    })
  }

  async #update(kept: Kept, workload: Workload): Promise<void> {
    await this.#work(workload, 1)
    // A disk or a database that cannot be changed goes on as it was.
    const Failed = ['zmount', 'zdb'].includes(workload.type) ? Unchanged : InstallError
    const attempt = (job: Job<Workload['type']>) => {
      try {
        return installerOf(workload.type).update!(job)
      } catch (error) {
        if (!(error instanceof NoActionNeeded)) throw error
        const { state, message, data } = job.current.result
        kept.report(workload, state, message, data)
        throw error
      }
    }
    this.#attempt(kept, workload, attempt, Failed)
  }

  #attempt(
    kept: Kept,
    workload: Workload,
    work: (job: Job<Workload['type']>) => unknown,
    Failed: typeof InstallError = InstallError,
  ): void {
    const job = this.#job(kept, workload)
    try {
      const fault = this.#options.faults.takeWorkloadError(this.#node.chain.id, workload.type, workload.name)
      if (fault) throw new Failed(fault.message ?? installerOf(workload.type).mishap(job))
      kept.report(workload, 'ok', '', work(job))
    } catch (error) {
      if (error instanceof NoActionNeeded) return
      const { message, data } = error instanceof InstallError ? error : new InstallError(String(error))
      kept.report(workload, error instanceof Unchanged ? 'unchanged' : 'error', message, data)
    } finally {
      this.#account(kept)
    }
  }

  /** Takes as long as such a workload does, give or take a third. */
  async #work({ type, name }: Workload, part: number): Promise<void> {
    const delay = this.#options.faults.takeWorkloadDelay(this.#node.chain.id, name)
    await sleep(delay + this.#options.pace * installerOf(type).effort * part * (0.67 + Math.random() * 0.66))
  }

  /** The workload itself does not count, it may run already. Source: pkg/primitives/statistics.go hasEnoughCapacity */
  #checkMemory(kept: Kept, workload: Workload): void {
    const { id, resources } = this.#node.chain
    const current = kept.workloads.get(workload.name)
    const own = current && isOkay(current) ? capacity(current).mru : 0
    const needed = capacity(workload).mru
    const usable = resources.mru - reserve(resources).mru - this.#options.usage.of(id).mru + own
    if (needed > usable)
      throw new InstallError(
        `failed to satisfy required capacity: cannot fulfil required memory size ${needed} bytes out of usable ${usable} bytes`,
      )
  }

  #account(kept: Kept): void {
    this.#options.usage.set(this.#node.chain.id, Number(kept.deployment.contract_id), kept.used)
  }

  #job({ deployment, workloads }: Kept, { name, data }: Workload): Job<Workload['type']> {
    const { id: nodeId, farmId } = this.#node.chain
    const contractId = Number(deployment.contract_id)
    return {
      id: `${deployment.twin_id}-${contractId}-${name}`,
      twin: deployment.twin_id,
      name,
      data,
      current: workloads.get(name)!,
      host: this.#host,
      node: this.#node,
      chain: chainView(this.#options.chain, nodeId, farmId, contractId),
      neighbours: [...workloads.values()],
    }
  }
}
