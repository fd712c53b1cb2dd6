import { hexToU8a, u8aToHex } from '@polkadot/util'
import {
  ed25519PairFromSeed,
  keyExtractSuri,
  keyFromPath,
  mnemonicGenerate,
  mnemonicToMiniSecret,
  mnemonicValidate,
  sr25519PairFromSeed,
} from '@polkadot/util-crypto'
import { z } from 'zod'
import { WireError } from '#protocols/fault.ts'
import { keySigner, type KeyPair } from './key-signer.ts'
import type { KeyType, Signer } from './signer.ts'

/**
 * What an account is made of. `text`: a phrase of words, or its seed as `0x` and 64 digits, either with a derivation path
 * behind it (`//polkadot/0///password`). `key`: the 64-byte secret key alone, which is all that a keystore file holds.
 */
export type Secret = { type: KeyType } & ({ text: string } | { key: Uint8Array; publicKey: Uint8Array })

/** Twelve words of a new account. */
export const newPhrase = (): string => mnemonicGenerate(12)

/**
 * The signer that a secret makes. Its encryption key is the account's 32-byte seed where there is one, as every client
 * of the grid has it (tfgrid-sdk-go rmb-sdk-go/peer/peer.go 10e7b39). A derived sr25519 account and a keystore file
 * have no such seed: theirs is made from the secret key, the same each time.
 *
 * @throws WireError 'unreadable' when `secret` is none
 */
export function signerOf(secret: Secret): Signer {
  const { pair, seed } = open(secret)
  return keySigner(pair, secret.type, seed)
}

/** @throws WireError 'unreadable' when `secret` is none */
export const pairOf = (secret: Secret): KeyPair => open(secret).pair

function open(secret: Secret): { pair: KeyPair; seed: Uint8Array | undefined } {
  const { type } = secret
  const seedIn = (pair: KeyPair) => (type === 'ed25519' ? pair.secretKey.subarray(0, 32) : undefined)
  if ('key' in secret) {
    const pair = { secretKey: secret.key, publicKey: secret.publicKey }
    return { pair, seed: seedIn(pair) }
  }
  const { seed, path } = readText(secret.text.trim())
  const root = type === 'sr25519' ? sr25519PairFromSeed(seed) : ed25519PairFromSeed(seed)
  if (path.length === 0) return { pair: root, seed }
  const pair = keyFromPath(root, path, type)
  return { pair, seed: seedIn(pair) }
}

/** Why `text` is no phrase and no seed, in words; `undefined` when it is one. */
export function textProblem(text: string): string | undefined {
  const { phrase } = splitPath(text.trim())
  if (/^0x/i.test(phrase))
    return /^0x[0-9a-f]{64}$/i.test(phrase) ? undefined : 'A seed is 0x and 64 hexadecimal digits'
  const words = phrase.split(/\s+/).filter(Boolean)
  if (![12, 15, 18, 21, 24].includes(words.length)) return `A phrase has 12 to 24 words; these are ${words.length}`
  return mnemonicValidate(words.join(' '))
    ? undefined
    : 'A word is wrong, or two changed places: the phrase does not add up'
}

function readText(text: string) {
  const problem = textProblem(text)
  if (problem) throw new WireError({ kind: 'unreadable', where: 'The phrase', reason: problem })
  const { phrase, path, password } = splitPath(text)
  const seed = /^0x/i.test(phrase) ? hexToU8a(phrase) : mnemonicToMiniSecret(phrase.split(/\s+/).join(' '), password)
  return { seed, path }
}

function splitPath(text: string) {
  try {
    const { phrase, path, password } = keyExtractSuri(text)
    return { phrase, path, password }
  } catch {
    return { phrase: text, path: [], password: undefined }
  }
}

const shape = z.object({
  type: z.enum(['sr25519', 'ed25519']),
  text: z.string().optional(),
  key: z.string().optional(),
  publicKey: z.string().optional(),
})

/** A secret as bytes, to be encrypted and kept. */
export function encodeSecret(secret: Secret): Uint8Array {
  const plain =
    'text' in secret ? secret : { type: secret.type, key: u8aToHex(secret.key), publicKey: u8aToHex(secret.publicKey) }
  return new TextEncoder().encode(JSON.stringify(plain))
}

export function decodeSecret(bytes: Uint8Array): Secret {
  const { type, text, key, publicKey } = shape.parse(JSON.parse(new TextDecoder().decode(bytes)))
  if (text !== undefined) return { type, text }
  return { type, key: hexToU8a(key), publicKey: hexToU8a(publicKey) }
}
