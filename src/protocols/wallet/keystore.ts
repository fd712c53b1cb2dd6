import { createPair } from '@polkadot/keyring'
import { decodePair } from '@polkadot/keyring/pair/decode'
import {
  base64Decode,
  ed25519PairFromSeed,
  encodeAddress,
  jsonDecrypt,
  sr25519PairFromSeed,
} from '@polkadot/util-crypto'
import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import { WireError } from '#protocols/fault.ts'
import type { KeyPair } from './key-signer.ts'
import type { Secret } from './secret.ts'
import type { KeyType } from './signer.ts'

const where = 'The account file'

const encoding = (content: z.ZodType<string[]>) =>
  z.object({ content, type: z.union([z.string(), z.array(z.string())]), version: z.string() })
const single = z.object({
  address: z.string(),
  encoded: z.string(),
  encoding: encoding(z.array(z.string())),
  meta: z.object({ name: z.string().optional() }).loose().optional(),
})
const batch = z.object({
  encoded: z.string(),
  encoding: encoding(z.array(z.string())),
  accounts: z.array(single.pick({ address: true, meta: true })).min(1),
})

/**
 * An account file as the polkadot{.js} wallet exports it: of one account, or of several under a password of their own.
 * Source: polkadot-js/common packages/keyring (pair/toJson, "version 3") and polkadot-js/ui ui-keyring backupAccounts.
 */
export type Keystore = z.infer<typeof single> | z.infer<typeof batch>

/** Whose accounts a file holds, in the SS58 form with prefix 42, and whether it is a batch. */
export type Contents = { batch: boolean; accounts: { address: string; name: string }[] }

/** @throws WireError 'unreadable' when `text` is no such file, naming what is wrong in it */
export function readKeystore(text: string): Keystore {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw unreadable('it is not JSON')
  }
  if (json !== null && typeof json === 'object' && 'accounts' in json) return decode(batch, json, where)
  const one = decode(single, json, where)
  typeOf(one)
  return one
}

export function contentsOf(keystore: Keystore): Contents {
  const all = 'accounts' in keystore ? keystore.accounts : [keystore]
  // Accounts that a wallet only watches have no key in the file.
  const accounts = all.filter(({ meta }) => meta?.isExternal !== true)
  return {
    batch: 'accounts' in keystore,
    accounts: accounts.map(({ address, meta }) => ({ address: generic(address), name: meta?.name ?? '' })),
  }
}

/**
 * Opens one account of a file. Takes about a second: the password is stretched by scrypt.
 *
 * @param password the account's own; a batch has one more around it, `batchPassword`
 * @throws WireError 'wrong-password', 'missing' when the file holds no such account, 'unreadable' when it is damaged
 */
export function openKeystore(keystore: Keystore, address: string, password: string, batchPassword = password): Secret {
  if (!('accounts' in keystore)) {
    if (generic(keystore.address) !== address)
      throw new WireError({ kind: 'missing', where, what: `Account ${address}` })
    return openSingle(keystore, password)
  }
  const inside = decrypt(keystore, batchPassword, 'of the file')
  const singles = decode(z.array(single), JSON.parse(new TextDecoder().decode(inside)), where)
  const found = singles.find((one) => generic(one.address) === address)
  if (!found) throw new WireError({ kind: 'missing', where, what: `Account ${address}` })
  return openSingle(found, password)
}

/** The file that other wallets restore the account from. */
export function writeKeystore(pair: KeyPair, type: KeyType, name: string, password: string): z.infer<typeof single> {
  const whole = createPair({ toSS58: (key) => encodeAddress(key, 42), type }, pair, { name })
  return whole.toJson(password) as z.infer<typeof single>
}

function openSingle(keystore: z.infer<typeof single>, password: string): Secret {
  const type = keystore.encoding.content[1]
  if (type !== 'sr25519' && type !== 'ed25519')
    throw unreadable(`accounts of the kind ${String(type)} cannot sign here`)
  const opened = decrypt(keystore, password, 'of the account')
  let pair: KeyPair
  try {
    pair = decodePair(undefined, opened, 'none')
  } catch {
    throw unreadable('what it holds is no key')
  }
  // Files of before 2019 hold the seed.
  if (pair.secretKey.length === 32)
    pair = (type === 'sr25519' ? sr25519PairFromSeed : ed25519PairFromSeed)(pair.secretKey)
  if (encodeAddress(pair.publicKey, 42) !== generic(keystore.address)) throw unreadable('its key is of another address')
  return { type, key: pair.secretKey, publicKey: pair.publicKey }
}

/** TFChain knows two kinds of keys; wallets know more. */
function typeOf({ encoding: { content } }: z.infer<typeof single>): KeyType {
  const type = content[1]
  if (type === 'sr25519' || type === 'ed25519') return type
  throw unreadable(`its account is of the kind ${String(type)}, which TFChain does not know`)
}

/** Its own words for a wrong password are matched: the library has no other sign. */
function decrypt(
  { encoded, encoding: { content, type, version } }: Omit<Keystore, 'accounts'>,
  password: string,
  whose: string,
) {
  try {
    base64Decode(encoded)
    const kinds = Array.isArray(type) ? type : [type]
    return jsonDecrypt({ encoded, encoding: { content, type: kinds, version } as never }, password)
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    if (/supplied passphrase|Password required/.test(said))
      throw new WireError({ kind: 'wrong-password', where: whose })
    throw unreadable(said)
  }
}

/** Addresses differ by network in their first letters only; the key behind them is what counts. */
function generic(address: string): string {
  try {
    return encodeAddress(address, 42)
  } catch {
    throw unreadable(`${address} is no address`)
  }
}

const unreadable = (reason: string) => new WireError({ kind: 'unreadable', where, reason })
