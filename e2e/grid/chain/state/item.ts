import { compactAddLength, hexToU8a, stringToU8a } from '@polkadot/util'

/** One key of a storage map: how it is written, and how many bytes it takes when that is always the same. */
export type KeyPart<K> = { encode: (key: K) => Uint8Array; size?: number }

const number = (size: 4 | 8): KeyPart<number> => ({
  encode(key) {
    const bytes = new Uint8Array(size)
    for (let at = 0, rest = key; at < size; at++, rest = Math.floor(rest / 256)) bytes[at] = rest
    return bytes
  },
  size,
})
export const u32 = number(4)
export const u64 = number(8)
export const account: KeyPart<Uint8Array> = { encode: (key) => key, size: 32 }
export const text: KeyPart<string> = { encode: (key) => compactAddLength(stringToU8a(key)) }
/** Bytes of any length, kept in hex. */
export const bytes: KeyPart<string> = { encode: (key) => compactAddLength(hexToU8a(key)) }
/** 32 bytes kept in hex. */
export const h256: KeyPart<string> = { encode: (key) => hexToU8a(key), size: 32 }
/** 32 bytes kept as text, a character for each byte. */
export const hash: KeyPart<string> = { encode: (key) => Uint8Array.from(key, (char) => char.charCodeAt(0)), size: 32 }

/** A place in the chain's storage. What is kept there is our own value; `wire` makes of it what its SCALE type takes. */
export type Item<Key extends readonly unknown[], Value> = {
  pallet: string
  name: string
  parts: { [N in keyof Key]: KeyPart<Key[N]> }
  wire: (value: Value) => unknown
}

/** Without `wire` the value is kept as its SCALE type takes it. */
export const value = <V>(pallet: string, name: string, wire: (value: V) => unknown = (v) => v): Item<[], V> => ({
  pallet,
  name,
  parts: [],
  wire,
})

export const map = <K, V>(
  pallet: string,
  name: string,
  key: KeyPart<K>,
  wire: (value: V) => unknown = (v) => v,
): Item<[K], V> => ({ pallet, name, parts: [key], wire })

export const doubleMap = <K1, K2, V>(
  pallet: string,
  name: string,
  ...parts: [KeyPart<K1>, KeyPart<K2>]
): Item<[K1, K2], V> => ({ pallet, name, parts, wire: (v) => v })
