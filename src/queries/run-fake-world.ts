import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment } from '#domain/deployment/deployment.ts'
import { upgrade, upgradeProblem } from '#domain/deployment/upgrade.ts'
import { WireError, type Fault } from '#protocols/fault.ts'
import type { WorkloadReport } from '#protocols/node/deployment.ts'
import type { RunRecord } from './run-record.ts'
import type { World } from './run-world.ts'
import type { Call, Receipt, Signed, Step } from './transact.ts'

type Contract = { id: number; twinId: number; hash: string; nodeId?: number; name?: string }
type Held = { deployment: Deployment; history: WorkloadReport[] }

/** A page that is gone: nothing it asked for ever comes back. */
const never = new Promise<never>(() => undefined)

/**
 * A grid in memory for tests of runs, which outlives the pages that act on it. A page dies at its `dieAt`-th step, just
 * before or just after that was done.
 */
export class FakeGrid {
  contracts = new Map<number, Contract>()
  nodes = new Map<number, Held>()
  /** Transactions that a block has, by their hashes. */
  blocks = new Map<string, Receipt>()
  signatures = 0
  /** What the browser kept last. */
  kept: RunRecord | undefined
  /** Workloads that nodes cannot start, by name. */
  broken = new Map<string, string>()
  /** What is asked next fails so, by the name of the step. */
  faults: { step: keyof World; fault: Fault; done: boolean }[] = []
  #ids = 10
  #signed = new Map<string, Call[]>()

  readonly twinId: number

  constructor(twinId: number) {
    this.twinId = twinId
  }

  /** A deployment that was there before the run, and runs. */
  hold(nodeId: number, deployment: Deployment): void {
    const id = Number(deployment.contract_id)
    this.contracts.set(id, { id, twinId: this.twinId, hash: hash(deployment), nodeId })
    this.nodes.set(id, { deployment, history: deployment.workloads.map((one) => report(one, 'ok')) })
  }

