import { compactAddLength, compactToU8a, stringToU8a, u8aConcat } from '@polkadot/util'

/** Writers of SCALE's building blocks: https://docs.polkadot.com/polkadot-protocol/parachain-basics/data-encoding */
export const concat = (...parts: Uint8Array[]): Uint8Array => u8aConcat(...parts)
export const byte = (n: number): Uint8Array => Uint8Array.of(n)
export const compact = (n: number): Uint8Array => compactToU8a(n)
export const bytes = (value: Uint8Array): Uint8Array => compactAddLength(value)
export const text = (value: string): Uint8Array => bytes(stringToU8a(value))

export function u32(n: number): Uint8Array {
  const out = new Uint8Array(4)
  new DataView(out.buffer).setUint32(0, n, true)
  return out
}

export const list = <T>(items: T[], write: (item: T) => Uint8Array): Uint8Array =>
  concat(compact(items.length), ...items.map(write))

export const option = (value: Uint8Array | undefined): Uint8Array =>
  value === undefined ? byte(0) : concat(byte(1), value)
