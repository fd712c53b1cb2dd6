import type { Reason } from './dispatch-error.ts'

/** What goes wrong with extrinsics. Each is asked when it matters; what it says happens. */
export type Trouble = {
  /** The pool loses the extrinsic that it has just taken. */
  drops: () => boolean
  /** Why an extrinsic fails, whatever it wants. */
  fails: () => Reason | undefined
  /** A block that has extrinsics loses against others. */
  forks: () => boolean
}

export const noTrouble: Trouble = { drops: () => false, fails: () => undefined, forks: () => false }
