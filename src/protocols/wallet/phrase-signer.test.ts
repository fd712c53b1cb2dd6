import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { mnemonicValidate } from '@polkadot/util-crypto'
import { expect, test } from 'vitest'
import { verify, sign } from '#protocols/rmb/signature.ts'
import vectors from '#protocols/rmb/rmb.vectors.json'
import { phraseSigner } from './phrase-signer.ts'
import { newPhrase } from './secret.ts'

const types = ['sr25519', 'ed25519'] as const

test.each(vectors.keys)(
  '$label gives the accounts and the encryption key other clients derive from it',
  async (key) => {
    for (const secret of [key.secret, `0x${key.mini_secret_hex}`]) {
      for (const type of types) {
        const signer = await phraseSigner(secret, type)
        expect(bytesToHex(signer.publicKey)).toBe(key[`${type}_public_hex`])
        expect(signer.address).toBe(key[`${type}_ss58_42`])
        expect(bytesToHex(signer.encryptionKey)).toBe(key.secp256k1_public_compressed_hex)
        expect(`0x${bytesToHex(signer.encryptionKey)}`).toBe(key.twin_pk_as_polkadotjs_primitive)
      }
    }
  },
)

test.each(vectors.e2e)('both ends find the same key: $name', async (pair) => {
  const sender = await phraseSigner(pair.sender_secret)
  const receiver = await phraseSigner(pair.receiver_secret)
  expect(bytesToHex(await sender.sharedKey(receiver.encryptionKey))).toBe(pair.aes256gcm_key_hex)
  expect(bytesToHex(await receiver.sharedKey(hexToBytes(pair.sender_public_hex)))).toBe(pair.aes256gcm_key_hex)
})

test.each(types)('what it signs with %s is signed by its account', async (type) => {
  const signer = await phraseSigner(newPhrase(), type)
  const message = new Uint8Array([1, 2, 3])
  expect(await signer.sign(message)).toHaveLength(64)
  expect(verify(message, await sign(message, signer), signer.publicKey)).toBe(true)
})

test('a new phrase is twelve valid words, another one each time', () => {
  const phrase = newPhrase()
  expect(phrase.split(' ')).toHaveLength(12)
  expect(mnemonicValidate(phrase)).toBe(true)
  expect(newPhrase()).not.toBe(phrase)
})

test.each(['//Alice', '0x1234', '0xzz', 'twelve words that are not in the list of words at all sorry', ''])(
  '%j is no secret',
  async (secret) => {
    await expect(phraseSigner(secret)).rejects.toThrow()
  },
)
