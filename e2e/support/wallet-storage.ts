import { Keyring } from '@polkadot/keyring'
import { u8aConcat, u8aToHex } from '@polkadot/util'
import { cryptoWaitReady, jsonEncryptFormat, naclEncrypt, scryptEncode, scryptToU8a } from '@polkadot/util-crypto'
import { settle } from '#grid/world/accounts.ts'
import { prefix } from '../extension/manifest.ts'
import type { WalletAccount } from './wallet-window.ts'

await cryptoWaitReady()

/** One of the local grid's people as an account of a wallet. */
export function person(name: 'alice' | 'bob' | 'unverified' | 'newcomer'): WalletAccount {
  const { mnemonic } = settle(1).find((one) => one.name === name)!
  return { name, phrase: mnemonic, password: `password of ${name}` }
}

/** Encrypting takes a moment, and the next journey in this process may want the same account. */
const encrypted = new Map<string, ReturnType<typeof encrypt>>()

/** The key and value by which the wallet keeps an account in its storage. Sites are told of lower indices first. */
export function storedAccount(account: WalletAccount, index: number) {
  const which = JSON.stringify(account)
  if (!encrypted.has(which)) encrypted.set(which, encrypt(account))
  const { publicKey, json } = encrypted.get(which)!
  const meta = { name: account.name, genesisHash: null, whenCreated: 1_700_000_000_000 + index }
  return [`${prefix}accounts:account:${u8aToHex(publicKey)}`, { ...json, meta }] as const
}

/** With the parameters of older wallets, which newer ones read: unlocking takes a quarter of the time. */
function encrypt({ phrase, password, type = 'sr25519' }: WalletAccount) {
  const { address, publicKey, encodePkcs8 } = new Keyring({ type }).createFromUri(phrase)
  const { params, password: key, salt } = scryptEncode(password, undefined, { N: 1 << 15, p: 1, r: 8 })
  const sealed = naclEncrypt(encodePkcs8(), key.subarray(0, 32))
  const encoded = u8aConcat(scryptToU8a(salt, params), sealed.nonce, sealed.encrypted)
  return { publicKey, json: { ...jsonEncryptFormat(encoded, ['pkcs8', type], true), address } }
}
