/** What went wrong on a wire, as data. Words for it are made in one place: `queries/explain.ts`. */
export type Fault =
  /** Nobody answered at all: no network, refused connection, server gone. */
  | { kind: 'unreachable'; where: string }
  /** It is connected but said nothing in time. */
  | { kind: 'silent'; where: string; timeoutMs: number }
  /** It said no, and why in its own words. `status` is HTTP's where there is one. */
  | { kind: 'refused'; where: string; reason: string; status?: number }
  /** It answered something that cannot be read; `reason` names the path that was wrong. */
  | { kind: 'unreadable'; where: string; reason: string }
  /** The thing asked for does not exist. */
  | { kind: 'missing'; where: string; what: string }
  /** The account cannot pay the fee. */
  | { kind: 'unfunded'; where: string }
  /** It needs somebody to sign, and no account is open. */
  | { kind: 'no-account'; where: string }

export class WireError extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(`${fault.where}: ${'reason' in fault ? fault.reason : fault.kind}`)
    this.name = 'WireError'
    this.fault = fault
  }
}
