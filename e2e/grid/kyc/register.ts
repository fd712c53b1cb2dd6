import { u8aToHex } from '@polkadot/util'

/** Accounts whose owners showed who they are. */
export class Register {
  readonly #accounts = new Set<string>()
  readonly #doubted: (account: Uint8Array) => boolean
  readonly #isDown: () => boolean

  /** `doubted` overrules the register while it says so; while `isDown`, nobody can look into it. */
  constructor(verified: Uint8Array[], doubted: (account: Uint8Array) => boolean, isDown = () => false) {
    for (const account of verified) this.verify(account)
    this.#doubted = doubted
    this.#isDown = isDown
  }

  get isDown(): boolean {
    return this.#isDown()
  }

  verify(account: Uint8Array): void {
    this.#accounts.add(u8aToHex(account))
  }

  isVerified(account: Uint8Array): boolean {
    return this.#accounts.has(u8aToHex(account)) && !this.#doubted(account)
  }
}
