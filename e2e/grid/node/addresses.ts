import { blake3 } from '@noble/hashes/blake3.js'
import { md5 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { base58Encode } from '@polkadot/util-crypto'
import ipaddr from 'ipaddr.js'

const toText = (bytes: Uint8Array): string => new ipaddr.IPv6([...bytes]).toRFC5952String()

/** How a node calls a twin's network. Source: zosbase pkg/gridtypes/zos/network.go NetworkID */
export const networkId = (twin: number, name: string): string =>
  base58Encode(md5(utf8ToBytes(`${twin}:${name}`))).slice(0, 13)

/** A machine's mycelium address: 8 bytes that follow from its network's key, ff0f, and its own seed of 6 bytes. */
export function myceliumAddress(networkKey: string, seed: string): string {
  const prefix = blake3(x25519.getPublicKey(hexToBytes(networkKey)), { dkLen: 8 })
  // Mycelium lives in 400::/7.
  prefix[0] = 0x04 | (prefix[0]! & 1)
  return toText(concatBytes(prefix, Uint8Array.of(0xff, 0x0f), hexToBytes(seed)))
}

/** An address in the yggdrasil network, 300::/8 for what sits behind a node. */
export function planetaryAddress(nodeId: number, workloadId: string): string {
  const prefix = sha256(utf8ToBytes(`yggdrasil ${nodeId}`)).subarray(0, 8)
  prefix[0] = 0x03
  return toText(concatBytes(prefix, sha256(utf8ToBytes(workloadId)).subarray(0, 8)))
}
