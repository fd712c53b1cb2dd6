/** Why the runtime refused a call, by the names of the metadata. */
export type Reason = { pallet: string; error: string } | { token: string } | 'BadOrigin' | 'CannotLookup'

/** Thrown by a call: what the call did is taken back, its fee and nonce stay. */
export class DispatchError extends Error {
  readonly reason: Reason

  constructor(reason: Reason) {
    super(typeof reason === 'string' ? reason : 'token' in reason ? reason.token : `${reason.pallet}.${reason.error}`)
    this.reason = reason
  }
}

/** For a pallet's own errors: `const refuse = refusals('Balances')`, then `refuse('ExistentialDeposit')`. */
export const refusals =
  (pallet: string) =>
  (error: string): never => {
    throw new DispatchError({ pallet, error })
  }
