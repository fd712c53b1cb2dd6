import { createECDH, createHash } from 'node:crypto'
import { ed25519PairFromSeed } from '@polkadot/util-crypto'

/** The 32 bytes that somebody of the world signs and decrypts with. They follow from the seed, so nobody has to keep them. */
export const secretOf = (seed: number, who: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(`local grid ${seed}: ${who}`).digest())

/** A node's account: its ed25519 public key, as ZOS makes it. */
export const nodeAccount = (secret: Uint8Array): Uint8Array => ed25519PairFromSeed(secret).publicKey

/** The key that messages to this secret's owner are encrypted for. */
export function encryptionKey(secret: Uint8Array): Uint8Array {
  const pair = createECDH('secp256k1')
  pair.setPrivateKey(secret)
  return Uint8Array.from(Buffer.from(pair.getPublicKey('hex', 'compressed'), 'hex'))
}