  /** A page's way to this grid. */
  page(dieAt = Infinity, mode: 'before' | 'after' = 'before'): World & { steps: () => number } {
    let steps = 0
    const step = async <T>(name: keyof World, act: () => T | Promise<T>): Promise<T> => {
      const mine = ++steps
      if (mine > dieAt || (mine === dieAt && mode === 'before')) return never
      // As on a wire, nothing is answered at once.
      await new Promise((resolve) => setTimeout(resolve))
      const i = this.faults.findIndex((one) => one.step === name)
      const fault = i < 0 ? undefined : this.faults.splice(i, 1)[0]
      if (fault && !fault.done) throw new WireError(fault.fault)
      const done = await act()
      if (mine >= dieAt) return never
      if (fault) throw new WireError(fault.fault)
      return done
    }
    const through = async (calls: Call[], { hash: of }: Signed, onStep: (step: Step) => void) => {
      const receipt = await step('submit', () => this.#include(of, calls))
      const { blockNumber: block, fee } = receipt
      onStep({ step: 'in-block', hash: of, block, fee, refusal: undefined })
      void step('pause', () => onStep({ step: 'final', hash: of, block }))
      return receipt
    }
    return {
      steps: () => steps,
      now: () => Date.now(),
      pause: () => step('pause', () => undefined),
      keep: (record) => step('keep', () => void (this.kept = structuredClone(record))),
      submit: async (calls, onStep, keep) => {
        const signed = await step('sign', () => this.#sign(calls))
        await keep(signed)
        return through(calls, signed, onStep)
      },
      retrace: (signed, _, calls, onStep) => through(calls, signed, onStep),
      contractFor: (nodeId, of) =>
        step(
          'contractFor',
          () => [...this.contracts.values()].find((one) => one.nodeId === nodeId && one.hash === of)?.id,
        ),
      contractById: (id) => step('contractById', () => this.contracts.get(id)),
      nameContract: (name) => step('nameContract', () => [...this.contracts.values()].find((one) => one.name === name)),
      sign: () => step('sign', () => ({ signature: new Uint8Array(64), type: 'sr25519' })),
      deploy: (_, signed) => step('deploy', () => this.#deploy(signed)),
      update: (_, signed) => step('update', () => this.#update(signed)),
      held: (_, id) => step('held', () => this.#held(id)),
      changes: (_, id) => step('changes', () => this.#changes(id)),
    }
  }

  #sign(calls: Call[]): Signed {
    const of = `0x${++this.signatures}`
    this.#signed.set(of, calls)
    return { hash: of, bytes: '0x', block: 1 }
  }

  #include(of: string, calls: Call[]): Receipt {
    const known = this.blocks.get(of)
    if (known) return known
    const receipt: Receipt = { blockNumber: 42, extrinsicHash: of, fee: 13n, contracts: [], names: [] }
    for (const call of calls) this.#do(call, receipt)
    this.blocks.set(of, receipt)
    return receipt
  }

  #do(call: Call, { contracts, names }: Receipt): void {
    const id = ++this.#ids
    const common = { id, twinId: this.twinId }
    if (call.call === 'create-node-contract') {
      this.contracts.set(id, { ...common, hash: call.hash, nodeId: call.nodeId })
      contracts.push({ id, nodeId: call.nodeId, hash: call.hash })
    } else if (call.call === 'create-name-contract') {
      this.contracts.set(id, { ...common, hash: '', name: call.name })
      names.push({ id, name: call.name })
    } else if (call.call === 'update-node-contract') this.contracts.get(call.contractId)!.hash = call.hash
    else if (call.call === 'cancel-contract') {
      this.contracts.delete(call.contractId)
      this.nodes.delete(call.contractId)
    }
  }

  #deploy(deployment: Deployment): void {
    const id = Number(deployment.contract_id)
    if (this.nodes.has(id)) throw refused('exists')
    this.nodes.set(id, { deployment, history: [] })
    this.#install(id, deployment)
  }

  #update(deployment: Deployment): void {
    const id = Number(deployment.contract_id)
    const held = this.#held(id)!
    const problem = upgradeProblem(held, deployment)
    if (problem) throw refused(problem)
    const { history } = this.nodes.get(id)!
    history.push(...upgrade(held, deployment).removals.map((one) => report(one, 'deleted', 'deleted by an update')))
    this.nodes.set(id, { deployment, history })
    this.#install(id, deployment, held)
  }

  /** A disk that failed is as asked already, and stays failed: only what is not there yet is made. */
  #install(id: number, deployment: Deployment, before?: Deployment): void {
    const { history } = this.nodes.get(id)!
    const matches = this.contracts.get(id)?.hash === hash(deployment)
    for (const one of deployment.workloads.filter(({ version }) => version === deployment.version)) {
      const there = before?.workloads.find(({ name }) => name === one.name)?.result
      const message = matches ? this.broken.get(one.name) : 'contract hash does not match deployment hash'
      if (there?.state === 'error') history.push(report(one, 'error', there.message))
      else if (message === undefined) history.push(report(one, 'ok'))
      else history.push(report(one, there ? 'unchanged' : 'error', message))
    }
  }

  /** As nodes tell it: each workload as it stands, failed ones too. */
  #held(id: number): Deployment | undefined {
    const known = this.nodes.get(id)
    if (!known) return undefined
    const { deployment, history } = known
    const names = [...new Set(history.map(({ name }) => name))]
    const workloads = names.flatMap(
      (name) => history.findLast((one) => one.name === name && one.result.state !== 'unchanged') ?? [],
    )
    return { ...deployment, workloads: workloads.filter(({ result }) => result.state !== 'deleted') }
  }

  #changes(id: number): WorkloadReport[] {
    const held = this.nodes.get(id)
    if (!held) throw refused('deployment not found')
    return held.history
  }
}

const refused = (reason: string) => new WireError({ kind: 'refused', where: 'Node 7', reason })

const report = (workload: Deployment['workloads'][number], state: string, message = ''): WorkloadReport =>
  ({ ...workload, result: { created: 0, state, message, data: { ip: '10.20.2.2' } } }) as WorkloadReport
