import { blake3 } from '@noble/hashes/blake3.js'
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { x25519 } from '@noble/curves/ed25519.js'
import ipaddr from 'ipaddr.js'

const toText = (bytes: Uint8Array): string => new ipaddr.IPv6([...bytes]).toRFC5952String()

/**
 * What a key's own address begins with; mycelium lives in 400::/7. `secret` is 32 bytes.
 *
 * Source: threefoldtech/mycelium mycelium/src/crypto.rs PublicKey::address (af95abd)
 */
export function myceliumBytes(secret: Uint8Array, length: number): Uint8Array {
  const bytes = blake3(x25519.getPublicKey(secret), { dkLen: length })
  const ones = [...bytes[0]!.toString(2)].filter((bit) => bit === '1').length
  bytes[0] = 0x04 | (ones % 2)
  return bytes
}

/** Where a network, or whatever has a mycelium key (hex of 32 bytes), is in the mycelium network. */
export const networkMyceliumAddress = (key: string): string => toText(myceliumBytes(hexToBytes(key), 16))

/**
 * A machine's mycelium address: 8 bytes that follow from its network's key, ff0f, and its own seed of 6 bytes.
 *
 * Source: zosbase pkg/network/mycelium.go
 */
export const machineMyceliumAddress = (networkKey: string, seed: string): string =>
  toText(concatBytes(myceliumBytes(hexToBytes(networkKey), 8), Uint8Array.of(0xff, 0x0f), hexToBytes(seed)))
