import { z } from 'zod'
import { firstProblem } from '#protocols/decode.ts'
import { chainFaults } from './faults/chain-faults.ts'
import { nodeFaults } from './faults/node-faults.ts'
import { relayFaults } from './faults/relay-faults.ts'
import { serviceFaults } from './faults/service-faults.ts'
import type { Doubt } from './kyc/register.ts'

/** What can be made to go wrong, each with a line for a person. */
const schema = z.discriminatedUnion('fault', [...nodeFaults, ...relayFaults, ...chainFaults, ...serviceFaults])

export type Fault = z.infer<typeof schema>
export type FaultName = Fault['fault']
export type FaultOf<Name extends FaultName> = Extract<Fault, { fault: Name }>
type NodeFault = Extract<Fault, { node: number }>

export const knownFaults = schema.options.map(({ shape, description }) => ({
  name: shape.fault.value,
  line: description,
}))

/** @throws RangeError with a sentence for whoever sent it */
export function readFault(value: unknown): Fault {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const name = value !== null && typeof value === 'object' && 'fault' in value ? String(value.fault) : ''
  const names = knownFaults.map((fault): string => fault.name)
  if (!names.includes(name)) throw new RangeError(`There is no fault "${name}"; the faults are ${names.join(', ')}`)
  throw new RangeError(`${name}: ${firstProblem(read.error, value)}`)
}

/** What is made to go wrong right now. The parts of the grid ask it at the moment it matters. */
export class Faults {
  #active: Fault[] = []
  readonly #listeners = new Set<(active: readonly Fault[]) => void>()
  readonly #closeRelay: () => void

  constructor(closeRelay: () => void) {
    this.#closeRelay = closeRelay
  }

  get active(): readonly Fault[] {
    return this.#active
  }

  /** Begins a fault, which ends by itself when it is used up or `forMs` are over. */
  activate(fault: Fault, forMs = timeOf(fault)): void {
    if (fault.fault === 'relay-closed') return this.#closeRelay()
    this.#set([...this.#active, fault])
    if (forMs !== undefined) setTimeout(() => this.clear((one) => one === fault), forMs).unref()
  }

  /** Ends every fault, or those that `matches`. */
  clear(matches: (fault: Fault) => boolean = () => true): void {
    const left = this.#active.filter((fault) => !matches(fault))
    if (left.length < this.#active.length) this.#set(left)
  }

  onChange(listener: (active: readonly Fault[]) => void): void {
    this.#listeners.add(listener)
  }

  /** The fault of that name which began last. */
  of<Name extends FaultName>(name: Name): FaultOf<Name> | undefined {
    return this.#all(name).at(-1)
  }

  on(name: NodeFault['fault'], nodeId: number): boolean {
    return this.#all(name).some((fault) => fault.node === nodeId)
  }

  /** The nodes that have one of these. */
  nodesWith(...names: NodeFault['fault'][]): ReadonlySet<number> {
    return new Set(names.flatMap((name) => this.#all(name).map(({ node }) => node)))
  }

  /** Whether it happens now, which then has happened once. */
  take<Name extends FaultName>(
    name: Name,
    matches: (fault: FaultOf<Name>) => boolean = () => true,
  ): FaultOf<Name> | undefined {
    const found = this.#all(name).find(matches)
    if (!found) return undefined
    const left = 'times' in found && found.times > 1 ? [{ ...found, times: found.times - 1 }] : []
    this.#set(this.#active.flatMap((fault) => (fault === found ? left : fault)))
    return found
  }

  /** How many ms later the node answers. */
  delayOf(nodeId: number): number {
    return this.#all('node-slow').findLast((fault) => fault.node === nodeId)?.ms ?? 0
  }

  /** The failure that this workload is to meet, which is used up by it. */
  takeWorkloadError(nodeId: number, type: string, name: string): FaultOf<'workload-error'> | undefined {
    return this.take(
      'workload-error',
      (fault) => fault.node === nodeId && (fault.type ?? type) === type && (fault.name ?? name) === name,
    )
  }

  /** How many ms longer this workload takes, once. */
  takeWorkloadDelay(nodeId: number, name: string): number {
    return this.take('workload-slow', (fault) => fault.node === nodeId && (fault.name ?? name) === name)?.ms ?? 0
  }

  /** Why the identity service does not vouch for the account, if it is made not to. */
  doubtOf(address: string): Doubt | false {
    const fault = this.#all('kyc-unverified').findLast((one) => (one.address ?? address) === address)
    return fault ? (fault.status ?? 'unknown') : false
  }

  /** What relays and nodes take for the time, in ms. */
  now(): number {
    return Date.now() + (this.of('clock-skew')?.seconds ?? 0) * 1000
  }

  #all<Name extends FaultName>(name: Name): FaultOf<Name>[] {
    return this.#active.filter((fault): fault is FaultOf<Name> => fault.fault === name)
  }

  #set(active: Fault[]): void {
    this.#active = active
    for (const listener of this.#listeners) listener(active)
  }
}

const timeOf = (fault: Fault): number | undefined =>
  fault.fault === 'relay-restarted' || fault.fault === 'chain-down' ? fault.ms : undefined
