import { bytesToHex } from '@noble/hashes/utils.js'
import type { Deployment } from '#domain/deployment/deployment.ts'
import { partsInPlay, type Effect, type Part } from '#domain/deployment/run.ts'
import { next } from '#domain/deployment/run-events.ts'
import type { Report } from '#domain/deployment/run-reports.ts'
import { furtherOf, type Further } from '#domain/deployment/run-retry.ts'
import { messageToSign } from '#domain/deployment/signing.ts'
import { WireError } from '#protocols/fault.ts'
import type { Steps } from './run-world.ts'
import { isKeyFault, isRelayRefusal, isSilence } from './silence.ts'

type NodeEffect = Extract<Effect, { part: number }>

/** Pauses before a node that did not take a deployment is asked again, and between looks whether it holds it. */
const sendPausesMs = [1_000, 2_000, 4_000]
const lookMs = 5_000
/** A node that was told to end a network forgets it a moment later. */
const conflictPausesMs = [500, 1_000, 2_000, 3_000, 4_000, 5_000, 5_000]

const shortestPauseMs = 150
const longestPauseMs = 2_000
const longestQuietPauseMs = 10_000
/** Lost answers until the page says that the node is quiet. It is asked on all the same. */
const lostUntilQuiet = 3

/** What a run does on nodes: it sends each deployment, and asks what becomes of it. */
export class NodeSteps {
  readonly #steps: Steps

  constructor(steps: Steps) {
    this.#steps = steps
  }

  perform({ do: what, part }: NodeEffect): Promise<void> {
    if (what === 'send') return this.#send(part)
    return what === 'watch' ? this.#watch(part) : this.#goOn(part)
  }

