import type { Deployment } from '#domain/deployment/deployment.ts'
import type { Effect } from '#domain/deployment/run.ts'
import type { RunEvent } from '#domain/deployment/run-events.ts'
import { changes, deploy, getDeployment, update, type WorkloadReport } from '#protocols/node/deployment.ts'
import type { OnChain } from '#protocols/chain/contract-lookup.ts'
import { nodeLine, session, type NodeAddress } from './connections.ts'
import { keepRun, type RunRecord } from './run-record.ts'
import { retrace, transact, type Call, type Receipt, type Signed, type Step } from './transact.ts'

/** All that a run does outside of itself, so that tests can have it fail at each step. */
export type World = {
  now: () => number
  pause: (ms: number) => Promise<void>
  /** Writes the run down. @throws where the browser keeps nothing */
  keep: (record: RunRecord) => Promise<void>
  submit: (calls: Call[], onStep: (step: Step) => void, keep: (signed: Signed) => Promise<void>) => Promise<Receipt>
  retrace: (signed: Signed, atMs: number, calls: Call[], onStep: (step: Step) => void) => Promise<Receipt>
  contractFor: (nodeId: number, hash: string) => Promise<number | undefined>
  contractById: (id: number) => Promise<OnChain | undefined>
  nameContract: (name: string) => Promise<OnChain | undefined>
  sign: (message: Uint8Array) => Promise<{ signature: Uint8Array; type: string }>
  deploy: (node: NodeAddress, signed: Deployment) => Promise<void>
  update: (node: NodeAddress, signed: Deployment) => Promise<void>
  /** What the node holds for a contract; `undefined` when it holds nothing. */
  held: (node: NodeAddress, contractId: number) => Promise<Deployment | undefined>
  changes: (node: NodeAddress, contractId: number) => Promise<WorkloadReport[]>
}

/** What a step of a run may do. */
export type Steps = {
  world: World
  record: () => RunRecord
  /** Does it and writes it down; resolves when that is done. */
  emit: (event: RunEvent, change?: Partial<RunRecord>) => Promise<void>
  isDue: (effect: Effect) => boolean
}

/** The grid, in the name of the account that began the run. */
export function gridOf({ network, who }: Pick<RunRecord, 'network' | 'who'>): World {
  // Asked for each time: the network's places may have changed meanwhile.
  const open = () => session(network, who)
  const line = (node: NodeAddress) => nodeLine(network, node, open())
  return {
    now: () => Date.now(),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    keep: keepRun,
    submit: (calls, onStep, keep) => transact(network, calls, onStep, open(), keep),
    retrace: (signed, atMs, calls, onStep) => retrace(network, { ...signed, atMs }, calls, onStep, open()),
    contractFor: async (nodeId, hash) => (await open()).contractFor(nodeId, hash),
    contractById: async (id) => (await open()).contractById(id),
    nameContract: async (name) => (await open()).nameContract(name),
    sign: async (message) => (await open()).sign(message),
    deploy: (node, signed) => deploy(line(node), signed),
    update: (node, signed) => update(line(node), signed),
    held: (node, contractId) => getDeployment(line(node), contractId),
    changes: (node, contractId) => changes(line(node), contractId),
  }
}
