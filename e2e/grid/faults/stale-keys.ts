import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { ChainEvent, ChainTwin } from '../chain/nouns.ts'
import { encryptionKey } from '../world/keys.ts'

/** A key that no client holds any more. */
const lostKey = encryptionKey(sha256(utf8ToBytes('a client that is gone')))

const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean => a?.toString() === b?.toString()

/** The encryption keys that twins had before those they have: nodes go on with them for up to six hours. */
export class StaleKeys {
  readonly #genesis: readonly ChainTwin[]
  readonly #latest = new Map<number, Uint8Array | null>()
  readonly #previous = new Map<number, Uint8Array | null>()

  constructor(genesis: readonly ChainTwin[]) {
    this.#genesis = genesis
  }

  follow(event: ChainEvent): void {
    if (event.kind !== 'twin-stored') return
    const { id, pk } = event.twin
    const before = this.#latest.has(id) ? this.#latest.get(id)! : (this.#genesis[id - 1]?.pk ?? null)
    if (!isSame(before, pk)) this.#previous.set(id, before)
    this.#latest.set(id, pk)
  }

  /** The twin as a node knows it that has not looked for long. */
  stale(twin: ChainTwin): ChainTwin {
    const { id } = twin
    return { ...twin, pk: this.#previous.has(id) ? this.#previous.get(id)! : lostKey }
  }
}
