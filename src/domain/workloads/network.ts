import { none, type Capacity } from '#domain/capacity.ts'
import { integer, list, text } from '#domain/go-text.ts'
import { ipNet } from '#domain/ip.ts'
import * as mycelium from './mycelium.ts'
import * as peer from './wireguard-peer.ts'

/**
 * One node's part of a private network that spans nodes. Machines of any deployment of the twin on this node join it.
 *
 * Source: zosbase pkg/gridtypes/zos/network.go
 */
export type Network = {
  /** The whole network: an IPv4 /16 by convention. */
  ip_range: string
  /** This node's /24 of it. */
  subnet: string
  wireguard_private_key: string
  wireguard_listen_port: number
  peers: peer.WireGuardPeer[] | null
  mycelium?: mycelium.Mycelium | null
}

export const challenge = (data: Network): string =>
  wireguardChallenge(data) + (data.mycelium ? mycelium.challenge(data.mycelium) : '')

/** What a network and a light one hash alike. */
export const wireguardChallenge = (data: Partial<Omit<Network, 'mycelium'>>): string =>
  ipNet(data.ip_range) +
  ipNet(data.subnet) +
  text(data.wireguard_private_key) +
  integer(data.wireguard_listen_port, 'uint16') +
  list(data.peers, peer.challenge)

export function problem(data: Network): string | undefined {
  if (!data.ip_range) return 'network IP range cannot be empty'
  if (!data.subnet) return 'network resource subnet cannot empty'
  if (!data.wireguard_private_key) return 'network resource wireguard private key cannot empty'
  const peerProblem = (data.peers ?? []).map(peer.problem).find(Boolean)
  return peerProblem ?? (data.mycelium ? mycelium.problem(data.mycelium) : undefined)
}

export const capacity = (): Capacity => none
