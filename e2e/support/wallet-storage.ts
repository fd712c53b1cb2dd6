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

/**
 * The key and value by which the wallet keeps an account in its storage. It is encrypted with the parameters of older
 * wallets, which newer ones read: unlocking takes a quarter of the time.
 */
export function storedAccount({ name, phrase, password, type = 'sr25519' }: WalletAccount, index: number) {
  const pair = new Keyring({ type }).createFromUri(phrase)
  const { params, password: key, salt } = scryptEncode(password, undefined, { N: 1 << 15, p: 1, r: 8 })
  const { encrypted, nonce } = naclEncrypt(pair.encodePkcs8(), key.subarray(0, 32))
  const encoded = u8aConcat(scryptToU8a(salt, params), nonce, encrypted)
  // Sites are told the oldest first.
  const meta = { name, genesisHash: null, whenCreated: 1_700_000_000_000 + index }
  const json = { ...jsonEncryptFormat(encoded, ['pkcs8', type], true), address: pair.address, meta }
  return [`${prefix}accounts:account:${u8aToHex(pair.publicKey)}`, json] as const
}
