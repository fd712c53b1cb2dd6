import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, expect, test } from 'vitest'
import { allKept } from './kept.ts'
import { openKeystore } from './keystore.ts'
import { phraseSigner } from './phrase-signer.ts'
import { newPhrase, signerOf } from './secret.ts'
import { Vault } from './vault.ts'

// What a browser has, and Node.js too under another name.
globalThis.isSecureContext = true

let text: string
let address: string
beforeEach(async () => {
  indexedDB = new IDBFactory()
  text = newPhrase()
  address = (await phraseSigner(text)).address
})
const secret = () => ({ type: 'sr25519' as const, text })
const fault = (kind: string) => ({ fault: expect.objectContaining({ kind }) as unknown })

test('an account is kept encrypted, opens by its password alone, and is locked after a reload', async () => {
  const first = new Vault()
  expect(await first.add(secret(), 'Work', 'pass word')).toEqual({
    address,
    type: 'sr25519',
    name: 'Work',
    guard: 'password',
  })
  expect((await first.signer(address)).address).toBe(address)
  const stored = JSON.stringify(await allKept())
  for (const word of [text, 'pass word']) expect(stored).not.toContain(word)

  const reloaded = new Vault()
  expect(await reloaded.deployers()).toMatchObject([{ address, name: 'Work' }])
  await expect(reloaded.signer(address)).rejects.toMatchObject(fault('locked'))
  await expect(reloaded.unlock(address, 'wrong')).rejects.toMatchObject(fault('wrong-password'))
  await reloaded.unlock(address, 'pass word')
  const { encryptionKey } = await reloaded.signer(address)
  // The phrase itself was kept, so that other clients' messages can be read still.
  expect(encryptionKey).toEqual((await phraseSigner(text)).encryptionKey)
})

test('play money opens by itself, and the key that guards it is never shown', async () => {
  await new Vault().addGuarded(secret(), 'Play money', 'local')
  const reloaded = new Vault()
  expect((await reloaded.signer(address)).address).toBe(address)
  const [kept] = await allKept()
  expect(kept).toMatchObject({ guarded: { key: { extractable: false } } })
})

test('locking drops the keys and tells who listens', async () => {
  const vault = new Vault()
  const heard: string[][] = []
  vault.watch((unlocked) => heard.push(unlocked))
  await vault.add(secret(), 'Work', 'x')
  vault.lock()
  expect(heard).toEqual([[], [address], []])
  await expect(vault.signer(address)).rejects.toMatchObject(fault('locked'))
})

test('an exported file restores the account elsewhere; the password has to be the right one', async () => {
  const vault = new Vault()
  await vault.add(secret(), 'Work', 'pw')
  await expect(vault.export(address, 'other')).rejects.toMatchObject(fault('wrong-password'))
  const file = await vault.export(address, 'pw')
  expect(signerOf(openKeystore(file, address, 'pw')).address).toBe(address)

  await vault.remove(address)
  expect(await vault.deployers()).toEqual([])
  await vault.addFromKeystore({ keystore: file, address, name: 'Again', password: 'pw' })
  await new Vault().unlock(address, 'pw')
  await expect(vault.add(secret(), 'Twice', 'pw')).rejects.toMatchObject(fault('refused'))
})

test('a wallet account’s messages are signed by its own phrase only', async () => {
  const vault = new Vault()
  expect(() => vault.unlockMessaging(address, 'sr25519', { text: newPhrase() })).toThrow(
    expect.objectContaining(fault('refused')),
  )
  expect(() => vault.unlockMessaging(address, 'sr25519', { text: 'no phrase' })).toThrow(
    expect.objectContaining(fault('unreadable')),
  )
  vault.unlockMessaging(address, 'sr25519', { text })
  expect((await vault.signer(address)).address).toBe(address)
  expect(await vault.deployers()).toEqual([])
})

test('a new name stays', async () => {
  const vault = new Vault()
  await vault.addGuarded(secret(), 'Old', 'local')
  await vault.rename(address, 'New')
  expect(await vault.deployers()).toMatchObject([{ name: 'New' }])
})
