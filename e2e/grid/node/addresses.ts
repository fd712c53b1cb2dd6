import { md5 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base58Encode } from '@polkadot/util-crypto'
import ipaddr from 'ipaddr.js'
import { myceliumBytes } from '#domain/mycelium-address.ts'
import type { WorldNode } from '../world/nodes.ts'

const toText = (bytes: Uint8Array): string => new ipaddr.IPv6([...bytes]).toRFC5952String()

/** How a node calls a twin's network. Source: zosbase pkg/gridtypes/zos/network.go NetworkID */
export const networkId = (twin: number, name: string): string =>
  base58Encode(md5(utf8ToBytes(`${twin}:${name}`))).slice(0, 13)

/** Where something on a node, such as its 0-db, is in the mycelium network. */
export const nodeMyceliumAddress = (nodeId: number, what: string): string =>
  toText(myceliumBytes(sha256(utf8ToBytes(`mycelium ${nodeId} ${what}`)), 16))

/** An address in the yggdrasil network, 300::/8 for what sits behind a node. */
export function planetaryAddress(nodeId: number, workloadId: string): string {
  const prefix = sha256(utf8ToBytes(`yggdrasil ${nodeId}`)).subarray(0, 8)
  prefix[0] = 0x03
  return toText(concatBytes(prefix, sha256(utf8ToBytes(workloadId)).subarray(0, 8)))
}

/**
 * The public IPv6 that something on the node gives itself, in the node's own /64; `undefined` when the node has no IPv6.
 *
 * Source: zosbase pkg/primitives/pubip/public_ip.go predictedSlaac
 */
export function publicIpv6({ hasIpv6, chain: { id, publicConfig } }: WorldNode, what: string): string | undefined {
  if (!hasIpv6) return undefined
  // 3ffe::/16 counts as public and nobody answers there.
  const own = publicConfig?.ip6?.ip.split('/')[0] ?? `3ffe:1:${id.toString(16)}::`
  const mac = md5(utf8ToBytes(`${what}:pub`)).subarray(0, 6)
  const host = [mac[0]! ^ 2, mac[1]!, mac[2]!, 0xff, 0xfe, ...mac.subarray(3)]
  return toText(Uint8Array.from([...ipaddr.IPv6.parse(own).toByteArray().slice(0, 8), ...host]))
}
