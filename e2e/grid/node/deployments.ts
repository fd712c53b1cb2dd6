import { add, none, type Capacity } from '#domain/capacity.ts'
import type { Deployment, ResultState, Workload } from '#domain/deployment/deployment.ts'
import { capacity } from '#domain/workloads/workload.ts'
import { Refusal } from '../relay/peer.ts'

export type Report = Workload & { result: NonNullable<Workload['result']> }

/** Runs, or would if it were paid for. Source: zosbase pkg/gridtypes/workload.go IsOkay */
export const isOkay = ({ result }: Report): boolean => result.state === 'ok' || result.state === 'paused'

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

  /** In the order in which it was signed, which its hash goes by. */
  get standing(): Deployment {
    const { deployment, workloads } = this
    return { ...deployment, workloads: deployment.workloads.map((one) => workloads.get(one.name) ?? one) }
  }

  /** Nothing of it is as it should be: its contract is not for it. */
  fail(message: string): void {
    for (const workload of this.workloads.values()) this.report(workload, 'error', message)
  }

  /** What its workloads take, for which its contract pays. */
  get used(): Capacity {
    return [...this.workloads.values()]
      .filter(isOkay)
      .map((workload) => capacity(workload))
      .reduce(add, none)
  }

  get isPaused(): boolean {
    return [...this.workloads.values()].some(({ result }) => result.state === 'paused')
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
    for (const workload of deployment.workloads) {
      const conflict = this.conflict(deployment.twin_id, workload)
      if (conflict) throw new Refusal(conflict)
    }
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

  /** What the node says when another network of the twin has that name: deployments share them. */
  conflict(twin: number, { type, name }: Workload): string | undefined {
    if (!isNetwork(type)) return undefined
    const taken = this.all()
      .filter(({ deployment }) => deployment.twin_id === twin)
      .some(({ workloads }) => isNetwork(workloads.get(name)?.type))
    return taken ? `global workload with the same name '${name}' exists: conflict` : undefined
  }
}

const isNetwork = (type: Workload['type'] | undefined) => type === 'network' || type === 'network-light'
