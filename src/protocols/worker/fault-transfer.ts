import * as Comlink from 'comlink'
import { WireError, type Fault } from '#protocols/fault.ts'

type Thrown = { fault: Fault } | { message: string; name: string }

/**
 * Carries errors between page and worker with their fault. Comlink's own way keeps only the text.
 * Called once on each side.
 */
export function carryFaults() {
  const standard = Comlink.transferHandlers.get('throw')!
  Comlink.transferHandlers.set('throw', {
    canHandle: standard.canHandle,
    serialize: (thrown) => [flatten((thrown as { value: unknown }).value), []],
    deserialize: (flat) => {
      throw revive(flat as Thrown)
    },
  })
}

/** An error as data that can be posted. Whatever is no `Error` becomes its text: objects may hold more than should leave. */
export function flatten(value: unknown): Thrown {
  if (value instanceof WireError) return { fault: value.fault }
  if (value instanceof Error) return { message: value.message, name: value.name }
  return { message: String(value), name: 'Error' }
}

export function revive(thrown: Thrown): Error {
  if ('fault' in thrown) return new WireError(thrown.fault)
  const error = new Error(thrown.message)
  error.name = thrown.name
  return error
}
