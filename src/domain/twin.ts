/** A party on the grid: an account with a relay to reach it at and a key to encrypt for it. */
export type Twin = {
  id: number
  /** SS58, prefix 42. */
  address: string
  /** Hosts joined by `_`, or "" when it never set one. */
  relay: string
  /** Compressed secp256k1 key, 33 bytes; `undefined` when messages to it go in the clear. */
  encryptionKey: Uint8Array | undefined
}
