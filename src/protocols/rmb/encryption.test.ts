import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { expect, test } from 'vitest'
import { decrypt, encrypt, sharedKey } from './encryption.ts'
import vectors from './rmb.vectors.json'

test.each(vectors.e2e)('encrypts and decrypts as other clients do: $name', (vector) => {
  const key = sharedKey(hexToBytes(vector.sender_private_hex), hexToBytes(vector.receiver_public_hex))
  expect(bytesToHex(key)).toBe(vector.aes256gcm_key_hex)
  const plain = utf8ToBytes(vector.plaintext_utf8)
  expect(bytesToHex(plain)).toBe(vector.plaintext_hex)
  expect(bytesToHex(encrypt(plain, key, hexToBytes(vector.nonce_hex)))).toBe(vector.payload_cipher_hex)

  const theirs = sharedKey(hexToBytes(vector.receiver_private_hex), hexToBytes(vector.sender_public_hex))
  expect(bytesToHex(decrypt(hexToBytes(vector.payload_cipher_hex), theirs))).toBe(vector.plaintext_hex)
})

test('a nonce uses all of its bytes and never comes twice', () => {
  const { samples, max_byte_seen } = vectors.package_nonce_sampling
  const key = new Uint8Array(32)
  const nonces = Array.from({ length: samples }, () => encrypt(new Uint8Array(), key).subarray(0, 12))
  expect(new Set(nonces.map(bytesToHex)).size).toBe(samples)
  expect(Math.max(...nonces.flatMap((nonce) => [...nonce]))).toBeGreaterThan(max_byte_seen)
})

test('what was changed on the way, cut short or made for another does not open', () => {
  const key = new Uint8Array(32)
  const sealed = encrypt(utf8ToBytes('secret'), key)
  const changed = sealed.with(-1, sealed.at(-1)! ^ 1)
  expect(() => decrypt(changed, key)).toThrow()
  expect(() => decrypt(sealed.subarray(0, 20), key)).toThrow()
  expect(() => decrypt(sealed, new Uint8Array(32).fill(1))).toThrow()
})
