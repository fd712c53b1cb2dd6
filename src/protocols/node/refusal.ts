import { WireError } from '#protocols/fault.ts'

/** What `ask` brings, or `undefined` when the node refused for this reason: nodes say "none" by an error at times. */
export async function unlessRefused<T>(reason: RegExp, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof WireError && error.fault.kind === 'refused' && reason.test(error.fault.reason))
      return undefined
    throw error
  }
}
