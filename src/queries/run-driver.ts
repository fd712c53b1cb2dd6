import { isOver, isUnclear, todo, undoing, type Effect, type Run } from '#domain/deployment/run.ts'
import { next, type RunEvent } from '#domain/deployment/run-events.ts'
import { undoOf } from '#domain/deployment/run-undo.ts'
import { explain } from './explain.ts'
import { NodeSteps } from './run-node.ts'
import { PaymentSteps } from './run-payment.ts'
import type { RunRecord } from './run-record.ts'
import type { Steps, World } from './run-world.ts'
import { isKeyFault } from './silence.ts'

/**
 * Does what a run has to do, all that can be done at the same time at once, until nothing is left or a person has to
 * decide. Each step is written down before it is taken, so that another page can go on from any of them.
 */
export class RunDriver {
  record: RunRecord
  /** Nothing goes on before the account's key is unlocked. */
  locked = false
  /** Does the browser keep it? */
  kept = true
  readonly #world: World
  readonly #changed: () => void
  readonly #busy = new Set<string>()
  readonly #payments: PaymentSteps
  readonly #nodes: NodeSteps
  #writing: Promise<void> = Promise.resolve()
  /** What a person asked for, which waits for the key. */
  #wish: (() => Promise<void>) | undefined

  constructor(record: RunRecord, world: World, changed: () => void) {
    this.record = record
    this.#world = world
    this.#changed = changed
    const steps: Steps = {
      world,
      record: () => this.record,
      emit: (event, change) => this.#emit(event, change),
      isDue: (effect) => todo(this.#run).some((one) => keyOf(one) === keyOf(effect) && one.do === effect.do),
    }
    this.#payments = new PaymentSteps(steps)
    this.#nodes = new NodeSteps(steps)
  }

  get isOver(): boolean {
    return isOver(this.#run) && this.#busy.size === 0
  }

  /** Begins what is to be done and is not under way. */
  pump(): void {
    if (this.locked) return
    for (const effect of todo(this.#run)) {
      const key = keyOf(effect)
      if (this.#busy.has(key)) continue
      this.#busy.add(key)
      void this.#perform(effect).finally(() => {
        this.#busy.delete(key)
        this.#changed()
        this.pump()
      })
    }
  }

  /** Another page began it. */
  async resume(): Promise<void> {
    await this.#emit({ kind: 'returned', byWallet: this.record.who.by === 'wallet' })
    this.pump()
  }

  unlocked(): void {
    this.locked = false
    this.#changed()
    const wish = this.#wish
    this.#wish = undefined
    if (wish) void wish().catch(() => undefined)
    else this.pump()
  }

  /** Lets go on what stopped. @throws WireError when a node has to tell first what it holds, and does not */
  async retry(): Promise<void> {
    const further = undoing(this.#run) ? [] : await this.#unlessLocked(this.#nodes.further(), () => this.retry())
    if (!further) return
    await this.#emit(
      { kind: 'retried', parts: further.map(({ part }) => part) },
      { planned: [...this.record.planned, ...further.map(({ planned }) => planned)] },
    )
    this.pump()
  }

  /** What nodes answer; `undefined` when the key is locked, and the wish waits for it. */
  async #unlessLocked<T>(answer: Promise<T>, wish: () => Promise<void>): Promise<T | undefined> {
    try {
      return await answer
    } catch (error) {
      if (!isKeyFault(error)) throw error
      this.#wish = wish
      this.locked = true
      this.#changed()
      return undefined
    }
  }

  /** Takes back what the run made. @throws WireError when a node has to tell first what it holds, and does not */
  async undo(): Promise<void> {
    if (isUnclear(this.#run)) return
    await this.#nodes.findOutWhatIsHeld()
    const { payment, parts, planned } = undoOf(this.#run, this.record.planned)
    const standing = await Promise.all(payment.cancels.map((id) => this.#world.contractById(id)))
    const cancels = payment.cancels.filter((_, i) => standing[i])
    const nothing = cancels.length + payment.rehashes.length + parts.length === 0
    const done = nothing && { inBlock: { at: this.#world.now() }, final: true }
    await this.#emit(
      { kind: 'undo', payment: { ...payment, cancels, ...done }, parts },
      { planned: [...this.record.planned, ...planned] },
    )
    this.pump()
  }

  get #run(): Run {
    return this.record.run
  }

  async #perform(effect: Effect): Promise<void> {
    try {
      if ('payment' in effect) await this.#payments.perform(effect)
      else await this.#nodes.perform(effect)
    } catch (error) {
      if (isKeyFault(error)) {
        this.locked = true
        this.#changed()
        return
      }
      const { title, what } = explain(error)
      if ('part' in effect) await this.#emit({ kind: 'stopped', part: effect.part, at: 'send', title, what })
      else await this.#payments.failed(effect.payment, error, { title, what })
    }
  }

  #emit(event: RunEvent, change: Partial<RunRecord> = {}): Promise<void> {
    this.record = { ...this.record, ...change, run: next(this.#run, event, this.#world.now()) }
    this.#changed()
    this.pump()
    const { record } = this
    this.#writing = this.#writing.then(() => this.#world.keep(record)).catch(() => void (this.kept = false))
    return this.#writing
  }
}

const keyOf = (effect: Effect) => ('payment' in effect ? `payment ${effect.payment}` : `part ${effect.part}`)
