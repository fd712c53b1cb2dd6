import { WireError, type Fault } from '#protocols/fault.ts'

/** What kind of failure it is, for those that get a screen of their own; words for the rest are in `explain.ts`. */
export const faultKind = (error: unknown): Fault['kind'] | undefined =>
  error instanceof WireError ? error.fault.kind : undefined
