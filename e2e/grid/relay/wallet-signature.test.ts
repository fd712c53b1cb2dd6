import { utf8ToBytes } from '@noble/hashes/utils.js'
import RequestBytesSign from '@polkadot/extension-base/background/RequestBytesSign'
import { Keyring } from '@polkadot/keyring'
import { TypeRegistry } from '@polkadot/types'
import { hexToU8a, u8aToHex } from '@polkadot/util'
import { signatureVerify } from '@polkadot/util-crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lifetime } from '#protocols/rmb/envelope.ts'
import { jsonSchema, seal } from '#protocols/rmb/sealing.ts'
import { freshClaims, writeToken } from '#protocols/rmb/token.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import type { KeyType, Signer } from '#protocols/wallet/signer.ts'
import { admit } from './admission.ts'
import { Testbed } from './testbed.ts'

// Why messages to nodes are not signed by the wallet: what it signs for a site, it first puts between <Bytes> and </Bytes>.

let bed: Testbed
beforeEach(async () => {
  bed = await Testbed.start()
})
afterEach(() => bed.stop())

const seed = `0x${'01'.repeat(32)}`

/** Signs messages as the polkadot{.js} extension does for a site that calls `signRaw`: by the extension's own class. */
async function walletSigner(type: KeyType): Promise<Signer> {
  const pair = new Keyring({ type }).addFromUri(seed)
  const sign = (message: Uint8Array) => {
    const asked = new RequestBytesSign({ address: pair.address, data: u8aToHex(message), type: 'bytes' })
    return hexToU8a(asked.sign(new TypeRegistry(), pair).signature)
  }
  return { ...(await phraseSigner(seed, type)), sign: async (message) => sign(message) }
}

test.each<KeyType>(['sr25519', 'ed25519'])(
  '%s: only the library takes what the wallet signs for the message',
  async (type) => {
    const wallet = await walletSigner(type)
    const message = utf8ToBytes('a message')
    expect(signatureVerify(message, await wallet.sign(message), wallet.address).isValid).toBe(true)
  },
)

test.each<KeyType>(['sr25519', 'ed25519'])(
  '%s: a relay lets nobody in by a token that the wallet signed',
  async (type) => {
    const wallet = await walletSigner(type)
    bed.enter(bed.user, wallet)
    const directory = async (twin: number) => bed.chain.get(twin)
    const claims = freshClaims(bed.user)
    expect(await admit(await writeToken(claims, wallet), directory)).toEqual({
      status: 401,
      reason: 'invalid jwt: jwt: Invalid signature',
    })
    expect(await admit(await writeToken(claims, await phraseSigner(seed, type)), directory)).toMatchObject({
      sub: bed.user,
    })
  },
)

test.each<KeyType>(['sr25519', 'ed25519'])(
  '%s: a node is silent to an envelope that the wallet signed',
  async (type) => {
    const wallet = await walletSigner(type)
    bed.enter(bed.user, wallet)
    const node = bed.peer(async () => 'did it')
    const draft = {
      uid: 'u1',
      ...lifetime(20_000),
      source: { twin: bed.user },
      destination: { twin: bed.node },
      message: { case: 'request', value: { command: 'zos.system.version' } },
      schema: jsonSchema,
    } as const
    const asked = (signer: Signer) => seal(draft, utf8ToBytes('{}'), signer, bed.nodeSigner.encryptionKey)
    expect(await node.answer(await asked(wallet))).toBeUndefined()
    expect(await node.answer(await asked(await phraseSigner(seed, type)))).toBeDefined()
  },
)
