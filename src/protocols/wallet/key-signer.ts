import { secp256k1 } from '@noble/curves/secp256k1.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { u8aConcat, u8aToHex } from '@polkadot/util'
import { blake2AsU8a, ed25519Sign, encodeAddress, sr25519Sign } from '@polkadot/util-crypto'
import { sharedKey } from '#protocols/rmb/encryption.ts'
import type { KeyType, Signer } from './signer.ts'

export type KeyPair = { publicKey: Uint8Array; secretKey: Uint8Array }

/** Substrate's rule: what is longer is signed by its hash. */
const longestSigned = 256

/**
 * Signs with a key pair of this page.
 *
 * @param seed the account's 32 bytes, by which other clients of the grid encrypt; without one, a key of our own is made
 */
export function keySigner(pair: KeyPair, type: KeyType, seed: Uint8Array | undefined): Signer {
  const signWith = type === 'sr25519' ? sr25519Sign : ed25519Sign
  const encryptionSecret = seed ?? encryptionSecretOf(pair.secretKey)
  // Each pair of accounts has one key for ever, and making it takes milliseconds.
  const shared = new Map<string, Uint8Array>()
  return {
    address: encodeAddress(pair.publicKey, 42),
    type,
    publicKey: pair.publicKey,
    signTransaction: async ({ bytes }) => {
      const signature = signWith(bytes.length > longestSigned ? blake2AsU8a(bytes, 256) : bytes, pair)
      return u8aToHex(u8aConcat(Uint8Array.of(type === 'ed25519' ? 0 : 1), signature))
    },
    sign: async (message) => signWith(message, pair),
    encryptionKey: secp256k1.getPublicKey(encryptionSecret),
    sharedKey: async (theirs) => {
      const known = bytesToHex(theirs)
      const key = shared.get(known) ?? sharedKey(encryptionSecret, theirs)
      shared.set(known, key)
      return key
    },
  }
}

/**
 * From the scalar, the first half: deriving softly draws the other half anew each time.
 * 48 bytes, so that reducing them to a key of the curve is even.
 */
const encryptionSecretOf = (secretKey: Uint8Array): Uint8Array =>
  secp256k1.utils.randomSecretKey(hkdf(sha256, secretKey.subarray(0, 32), undefined, label, 48))

const label = new TextEncoder().encode('rmb end-to-end encryption, version 1')
