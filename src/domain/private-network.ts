import type { WireGuardPeer } from '#domain/workloads/wireguard-peer.ts'
import { publicKeyOf, wireGuardAddress } from './wireguard.ts'

/** A twin's private network over one node or several, as its members' workloads tell of it together. */
export type PrivateNetwork = { name: string; ipRange: string; members: Member[]; accesses: Access[] }

/** One node's part. */
export type Member = {
  nodeId: number
  /** Its /24 of the network. */
  subnet: string
  /** Base64; "" of a light network without WireGuard. */
  privateKey: string
  port: number
  /** Where other members call its WireGuard; `undefined` for a hidden node, which nobody can call. */
  address: string | undefined
  /** The member that a hidden one calls, through which it reaches all others. */
  through: number | undefined
}

/** A person's own way in, over the WireGuard of one member. */
export type Access = { nodeId: number; subnet: string; privateKey: string }

/** Who calls the WireGuard of `member` and cannot be called: hidden members, and people. */
const guestsOf = ({ members, accesses }: PrivateNetwork, member: Member): (Member | Access)[] => [
  ...members.filter(({ address, through }) => address === undefined && through === member.nodeId),
  ...accesses.filter(({ nodeId }) => nodeId === member.nodeId),
]

/**
 * The other ends of a member's WireGuard.
 *
 * Source: tfgrid-sdk-ts grid_client 2.9.2, primitives/network.ts; with all of the 100.64 addresses that it leaves out for
 * those behind a guest
 */
export function peersOf(network: PrivateNetwork, member: Member): WireGuardPeer[] {
  const others = network.members.filter(({ nodeId }) => nodeId !== member.nodeId)
  const isHidden = member.address === undefined
  const called = others.filter(
    ({ address, nodeId }) => address !== undefined && (!isHidden || nodeId === member.through),
  )
  return [
    ...called.map((other) => ({
      subnet: other.subnet,
      wireguard_public_key: publicKeyOf(other.privateKey),
      allowed_ips: allowed([
        ...(isHidden ? everySubnet(network).filter((subnet) => subnet !== other.subnet) : []),
        other.subnet,
        ...guestsOf(network, other).map(({ subnet }) => subnet),
      ]).filter((ip) => !allowed([member.subnet]).includes(ip)),
      endpoint: `${other.address!.includes(':') ? `[${other.address}]` : other.address}:${other.port}`,
    })),
    ...guestsOf(network, member).map(({ subnet, privateKey }) => ({
      subnet,
      wireguard_public_key: publicKeyOf(privateKey),
      allowed_ips: allowed([subnet]),
      endpoint: '',
    })),
  ]
}

const everySubnet = ({ members, accesses }: PrivateNetwork) => [...members, ...accesses].map(({ subnet }) => subnet)

/** Each subnet with the WireGuard address that belongs to it, once. */
const allowed = (subnets: string[]): string[] => [
  ...new Set(subnets.flatMap((subnet) => [subnet, `${wireGuardAddress(subnet)}/32`])),
]

/**
 * What a person loads into WireGuard to get into the network.
 *
 * Source: tfgrid-sdk-go grid-client; the TypeScript client lets only one 100.64 address through
 */
export function wireGuardFile(network: PrivateNetwork, { nodeId, subnet, privateKey }: Access): string | undefined {
  const member = network.members.find((one) => one.nodeId === nodeId)
  if (!member?.address) return undefined
  const host = member.address.includes(':') ? `[${member.address}]` : member.address
  return `[Interface]
Address = ${wireGuardAddress(subnet)}/32
PrivateKey = ${privateKey}

[Peer]
PublicKey = ${publicKeyOf(member.privateKey)}
AllowedIPs = ${network.ipRange}, 100.64.0.0/16
PersistentKeepalive = 25
Endpoint = ${host}:${member.port}`
}
