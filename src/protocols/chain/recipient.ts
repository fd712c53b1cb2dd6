import type { ApiPromise } from '@polkadot/api'
import { decodeAddress, encodeAddress } from '@polkadot/util-crypto'
import { getTwin, twinIdOf } from './twin.ts'

/** Somebody who can be sent TFT. */
export type Recipient = { address: string; twinId: number | undefined }

/** Whom a text names: an account by its address, in any chain's writing, or a twin by its number. `undefined`: nobody. */
export async function recipientOf(api: ApiPromise, text: string): Promise<Recipient | undefined> {
  const [, digits] = /^(?:twin[ -]?)?(\d{1,9})$/i.exec(text) ?? []
  if (digits !== undefined) {
    const twin = await getTwin(api, Number(digits))
    return twin && { address: twin.address, twinId: twin.id }
  }
  const address = addressIn(text)
  return address === undefined ? undefined : { address, twinId: await twinIdOf(api, address) }
}

/** The library takes a public key in hexadecimal for an address too, which has no checksum to catch a slip. */
function addressIn(text: string): string | undefined {
  if (text.startsWith('0x')) return undefined
  try {
    const key = decodeAddress(text)
    return key.length === 32 ? encodeAddress(key, 42) : undefined
  } catch {
    return undefined
  }
}
