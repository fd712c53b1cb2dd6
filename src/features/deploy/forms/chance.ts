import { bytesToHex } from '@noble/hashes/utils.js'
import type { Chance } from '#domain/plan/template.ts'

/** What keys, seeds and names are made of. */
export const chance: Chance = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  number: Math.random,
}

export const randomHex = (length: number): string => bytesToHex(chance.bytes(length))
