import { secp256k1 } from '@noble/curves/secp256k1.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { hexToU8a } from '@polkadot/util'
import {
  ed25519PairFromSeed,
  ed25519Sign,
  encodeAddress,
  mnemonicGenerate,
  mnemonicToMiniSecret,
  sr25519PairFromSeed,
  sr25519Sign,
} from '@polkadot/util-crypto'
import { sharedKey } from '#protocols/rmb/encryption.ts'
import type { Signer } from './signer.ts'

/** Twelve words of a new account. */
export const newPhrase = (): string => mnemonicGenerate(12)

/**
 * Signs with the account of a secret phrase, or of its 32-byte seed as `0x…`. Its encryption key is that same seed,
 * as every client of the grid has it (tfgrid-sdk-go rmb-sdk-go/peer/peer.go 10e7b39).
 *
 * @throws when `secret` is neither. Derivation paths (`//Alice`) have no seed to show other clients and are refused.
 */
export async function phraseSigner(secret: string, type: Signer['type'] = 'sr25519'): Promise<Signer> {
  const seed = /^0x[0-9a-f]{64}$/i.test(secret) ? hexToU8a(secret) : mnemonicToMiniSecret(secret)
  const pair = type === 'sr25519' ? sr25519PairFromSeed(seed) : ed25519PairFromSeed(seed)
  const signWith = type === 'sr25519' ? sr25519Sign : ed25519Sign
  // Each pair of accounts has one key for ever, and making it takes milliseconds.
  const shared = new Map<string, Uint8Array>()
  return {
    address: encodeAddress(pair.publicKey, 42),
    type,
    publicKey: pair.publicKey,
    sign: async (message) => signWith(message, pair),
    encryptionKey: secp256k1.getPublicKey(seed),
    sharedKey: async (theirs) => {
      const known = bytesToHex(theirs)
      const key = shared.get(known) ?? sharedKey(seed, theirs)
      shared.set(known, key)
      return key
    },
  }
}
