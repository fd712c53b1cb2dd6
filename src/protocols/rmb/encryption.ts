import { gcm } from '@noble/ciphers/aes.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, randomBytes } from '@noble/hashes/utils.js'

const nonceLength = 12

/** The AES-256 key two parties share: SHA-256 of the x coordinate of their ECDH point. Source: rmb-rs src/peer/e2e.rs 15f2092 */
export const sharedKey = (secret: Uint8Array, theirs: Uint8Array): Uint8Array =>
  sha256(secp256k1.getSharedSecret(secret, theirs).subarray(1))

/** Nonce, ciphertext and tag in one. The key never changes for a pair of twins, so the nonce must be random. */
export function encrypt(plain: Uint8Array, key: Uint8Array, nonce = randomBytes(nonceLength)): Uint8Array {
  return concatBytes(nonce, gcm(key, nonce).encrypt(plain))
}

/** @throws when `sealed` was made with another key or changed since. */
export function decrypt(sealed: Uint8Array, key: Uint8Array): Uint8Array {
  return gcm(key, sealed.subarray(0, nonceLength)).decrypt(sealed.subarray(nonceLength))
}
