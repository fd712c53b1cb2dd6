import type { ChainTwin } from '../chain/nouns.ts'
import { encryptionKey, nodeAccount } from './keys.ts'

/** The twin of a node that is up. Its key is made when first asked for: few nodes of a large world are ever written to. */
export class NodeTwin implements ChainTwin {
  readonly id: number
  readonly account: Uint8Array
  readonly relay: string
  readonly #secret: Uint8Array
  #pk: Uint8Array | undefined

  constructor(id: number, secret: Uint8Array, relay: string) {
    this.id = id
    this.account = nodeAccount(secret)
    this.relay = relay
    this.#secret = secret
  }

  get pk(): Uint8Array {
    this.#pk ??= encryptionKey(this.#secret)
    return this.#pk
  }
}
