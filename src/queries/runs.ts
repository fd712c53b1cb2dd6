import { bytesToHex } from '@noble/hashes/utils.js'
import { type QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment } from '#domain/deployment/deployment.ts'
import { begin, contractIds, currentPart, next, type Part, type Run, type RunEvent } from '#domain/deployment/run.ts'
import { messageToSign } from '#domain/deployment/signing.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { WireError } from '#protocols/fault.ts'
import { changes, deploy } from '#protocols/node/deployment.ts'
import type { RemoteSession, Step } from '#protocols/worker/open.ts'
import { nodeLine, session, type Where } from './connections.ts'
import { explain } from './explain.ts'
import { contractCalls } from './run-calls.ts'
import { transact } from './transact.ts'

export { contractCalls, signaturesOf } from './run-calls.ts'

/** `cancels`: contracts that end with the first signature. `solution`: what kind of thing it is, as in a plan. */
type StartOptions = { cancels?: number[]; solution?: string }

/** `session`: of the account that began the run, whichever is chosen later. */
type Runner = {
  run: Run
  network: Where
  session: Promise<RemoteSession>
  planned: Planned[]
  cancels: number[]
  client: QueryClient
  busy: boolean
}

const runners = new Map<string, Runner>()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** A run of this tab as it goes; `undefined` when the tab knows none by this id. */
export const useRun = (id: string): Run | undefined => useSyncExternalStore(subscribe, () => runners.get(id)?.run)

/** Signs, pays and sends a plan, in its order. Gives the id of the run, which goes on whatever page is open. */
export function startRun(
  network: Where,
  client: QueryClient,
  name: string,
  planned: Planned[],
  { cancels = [] }: StartOptions = {},
): string {
  const id = bytesToHex(crypto.getRandomValues(new Uint8Array(8)))
  const parts = planned.map(({ node, deployment }): Part => ({
    nodeId: node.id,
    hash: hash(deployment),
    workloads: deployment.workloads.map(({ name: of, type }) => ({
      name: of,
      type,
      state: 'waiting',
      message: '',
      data: null,
    })),
  }))
  const runner: Runner = {
    run: begin(name, Date.now(), parts),
    network,
    session: session(network),
    planned,
    cancels,
    client,
    busy: false,
  }
  runners.set(id, runner)
  void drive(runner)
  return id
}

/** Goes on where a run stopped. Sending again is safe: a node keeps what it holds already. */
export function retryRun(id: string) {
  const runner = runners.get(id)
  if (!runner || runner.busy) return
  emit(runner, { kind: 'retried' })
  void drive(runner)
}

/** Cancels every contract a run made, in one transaction. */
export const undoRun = (id: string) => ({
  mutationFn: async () => {
    const runner = runners.get(id)
    if (!runner) return
    const calls = contractIds(runner.run).map((contractId) => ({ call: 'cancel-contract' as const, contractId }))
    await transact(runner.network, calls, undefined, runner.session)
    emit(runner, { kind: 'undone' })
    await refresh(runner)
  },
})

function emit(runner: Runner, event: RunEvent) {
  runner.run = next(runner.run, event, Date.now())
  for (const listener of listeners) listener()
}

const refresh = ({ client, network }: Runner) => client.invalidateQueries({ queryKey: [network.id] })

async function drive(runner: Runner) {
  runner.busy = true
  const failed = (at: 'chain' | 'send', error: unknown) => {
    const { title, what } = explain(error)
    emit(runner, { kind: 'failed', at, title, what })
  }
  try {
    if (!runner.run.inBlock) await pay(runner)
  } catch (error) {
    runner.busy = false
    return failed('chain', error)
  }
  try {
    for (let part = currentPart(runner.run); part; part = currentPart(runner.run)) {
      if (part.acceptedAt === undefined) await send(runner, part)
      await watch(runner, part.hash)
    }
  } catch (error) {
    failed('send', error)
  } finally {
    runner.busy = false
    void refresh(runner)
  }
}

async function pay(runner: Runner) {
  const { planned, cancels } = runner
  const onStep = ({ step }: Step) => step === 'signed' && emit(runner, { kind: 'signed' })
  const receipt = await transact(runner.network, contractCalls(planned, cancels), onStep, runner.session)
  emit(runner, { kind: 'included', ...receipt })
  void refresh(runner)
}

async function send(runner: Runner, { hash: partHash, contractId }: Part) {
  const { node, deployment } = runner.planned.find((one) => hash(one.deployment) === partHash)!
  const { signature, type } = await (await runner.session).sign(messageToSign(deployment))
  const requirement = deployment.signature_requirement
  const signed: Deployment = {
    ...deployment,
    contract_id: contractId!,
    signature_requirement: {
      ...requirement,
      signatures: [{ twin_id: deployment.twin_id, signature: bytesToHex(signature), signature_type: type }],
    },
  }
  emit(runner, { kind: 'sent', hash: partHash })
  try {
    await deploy(nodeLine(runner.network, node, runner.session), signed)
  } catch (error) {
    if (!holdsItAlready(error)) throw error
  }
  emit(runner, { kind: 'accepted', hash: partHash })
}

/** What a node says to a contract it was sent before: the answer to the first sending was lost. */
const holdsItAlready = (error: unknown) =>
  error instanceof WireError && error.fault.kind === 'refused' && /\bexists\b/.test(error.fault.reason)

const firstPauseMs = 300
const longestPauseMs = 2_000
const patience = 5

/** Asks the node what became of a part until all of it settled. A lost answer or two is no reason to stop. */
async function watch(runner: Runner, partHash: string) {
  const { node } = runner.planned.find((one) => hash(one.deployment) === partHash)!
  let pauseMs = firstPauseMs
  let lost = 0
  for (;;) {
    const part = currentPart(runner.run)
    if (part?.hash !== partHash) return
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
    pauseMs = Math.min(pauseMs * 1.25, longestPauseMs)
    try {
      const reports = await changes(nodeLine(runner.network, node, runner.session), part.contractId!)
      emit(runner, { kind: 'reported', hash: partHash, reports })
      lost = 0
    } catch (error) {
      if (++lost === patience) throw error
    }
  }
}
