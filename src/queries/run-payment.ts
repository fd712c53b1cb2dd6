import { hash } from '#domain/deployment/challenge.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import { isUp, type Effect } from '#domain/deployment/run.ts'
import type { Made } from '#domain/deployment/run-events.ts'
import { awaited, filled, type Results } from '#domain/plan/awaited.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { isMachine } from '#domain/plan/references.ts'
import { WireError, type Fault } from '#protocols/fault.ts'
import { callsFor } from './run-calls.ts'
import type { Steps } from './run-world.ts'
import { isKeyFault } from './silence.ts'
import type { Call, Receipt, Step } from './transact.ts'

type PaymentEffect = Extract<Effect, { payment: number }>
type Begin = (onStep: (step: Step) => void) => Promise<Receipt>

const pauseMs = 3_000

/** What a run does on the chain: one signature for each payment, seen through until its block is final. */
export class PaymentSteps {
  readonly #steps: Steps

  constructor(steps: Steps) {
    this.#steps = steps
  }

  perform = ({ do: what, payment }: PaymentEffect): Promise<void> =>
    what === 'sign' ? this.#sign(payment) : this.#follow(payment)

  /**
   * What went wrong with a payment. It is signed anew only once the old transaction is known to be in no block; one that a
   * pool lost may still come from another.
   */
  async failed(payment: number, error: unknown, words: { title: string; what: string }): Promise<void> {
    const { emit, record, world } = this.#steps
    const fault = error instanceof WireError ? error.fault : undefined
    const wasSent = record().run.payments[payment]!.signed !== undefined
    if (wasSent && fault?.kind === 'transaction') return this.#doubt(payment, fault, words)
    if (!wasSent || (fault && isDead(fault))) await emit({ kind: 'died', payment, at: 'chain', ...words })
    else if (fault?.kind === 'unreachable' || fault?.kind === 'silent') await world.pause(pauseMs)
    else await emit({ kind: 'lost-sight', payment, ...words })
  }

