import { describe, expect, test } from 'vitest'
import { verify, sign } from '#protocols/rmb/signature.ts'
import batches from './keystore-batch.vectors.json'
import files from './keystore.vectors.json'
import { contentsOf, openKeystore, readKeystore, writeKeystore, type Keystore } from './keystore.ts'
import { pairOf, signerOf, type Secret } from './secret.ts'
import type { KeyType } from './signer.ts'

const usable = files.filter(({ type }) => type !== 'ethereum')
const read = (json: unknown): Keystore => readKeystore(JSON.stringify(json))
const message = new Uint8Array([1, 2, 3])

describe('files that the real extension exported', () => {
  test.each(usable)('$what: opens, and signs for its account', async ({ json, address, password, type, phrase }) => {
    const keystore = read(json)
    expect(contentsOf(keystore)).toMatchObject({ batch: false, accounts: [{ address }] })
    const signer = signerOf(openKeystore(keystore, address, password))
    expect(signer).toMatchObject({ address, type })
    expect(verify(message, await sign(message, signer), signer.publicKey)).toBe(true)

    const ofPhrase = signerOf({ type: type as KeyType, text: phrase })
    expect(ofPhrase.address).toBe(address)
    // An sr25519 file has lost the seed that other clients encrypt by; a derived account never had one.
    const same = type === 'ed25519' || phrase.includes('/')
    expect(Buffer.from(signer.encryptionKey).equals(Buffer.from(ofPhrase.encryptionKey))).toBe(same)
  })

  test('the same file gives the same encryption key each time', () => {
    const { json, address, password } = usable[0]!
    const keys = [1, 2].map(() => signerOf(openKeystore(read(json), address, password)).encryptionKey)
    expect(keys[0]).toEqual(keys[1])
    expect(keys[0]).toHaveLength(33)
  })

  test.each(batches)('$what', ({ json, password: batchPassword, accounts }) => {
    const keystore = read(json)
    expect(contentsOf(keystore)).toMatchObject({ batch: true, accounts: accounts.map(({ address }) => ({ address })) })
    for (const { address, password } of accounts)
      expect(signerOf(openKeystore(keystore, address, password, batchPassword)).address).toBe(address)
  })
})

test('a wrong password is told, of the account and of the file around it', () => {
  const { json, address } = usable.find(({ what }) => what.includes('2^15'))!
  expect(() => openKeystore(read(json), address, 'wrong')).toThrow(
    expect.objectContaining({ fault: { kind: 'wrong-password', where: 'of the account' } }),
  )
  const old = batches.at(-1)!
  const [first] = old.accounts
  expect(() => openKeystore(read(old.json), first!.address, first!.password, 'wrong')).toThrow(
    expect.objectContaining({ fault: { kind: 'wrong-password', where: 'of the file' } }),
  )
})

const sound = usable[0]!.json
test.each([
  ['no JSON', '{', 'it is not JSON'],
  ['another JSON', '{"name":"x"}', 'address should be a string, got nothing'],
  ['a file of another kind of key', JSON.stringify(files.find(({ type }) => type === 'ethereum')!.json), 'ethereum'],
  ['an address that is none', JSON.stringify({ ...sound, address: '5abc' }), '5abc is no address'],
])('%s is refused with the reason', (_, text, reason) => {
  expect(() => contentsOf(readKeystore(text))).toThrow(reason)
})

test.each([
  ['cut short', { ...sound, encoded: sound.encoded.slice(0, 40) }],
  ['of unknown letters', { ...sound, encoded: '!!!' }],
])('a file %s is damaged, not a wrong password', (_, json) => {
  expect(() => openKeystore(read(json), sound.address, 'correct horse battery staple')).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ kind: 'unreadable' }) as unknown }),
  )
})

test('a file of another account is not opened for this one', () => {
  expect(() => openKeystore(read(sound), usable[1]!.address, 'x')).toThrow(
    expect.objectContaining({ fault: expect.objectContaining({ kind: 'missing' }) as unknown }),
  )
})

test('what is written can be restored', () => {
  const secret: Secret = { type: 'ed25519', text: `0x${'07'.repeat(32)}` }
  const file = writeKeystore(pairOf(secret), 'ed25519', 'Savings', 'pässword')
  expect(file.meta).toEqual({ name: 'Savings' })
  const opened = openKeystore(read(file), file.address, 'pässword')
  expect(signerOf(opened)).toMatchObject({ address: signerOf(secret).address })
  expect(signerOf(opened).encryptionKey).toEqual(signerOf(secret).encryptionKey)
})
