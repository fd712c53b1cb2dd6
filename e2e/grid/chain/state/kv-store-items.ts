import { account, bytes, doubleMap } from './item.ts'

/** By account and key. Values are kept in SCALE. */
export const entries = doubleMap<Uint8Array, string, Uint8Array>('TFKVStore', 'TFKVStore', account, bytes)
