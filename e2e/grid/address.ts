import { decodeAddress } from '@polkadot/util-crypto'

/** The public key in an SS58 address; `undefined` when the text is none. */
export function readAddress(text: string): Uint8Array | undefined {
  try {
    return decodeAddress(text)
  } catch {
    return undefined
  }
}
