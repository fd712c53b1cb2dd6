import { concat } from './scale.ts'

/**
 * Stellar's text for a public key: version, 32 bytes of ed25519 key and a CRC16-XMODEM, little endian, in base32.
 * Source: stellar-protocol ecosystem/sep-0023.md
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
// Makes the text begin with G.
const version = 6 << 3

function checksum(bytes: Uint8Array): Uint8Array {
  let crc = 0
  for (const byte of bytes) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  return Uint8Array.of(crc & 255, crc >> 8)
}

const bitsOf = (values: Iterable<number>, size: number): string =>
  [...values].map((value) => value.toString(2).padStart(size, '0')).join('')
const split = (bits: string, size: number): number[] =>
  Array.from({ length: bits.length / size }, (_, i) => parseInt(bits.slice(i * size, (i + 1) * size), 2))

/** `[0 … 0] → "GAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAWHF"` */
export function stellarAddress(key: Uint8Array): string {
  const payload = concat(Uint8Array.of(version), key)
  const bits = bitsOf(concat(payload, checksum(payload)), 8)
  return split(bits, 5)
    .map((digit) => alphabet[digit])
    .join('')
}

export function isStellarAddress(text: string): boolean {
  if (!/^G[A-Z2-7]{55}$/.test(text)) return false
  const digits = [...text].map((letter) => alphabet.indexOf(letter))
  const key = Uint8Array.from(split(bitsOf(digits, 5), 8)).slice(1, 33)
  return stellarAddress(key) === text
}
