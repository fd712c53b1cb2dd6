/**
 * Keeps an account's phrase in this browser, encrypted by a key that the browser will use but never show:
 * a copy of the profile's files, or a look into its storage, gives no secret away. Code of this page could still ask for it.
 * Entries are named by the place they belong to (a network's chain). A page that came over plain http from another computer
 * has no such keys; there nothing is kept, and the account ends with the page.
 */
export async function keepPhrase(place: string, phrase: string): Promise<void> {
  if (!isSecureContext) return
  const store = await openStore()
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, new TextEncoder().encode(phrase))
  await done(store('readwrite').put({ key, nonce, sealed } satisfies Kept, place))
}

/** The phrase kept for `place`, or `undefined` when there is none. */
export async function keptPhrase(place: string): Promise<string | undefined> {
  if (!isSecureContext) return undefined
  const store = await openStore()
  const kept = await done<Kept | undefined>(store('readonly').get(place))
  if (!kept) return undefined
  const phrase = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.nonce }, kept.key, kept.sealed)
  return new TextDecoder().decode(phrase)
}

export async function forgetPhrase(place: string): Promise<void> {
  const store = await openStore()
  await done(store('readwrite').delete(place))
}

type Kept = { key: CryptoKey; nonce: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }

const table = 'phrases'

async function openStore(): Promise<(mode: IDBTransactionMode) => IDBObjectStore> {
  const opening = indexedDB.open('accounts', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(table)
  const database = await done(opening)
  return (mode) => database.transaction(table, mode).objectStore(table)
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The browser could not keep the account'))
  })
