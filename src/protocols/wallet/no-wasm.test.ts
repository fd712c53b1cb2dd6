import { mnemonicToMiniSecret, naclDecrypt, naclEncrypt, scryptEncode } from '@polkadot/util-crypto'
import { bridge, initBridge } from '@polkadot/wasm-crypto/init'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verify, sign } from '#protocols/rmb/signature.ts'
import { createWasm } from './no-wasm.ts'
import { phraseSigner } from './phrase-signer.ts'

/** The wallet's library as the built app has it. */
beforeAll(async () => void (await initBridge(createWasm)))
afterAll(async () => void (await initBridge()))

const phrase = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'

test.each(['sr25519', 'ed25519'] as const)('%s accounts sign and are believed without WebAssembly', async (type) => {
  expect(bridge.wasm).toBeNull()
  const signer = await phraseSigner(phrase, type)
  const message = Uint8Array.of(1, 2, 3)
  const signature = await sign(message, signer)
  expect(verify(message, signature, signer.publicKey)).toBe(true)
  expect(verify(Uint8Array.of(1, 2, 4), signature, signer.publicKey)).toBe(false)
})

test('phrases and passwords make the same keys without WebAssembly', async () => {
  const withoutSecret = mnemonicToMiniSecret(phrase)
  const options = { N: 1 << 13, r: 8, p: 10 }
  const salt = new Uint8Array(32)
  const withoutKey = scryptEncode('password', salt, options).password
  await initBridge()
  expect(mnemonicToMiniSecret(phrase)).toEqual(withoutSecret)
  expect(scryptEncode('password', salt, options).password).toEqual(withoutKey)
  const { encrypted, nonce } = naclEncrypt(salt, withoutSecret)
  expect(naclDecrypt(encrypted, nonce, withoutSecret)).toEqual(salt)
})
