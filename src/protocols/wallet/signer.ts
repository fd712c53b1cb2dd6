import type { SignerPayloadJSON } from '@polkadot/types/types'

/**
 * Who acts on the grid: signs extrinsics, deployments, relay tokens and envelopes.
 * Whatever holds the secret implements this and never gives the secret out.
 */
export type Signer = {
  /** SS58, prefix 42. */
  readonly address: string
  readonly type: KeyType
  /** The account's public key, 32 bytes. */
  readonly publicKey: Uint8Array
  /** Gives a MultiSignature, SCALE-encoded as `0x…`. */
  signTransaction(transaction: Unsigned): Promise<`0x${string}`>
  /** Signs exactly these bytes: no `<Bytes>` around them, no type byte before the 64 that come back. */
  sign(message: Uint8Array): Promise<Uint8Array>
  /** Its secp256k1 key for end-to-end encryption, compressed, 33 bytes: what `Twin.pk` holds. */
  readonly encryptionKey: Uint8Array
  /** SHA-256 of the ECDH point's x coordinate with another party's compressed key: the AES-256 key for that pair. */
  sharedKey(theirs: Uint8Array): Promise<Uint8Array>
}

export type KeyType = 'sr25519' | 'ed25519'

/** A transaction to sign, twice: as a wallet shows it to its owner, and as the bytes that the chain will verify. */
export type Unsigned = { payload: SignerPayloadJSON; bytes: Uint8Array }