  /** The chain is asked itself before a transaction is believed to be lost. While it says nothing it is followed on. */
  async #doubt(payment: number, fault: Fault, words: { title: string; what: string }): Promise<void> {
    const { emit, world } = this.#steps
    const found = await this.#lookUp(payment).catch(() => null)
    if (found) {
      await emit({ kind: 'included', payment, ...found })
      await emit({ kind: 'final', payment })
    } else if (found === undefined && isDead(fault)) await emit({ kind: 'died', payment, at: 'chain', ...words })
    else await world.pause(pauseMs)
  }

  async #sign(payment: number): Promise<void> {
    const { emit, record, world } = this.#steps
    const planned = this.#filled(payment)
    const inPlan = planned.flatMap(({ deployment }) => deployment.workloads)
    const lacking = this.#parts(payment)
      .flatMap((i) => planned[i]!.deployment.workloads)
      .map((one) => ({ name: one.name, lacks: lacks(one, inPlan) }))
      .find((one) => one.lacks.length > 0)
    if (lacking) return emit({ kind: 'died', payment, at: 'fill', ...unfilled(lacking) })

    const { run } = record()
    const updates = this.#parts(payment).filter((i) => run.parts[i]!.update && run.parts[i]!.restores === undefined)
    const names = run.names.filter((one) => one.payment === payment)
    const [before, holders] = await Promise.all([
      Promise.all(updates.map(async (i) => [i, (await world.contractById(run.parts[i]!.contractId!))?.hash] as const)),
      Promise.all(names.map(({ name }) => world.nameContract(name))),
    ])
    const held = names.flatMap(({ name }, i) => (holders[i]?.twinId === this.#twinId ? name : []))
    const calls = this.#calls(
      payment,
      planned,
      names.flatMap(({ name }) => (held.includes(name) ? [] : name)),
    )
    await emit(
      {
        kind: 'prepared',
        payment,
        hashes: this.#parts(payment).map((i) => [i, hash(planned[i]!.deployment)]),
        before: before.flatMap(([i, known]): [number, string][] => (known === undefined ? [] : [[i, known]])),
        held,
      },
      { planned, calls: put(record().calls, payment, calls, []) },
    )
    await this.#seeThrough(payment, (onStep) =>
      world.submit(calls, onStep, async (signed) => {
        // While the wallet was open somebody undid the run.
        if (!this.#steps.isDue({ do: 'sign', payment })) throw new WireError({ kind: 'rejected', where: 'this page' })
        await emit(
          { kind: 'signed', payment, hash: signed.hash },
          { signed: put(record().signed, payment, signed, null) },
        )
      }),
    )
  }

  async #follow(payment: number): Promise<void> {
    const { emit, record, world } = this.#steps
    const { signed: when, inBlock } = record().run.payments[payment]!
    const signed = record().signed[payment]!
    const found = await this.#lookUp(payment)
    if (found) await emit({ kind: 'included', payment, ...inBlockOf(inBlock), ...found })
    else if (inBlock) await emit({ kind: 'retracted', payment })
    try {
      await this.#seeThrough(payment, (onStep) => world.retrace(signed, when!.at, record().calls[payment]!, onStep))
    } catch (error) {
      // Blocks that are long gone by are not told any more; what they made stands.
      if (isKeyFault(error) || !(await this.#lookUp(payment))) throw error
      await emit({ kind: 'final', payment })
    }
  }

  /** Resolves when its block is final. */
  #seeThrough(payment: number, begin: Begin): Promise<void> {
    const { emit } = this.#steps
    return new Promise((resolve, reject) => {
      let retracted = false
      const onStep = (step: Step) => {
        if (step.step === 'final') void emit({ kind: 'final', payment }).then(resolve)
        else if (step.step === 'retracted') {
          retracted = true
          void emit({ kind: 'retracted', payment })
        } else if (step.step === 'in-block' && retracted) {
          retracted = false
          void this.#lookUp(payment).then(
            (found) => found && emit({ kind: 'included', payment, blockNumber: step.block, fee: step.fee, ...found }),
            reject,
          )
        } else if (step.step === 'lost')
          reject(new WireError({ kind: 'transaction', where: 'TFChain', hash: step.hash, outcome: step.outcome }))
      }
      begin(onStep).then(
        ({ blockNumber, fee, contracts, names }) =>
          emit({ kind: 'included', payment, blockNumber, fee, contracts, names }),
        reject,
      )
    })
  }

  /** What a payment made, when the chain shows all of it; `undefined` when it does not. */
  async #lookUp(payment: number): Promise<Pick<Made, 'contracts' | 'names'> | undefined> {
    const { record, world } = this.#steps
    const { run } = record()
    const { cancels, rehashes } = run.payments[payment]!
    // What a later version is in a block for has another hash by now.
    const isPast = (i: number) =>
      run.parts.some(
        (one, k) => k > i && one.contractId === run.parts[i]!.contractId && run.payments[one.payment]?.inBlock,
      )
    const parts = this.#parts(payment).flatMap((i) => (run.parts[i]!.update && isPast(i) ? [] : run.parts[i]!))
    const names = run.names.filter((one) => one.payment === payment && !one.held)
    const [ended, hashes, contracts, named] = await Promise.all([
      Promise.all(cancels.map((id) => world.contractById(id))),
      Promise.all(
        [
          ...rehashes,
          ...parts.flatMap(({ update, contractId, hash }) => (update ? { contractId: contractId!, hash } : [])),
        ].map(async ({ contractId, hash }) => (await world.contractById(contractId))?.hash === hash),
      ),
      Promise.all(
        parts.flatMap(({ update, nodeId, hash }) =>
          update ? [] : world.contractFor(nodeId, hash).then((id) => ({ id, nodeId, hash })),
        ),
      ),
      Promise.all(names.map(async ({ name }) => ({ name, contract: await world.nameContract(name) }))),
    ])
    const all =
      ended.every((one) => one === undefined) &&
      hashes.every(Boolean) &&
      contracts.every(({ id }) => id !== undefined) &&
      named.every(({ contract }) => contract?.twinId === this.#twinId)
    if (!all) return undefined
    return {
      contracts: contracts.map(({ id, nodeId, hash }) => ({ id: id!, nodeId, hash })),
      names: named.map(({ name, contract }) => ({ id: contract!.id, name })),
    }
  }

  #parts = (payment: number): number[] =>
    this.#steps.record().run.parts.flatMap((part, i) => (part.payment === payment ? i : []))

  get #twinId(): number | undefined {
    return this.#steps.record().planned[0]?.deployment.twin_id
  }

  /** The plan with what is known by now in the places that waited for it. */
  #filled(payment: number): Planned[] {
    const { run, planned } = this.#steps.record()
    const results: Results = new Map(
      run.parts.filter(isUp).flatMap(({ workloads }) => workloads.map(({ name, data }) => [name, data])),
    )
    return planned.map((one, i) =>
      run.parts[i]?.payment === payment ? { ...one, deployment: filled(one.deployment, results) } : one,
    )
  }

  #calls(payment: number, planned: Planned[], names: string[]): Call[] {
    const { cancels, rehashes } = this.#steps.record().run.payments[payment]!
    return [
      ...callsFor(
        this.#parts(payment).map((i) => planned[i]!),
        names,
        cancels,
      ),
      ...rehashes.map(({ contractId, hash, part }): Call => {
        return { call: 'update-node-contract', contractId, hash, data: planned[part]!.contractData }
      }),
    ]
  }
}

/** It is in no block, and no block will take it any more. */
const isDead = (fault: Fault): boolean =>
  fault.kind === 'transaction'
    ? fault.outcome === 'expired' || fault.outcome === 'usurped'
    : fault.kind === 'refused' || fault.kind === 'unfunded'

/** In the environment of a machine a text that names nothing of the plan is the machine's own. */
const lacks = (workload: Workload, inPlan: readonly Workload[]): string[] =>
  awaited(workload).filter((of) => !isMachine(workload) || inPlan.some(({ name }) => name === of))

const unfilled = (one: { name: string; lacks: string[] }) => ({
  title: `${one.name} has nowhere to lead to`,
  what: `It needs an address that ${one.lacks.join(' and ')} did not get.`,
})

const inBlockOf = (known: { number?: number; fee?: bigint } | undefined) => ({
  ...(known?.number !== undefined && { blockNumber: known.number }),
  ...(known?.fee !== undefined && { fee: known.fee }),
})

/** The list with `one` at its place `i`, and `gap` in places before it that are still empty. */
const put = <T>(list: readonly T[], i: number, one: T, gap: T): T[] =>
  Array.from({ length: Math.max(list.length, i + 1) }, (_, k) => (k === i ? one : (list[k] ?? gap)))
