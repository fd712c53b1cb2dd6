import ipaddr from 'ipaddr.js'
import type { PublicConfig } from './node.ts'

/**
 * Where others call a node's WireGuard: its own public IPv4, else its IPv6, else the first public address that its bridge
 * has. `null` for a hidden node, which nobody can call.
 *
 * Source: tfgrid-sdk-go grid-client node/client.go GetNodeEndpoint
 *
 * @param bridge addresses without a mask
 */
export function nodeEndpoint(config: Pick<PublicConfig, 'ipv4' | 'ipv6'> | undefined, bridge: readonly string[]) {
  const own = [config?.ipv4, config?.ipv6].map((cidr) => (cidr ?? '').replace(/\/\d+$/, ''))
  return [...own, ...bridge].find(isPublic) ?? null
}

/** The overlays, Yggdrasil 200::/7 and mycelium 400::/7, have no use for it: WireGuard is under them. */
function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const ip = ipaddr.parse(address)
  const isOverlay = ip.kind() === 'ipv6' && /^0?[2-5]..:/.test(address)
  return ip.range() === 'unicast' && !isOverlay
}