  /** Asks nodes that were sent an update, and lost their answer, whether they took it. @throws WireError */
  async findOutWhatIsHeld(): Promise<void> {
    const { parts } = this.#steps.record().run
    const unknown = parts.flatMap(({ update, sentAt, acceptedAt }, i) => (update && sentAt && !acceptedAt ? i : []))
    await Promise.all(
      unknown.map(async (part) => {
        if (await this.#isHeld(part)) await this.#steps.emit({ kind: 'accepted', part })
      }),
    )
  }

  /**
   * Further versions of updates that failed on their nodes, or that came too late for them: they hold a later version by
   * then. @throws WireError when a node does not say what it holds
   */
  async further(): Promise<Further[]> {
    const { record, world } = this.#steps
    const failed = partsInPlay(record().run).filter(
      ([{ update, failure, restores }]) => update && restores === undefined && failure,
    )
    const found = await Promise.all(
      failed.map(async ([{ failure, contractId, version }, i]) => {
        if (failure!.at === 'workload') return [{ i, held: await world.held(this.#node(i), contractId!) }]
        const held = failure!.at === 'send' && (await world.held(this.#node(i), contractId!).catch(notUnlessLocked))
        return held && held.version > version ? [{ i, held }] : []
      }),
    )
    const { run, planned } = record()
    return found.flat().flatMap(({ i, held }) => (held ? furtherOf(run, planned, i, held) : []))
  }

  /** Plans what brings anew what its node took away before. */
  async #goOn(part: number): Promise<void> {
    const { emit, isDue, record, world } = this.#steps
    const held = await world.held(this.#node(part), this.#part(part).contractId!)
    if (!held) return this.#look(part)
    const { run, planned } = record()
    if (!isDue({ do: 'go-on', part })) return
    const further = furtherOf(run, planned, part, held)
    await emit({ kind: 'went-on', part: further.part }, { planned: [...planned, further.planned] })
  }

  /** Sending again is safe: a node keeps what it holds already. */
  async #send(part: number): Promise<void> {
    const { emit, world } = this.#steps
    if (this.#part(part).sentAt !== undefined && (await this.#isHeld(part).catch(notUnlessLocked)))
      return emit({ kind: 'accepted', part })
    const signed = await this.#signed(part)
    await emit({ kind: 'sent', part })
    const pauses = [...sendPausesMs]
    const conflicts = [...conflictPausesMs]
    for (;;) {
      try {
        await this.#deliver(part, signed)
        return emit({ kind: 'accepted', part })
      } catch (error) {
        if (isKeyFault(error)) throw error
        // The answer to an earlier sending may have been lost.
        if (await this.#isHeld(part).catch(notUnlessLocked)) return emit({ kind: 'accepted', part })
        const isPassing = isSilence(error) || isRelayRefusal(error)
        const pause = isPassing ? pauses.shift() : isConflict(error) ? conflicts.shift() : undefined
        if (pause === undefined || !this.#steps.isDue({ do: 'send', part })) throw error
        await world.pause(pause)
      }
    }
  }

  /** Resolves when the node says that it took it, or is seen to hold it. */
  async #deliver(part: number, signed: Deployment): Promise<void> {
    const { world } = this.#steps
    const { update } = this.#part(part)
    const node = this.#node(part)
    let answered = false
    const seen = async (): Promise<void> => {
      while (!answered) {
        await world.pause(lookMs)
        if (!answered && (await this.#isHeld(part).catch((error: unknown) => this.#unheard(part, error)))) return
      }
    }
    const reply = (update ? world.update(node, signed) : world.deploy(node, signed)).finally(() => (answered = true))
    await Promise.race([reply, seen()])
    answered = true
  }

  /** Lets the page say that the node is quiet. */
  async #unheard(part: number, error: unknown): Promise<false> {
    const { emit, record } = this.#steps
    if (isSilence(error) && record().run.parts[part]?.unheardSince === undefined) await emit({ kind: 'unheard', part })
    return false
  }

  async #watch(part: number): Promise<void> {
    const { emit, isDue, record, world } = this.#steps
    let pauseMs = shortestPauseMs
    let lost = 0
    while (isDue({ do: 'watch', part })) {
      try {
        const reports: Report[] = await world.changes(this.#node(part), this.#part(part).contractId!)
        if (!isDue({ do: 'watch', part })) return
        const changed = this.#isNews(part, reports)
        if (changed) await emit({ kind: 'reported', part, reports })
        pauseMs = changed ? shortestPauseMs : Math.min(pauseMs * 1.3, longestPauseMs)
        lost = 0
        if (isEnded(reports)) await this.#look(part)
      } catch (error) {
        if (isKeyFault(error)) throw error
        if (isUnknown(error)) await this.#look(part)
        else if (++lost === lostUntilQuiet && record().run.parts[part]?.unheardSince === undefined)
          await emit({ kind: 'unheard', part })
        if (lost > 0) pauseMs = Math.min(pauseMs * 1.5, longestQuietPauseMs)
      }
      if (isDue({ do: 'watch', part })) await world.pause(pauseMs)
    }
  }

  /** The node knows nothing of it: either its contract is no more, or it has to be sent again. */
  async #look(part: number): Promise<void> {
    const { emit, world } = this.#steps
    const { contractId } = this.#part(part)
    if (await world.contractById(contractId!)) return emit({ kind: 'unsent', part })
    await emit({
      kind: 'stopped',
      part,
      at: 'gone',
      title: `Contract ${contractId} has ended`,
      what: 'It was cancelled, or could not be paid, so its node let go of what it ran.',
    })
  }

  #isNews(part: number, reports: Report[]): boolean {
    const { run } = this.#steps.record()
    const after = next(run, { kind: 'reported', part, reports }, this.#steps.world.now()).parts[part]!
    const told = ({ workloads, unheardSince }: Part) =>
      JSON.stringify([workloads.map(({ state, message, data }) => [state, message, data]), unheardSince])
    return told(after) !== told(run.parts[part]!)
  }

  #part = (part: number): Part => this.#steps.record().run.parts[part]!

  #node = (part: number) => this.#steps.record().planned[part]!.node

  async #isHeld(part: number): Promise<boolean> {
    const { contractId, version } = this.#part(part)
    return (await this.#steps.world.held(this.#node(part), contractId!))?.version === version
  }

  async #signed(part: number): Promise<Deployment> {
    const { deployment } = this.#steps.record().planned[part]!
    const { signature, type } = await this.#steps.world.sign(messageToSign(deployment))
    const requirement = deployment.signature_requirement
    return {
      ...deployment,
      contract_id: this.#part(part).contractId!,
      signature_requirement: {
        ...requirement,
        signatures: [{ twin_id: deployment.twin_id, signature: bytesToHex(signature), signature_type: type }],
      },
    }
  }
}

/** Whether a node holds something is not known when it does not say. */
function notUnlessLocked(error: unknown): false {
  if (isKeyFault(error)) throw error
  return false
}

const saidNo = (error: unknown, words: RegExp) =>
  error instanceof WireError && error.fault.kind === 'refused' && words.test(error.fault.reason)

const isConflict = (error: unknown) => saidNo(error, /\bconflict\b/)
const isUnknown = (error: unknown) => saidNo(error, /deployment not found/)

/** Did the node take all of it away, as it does when a contract ends? */
const isEnded = (reports: Report[]): boolean =>
  reports.some(({ result }) => result.state === 'deleted' && /contract/.test(result.message))
