import { WireError } from '#protocols/fault.ts'

/** Whether the question never left, for want of a key or a twin to sign it with. Asking another node would be no better. */
export function isKeyFault(error: unknown): boolean {
  if (!(error instanceof WireError)) return false
  const { fault } = error
  return (
    fault.kind === 'no-account' ||
    fault.kind === 'locked' ||
    (fault.kind === 'missing' && /this account/.test(fault.what))
  )
}

/** Whether the node said nothing at all. */
export const isSilence = (error: unknown): boolean =>
  error instanceof WireError && (error.fault.kind === 'silent' || error.fault.kind === 'unreachable')

/** Whether the relay did not let us in, as one that is just starting anew may do. */
export const isRelayRefusal = (error: unknown): boolean =>
  error instanceof WireError && error.fault.kind === 'refused' && error.fault.where.startsWith('relay ')
