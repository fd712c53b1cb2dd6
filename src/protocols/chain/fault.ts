import { WireError } from '#protocols/fault.ts'

/** TFChain said no, in its own words. */
export const refused = (reason: string) => new WireError({ kind: 'refused', where: 'TFChain', reason })

/**
 * What the chain library threw, as a fault. Its errors are told apart by their text, which is all there is to go by:
 * a number before a colon is the chain's own refusal, and tfchain_client matches the same words for a missing fee.
 */
export function asWireError(error: unknown): unknown {
  if (error instanceof WireError || !(error instanceof Error)) return error
  const { message } = error
  if (message.includes('Inability to pay some fees')) return new WireError({ kind: 'unfunded', where: 'TFChain' })
  if (/^\d+: /.test(message)) return refused(message)
  if (/disconnected|not connected|No response received/i.test(message))
    return new WireError({ kind: 'unreachable', where: 'TFChain' })
  return error
}
