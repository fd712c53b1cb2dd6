import { z } from 'zod'
import { firstProblem } from '#protocols/decode.ts'

const node = z.int().positive()

/** What can be made to go wrong, each with a line for a person. */
const schema = z.discriminatedUnion('fault', [
  z
    .strictObject({ fault: z.literal('node-silent'), node })
    .describe('The node takes requests and never answers: {node}'),
  z.strictObject({ fault: z.literal('node-offline'), node }).describe('The node is not connected to the relay: {node}'),
  z
    .strictObject({ fault: z.literal('node-slow'), node, ms: z.int().nonnegative() })
    .describe('The node answers that much later: {node, ms}'),
  z
    .strictObject({
      fault: z.literal('workload-error'),
      node,
      type: z.string().optional(),
      message: z.string().optional(),
    })
    .describe('The next workload (of that type) fails on the node: {node, type?, message?}'),
  z
    .strictObject({ fault: z.literal('kyc-unverified'), address: z.string().optional() })
    .describe('The identity service knows nobody, or not this account: {address?}'),
  z.strictObject({ fault: z.literal('proxy-down') }).describe('GridProxy answers 500 to everything: {}'),
  z.strictObject({ fault: z.literal('relay-closed') }).describe('Drops every socket of the relay, once: {}'),
])

export type Fault = z.infer<typeof schema>
type FaultOf<Name extends Fault['fault']> = Extract<Fault, { fault: Name }>

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

  activate(fault: Fault): void {
    if (fault.fault === 'relay-closed') return this.#closeRelay()
    this.#set([...this.#active, fault])
  }

  /** Ends every fault, or those that `matches`. */
  clear(matches: (fault: Fault) => boolean = () => true): void {
    this.#set(this.#active.filter((fault) => !matches(fault)))
  }

  onChange(listener: (active: readonly Fault[]) => void): void {
    this.#listeners.add(listener)
  }

  on(name: 'node-silent' | 'node-offline', nodeId: number): boolean {
    return this.#all(name).some((fault) => fault.node === nodeId)
  }

  /** How many ms later the node answers. */
  delayOf(nodeId: number): number {
    return this.#all('node-slow').findLast((fault) => fault.node === nodeId)?.ms ?? 0
  }

  /** The failure that this workload is to meet, which is used up by it. */
  takeWorkloadError(nodeId: number, type: string): FaultOf<'workload-error'> | undefined {
    const found = this.#all('workload-error').find((fault) => fault.node === nodeId && (fault.type ?? type) === type)
    if (found) this.clear((fault) => fault === found)
    return found
  }

  isUnverified(address: string): boolean {
    return this.#all('kyc-unverified').some((fault) => (fault.address ?? address) === address)
  }

  get isProxyDown(): boolean {
    return this.#all('proxy-down').length > 0
  }

  #all<Name extends Fault['fault']>(name: Name): FaultOf<Name>[] {
    return this.#active.filter((fault): fault is FaultOf<Name> => fault.fault === name)
  }

  #set(active: Fault[]): void {
    this.#active = active
    for (const listener of this.#listeners) listener(active)
  }
}
