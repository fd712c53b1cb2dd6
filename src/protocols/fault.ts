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
  /** What it was sent is more than it takes at once. */
  | { kind: 'too-large'; where: string; bytes: number; most: number }
  /** It let nothing in, as this computer's clock is so many seconds behind. */
  | { kind: 'clock'; where: string; behindS: number }
  /** Our twin receives at other relays: `relay` is what the chain has of it, hosts joined by `_`, or "". */
  | { kind: 'other-relay'; where: string; relay: string }
  /** The account cannot pay the fee. */
  | { kind: 'unfunded'; where: string }
  /** It needs somebody to sign, and no account is open. */
  | { kind: 'no-account'; where: string }
  /** The account's key is not unlocked, so that nothing can be signed or decrypted by it. `where` is its address. */
  | { kind: 'locked'; where: string }
  /** A password was wrong; `where` says which: "of the file". */
  | { kind: 'wrong-password'; where: string }
  /** The person pressed Cancel or Reject in their wallet. */
  | { kind: 'rejected'; where: string }
  /** The wallet takes one request in three seconds, and had one just before. */
  | { kind: 'too-soon'; where: string }
  /** A signed transaction did not make it into a block, or nobody can tell. */
  | { kind: 'transaction'; where: string; hash: string; outcome: 'dropped' | 'invalid' | 'usurped' | 'expired' }

export class WireError extends Error {
  readonly fault: Fault
  constructor(fault: Fault) {
    super(`${fault.where}: ${'reason' in fault ? fault.reason : fault.kind}`)
    this.name = 'WireError'
    this.fault = fault
  }
}
