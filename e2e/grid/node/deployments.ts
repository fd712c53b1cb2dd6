import type { Deployment, ResultState, Workload } from '#domain/deployment/deployment.ts'
import { Refusal } from '../relay/peer.ts'

export type Report = Workload & { result: NonNullable<Workload['result']> }

/** One deployment as the node keeps it: what was asked, how each workload stands, and all that ever happened to them. */
export class Kept {
  deployment: Deployment
  readonly workloads = new Map<string, Report>()
  readonly history: Report[] = []

  constructor(deployment: Deployment) {
    this.deployment = deployment
    for (const workload of deployment.workloads) this.report(workload, 'init')
  }

  report(workload: Workload, state: ResultState, message = '', data: unknown = null): void {
    const result = { created: Math.floor(Date.now() / 1000), state, message, data }
    const report = { ...workload, result } as Report
    this.history.push(report)
    // What an update left unchanged goes on as it was; only the history tells of the attempt.
    if (state === 'deleted') this.workloads.delete(workload.name)
    else if (state !== 'unchanged') this.workloads.set(workload.name, report)
  }

  /** Workloads come in no order, for the node walks a Go map. The expiration is not kept. */
  toJson(): Deployment {
    const workloads = [...this.workloads.values()].sort(() => Math.random() - 0.5)
    return { ...this.deployment, expiration: 0, workloads }
  }

  get isAlive(): boolean {
    return [...this.workloads.values()].some(({ result }) => !['error', 'deleted'].includes(result.state))
  }
}

/** All deployments of a node. Source: zosbase pkg/provision/storage/storage.go */
export class Deployments {
  readonly #byContract = new Map<number, Kept>()

  /** @throws Refusal when the contract is here already or a network of that name is */
  add(deployment: Deployment): Kept {
    if (this.#byContract.has(deployment.contract_id as number)) throw new Refusal('exists')
    for (const { type, name } of deployment.workloads)
      if (type === 'network' && this.#hasNetwork(deployment.twin_id, name))
        throw new Refusal(`global workload with the same name '${name}' exists: conflict`)
    const kept = new Kept(deployment)
    this.#byContract.set(deployment.contract_id as number, kept)
    return kept
  }

  /** `undefined` also when it is another twin's. */
  of(twin: number, contractId: number): Kept | undefined {
    const kept = this.#byContract.get(contractId)
    return kept?.deployment.twin_id === twin ? kept : undefined
  }

  find(contractId: number): Kept | undefined {
    return this.#byContract.get(contractId)
  }

  forget(contractId: number): void {
    this.#byContract.delete(contractId)
  }

  all(): Kept[] {
    return [...this.#byContract.values()]
  }

  #hasNetwork(twin: number, name: string): boolean {
    return this.all()
      .filter(({ deployment }) => deployment.twin_id === twin)
      .some(({ workloads }) => workloads.get(name)?.type === 'network')
  }
}
