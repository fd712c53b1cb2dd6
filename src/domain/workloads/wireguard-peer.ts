import { list, text } from '#domain/go-text.ts'
import { ipNet } from '#domain/ip.ts'

/** Another end of a network's WireGuard: a node, or a person's own machine. `endpoint` is "" when it cannot be called. */
export type WireGuardPeer = {
  subnet: string
  wireguard_public_key: string
  allowed_ips: string[] | null
  /** `ip:port` or `[ip6]:port`. */
  endpoint: string
}

// Source: zosbase pkg/gridtypes/zos/network.go (Peer)
export const challenge = (peer: WireGuardPeer): string =>
  text(peer.wireguard_public_key) + text(peer.endpoint) + ipNet(peer.subnet) + list(peer.allowed_ips, ipNet)

export function problem(peer: WireGuardPeer): string | undefined {
  if (!peer.subnet) return 'peer wireguard subnet cannot empty'
  if (!peer.allowed_ips?.length) return 'peer wireguard allowedIPs cannot empty'
  if (!peer.wireguard_public_key) return 'peer wireguard public key cannot empty'
  return undefined
}
