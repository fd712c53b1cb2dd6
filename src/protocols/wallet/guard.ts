/** What was encrypted, with the key that the browser holds for it. IndexedDB stores such keys without showing them. */
export type Sealed = { key: CryptoKey; nonce: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }

/** Encrypts by a new key that the browser uses but never shows. Browsers offer it to pages of https and of this computer. */
export async function seal(secret: Uint8Array): Promise<Sealed> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  return {
    key,
    nonce,
    sealed: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, new Uint8Array(secret)),
  }
}

export const unseal = async ({ key, nonce, sealed }: Sealed): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, key, sealed))
