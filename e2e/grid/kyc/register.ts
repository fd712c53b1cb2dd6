import { u8aToHex } from '@polkadot/util'

/** What the service says of those it knows. Source: tf-kyc-verifier internal/responses */
export type Status = 'VERIFIED' | 'REJECTED'
/** Why the register does not count for an account. */
export type Doubt = 'unknown' | 'REJECTED'

/** Accounts whose owners showed who they are. */
export class Register {
  readonly #accounts = new Set<string>()
  readonly #doubted: (account: Uint8Array) => Doubt | false
  readonly #isDown: () => boolean

  /** `doubted` overrules the register while it says so; while `isDown`, nobody can look into it. */
  constructor(verified: Uint8Array[], doubted: (account: Uint8Array) => Doubt | false, isDown = () => false) {
    for (const account of verified) this.verify(account)
    this.#doubted = doubted
    this.#isDown = isDown
  }

  verify(account: Uint8Array): void {
    this.#accounts.add(u8aToHex(account))
  }

  /** `undefined` for those it does not know. */
  statusOf(account: Uint8Array): Status | undefined {
    const doubt = this.#doubted(account)
    if (doubt) return doubt === 'unknown' ? undefined : doubt
    return this.#accounts.has(u8aToHex(account)) ? 'VERIFIED' : undefined
  }

  /**
   * Why a node does not work for the twin of this account. It cannot tell those who are unknown from a service that is down.
   *
   * Source: zosbase pkg/provision/engine.go CreateOrUpdate, isTwinVerified
   */
  refusal(twin: number, account: Uint8Array | undefined): string | undefined {
    const status = account && !this.#isDown() ? this.statusOf(account) : undefined
    if (!status) return 'failed to get twin verification status'
    return status === 'VERIFIED' ? undefined : `user with twin id ${twin} is not verified`
  }
}
