import type { Deployment } from '#domain/deployment/deployment.ts'
import type { WireGuardPeer } from '#domain/workloads/wireguard-peer.ts'
import { isWireGuardKey, publicKeyOf, wireGuardAddress } from './wireguard.ts'

/** A twin's private network over one node or several, as its members' workloads tell of it together. */
export type PrivateNetwork = { name: string; ipRange: string; members: Member[]; accesses: Access[] }

/** Where other clients put a network by themselves, and where a light one is that tells none. */
export const defaultRange = '10.20.0.0/16'

/** One node's part. */
export type Member = {
  /** Below 0 while no node was chosen for it. */
  nodeId: number
  /** 0 until its contract is made. */
  contractId: number
  /** What is written into its contract. */
  contractText: string
  /** `empty`: its node answers and holds nothing for the contract. */
  state: 'planned' | 'asked' | 'held' | 'failed' | 'silent' | 'empty'
  answeredInMs?: number
  /** What its node holds, as it told it. */
  deployment?: Deployment
  /** Its /24 of the network; "" of a member that told nothing. */
  subnet: string
  /** Base64; "" of a light network without WireGuard, and of a member that told nothing. */
  privateKey: string
  port: number
  /** Where other members call its WireGuard; `undefined` for a hidden node, which nobody can call. */
  address: string | undefined
  /** The member that a hidden one calls, through which it reaches all others. */
  through: number | undefined
  /** Addresses of the twin's machines in it, as its node tells. */
  machines: string[]
  /** What else its contract holds, by name: other clients put networks beside machines. Empty or absent when nothing. */
  beside?: string[]
  /** Ends of its WireGuard that belong to nobody who told of themselves: silent members, and keys that nobody wrote down. */
  strangers: WireGuardPeer[]
}

/**
 * A person's own way in, over the WireGuard of one member. `kept` is what a client wrote of it, with members that only
 * that client knows.
 */
export type Access = { nodeId: number; subnet: string; privateKey: string; name?: string; kept?: object }

/** Whether others can know it by its key and subnet. What is half typed cannot be known. */
const isKnown = ({ privateKey, subnet }: Member | Access): boolean =>
  isWireGuardKey(privateKey) && /^\d+(\.\d+){3}\/\d+$/.test(subnet)

/** Who calls the WireGuard of `member` and cannot be called: people, and hidden members. */
const guestsOf = ({ members, accesses }: PrivateNetwork, member: Member): (Member | Access)[] =>
  [
    ...accesses.filter(({ nodeId }) => nodeId === member.nodeId),
    ...members.filter(({ address, through }) => address === undefined && through === member.nodeId),
  ].filter(isKnown)

/**
 * The other ends of a member's WireGuard.
 *
 * Source: tfgrid-sdk-ts grid_client 2.9.2, primitives/network.ts generatePeers, but that a hidden member is not told to look
 * for its own subnet elsewhere; strangers stay as they are
 */
export function peersOf(network: PrivateNetwork, member: Member): WireGuardPeer[] {
  if (!member.privateKey) return member.strangers
  const isHidden = member.address === undefined
  const called = network.members.filter(
    (other) =>
      other.nodeId !== member.nodeId &&
      other.address !== undefined &&
      isKnown(other) &&
      (!isHidden || other.nodeId === member.through),
  )
  return [
    ...called.map((other) => ({
      subnet: other.subnet,
      wireguard_public_key: publicKeyOf(other.privateKey),
      allowed_ips: allowed(
        [
          ...(isHidden ? takenSubnets(network).filter((subnet) => subnet !== other.subnet) : []),
          other.subnet,
          ...guestsOf(network, other).map(({ subnet }) => subnet),
          ...other.strangers.filter(({ endpoint }) => !endpoint).map(({ subnet }) => subnet),
        ].filter((subnet) => subnet !== member.subnet),
      ),
      endpoint: endpointOf(other.address!, other.port),
    })),
    ...guestsOf(network, member).map(({ subnet, privateKey }) => ({
      subnet,
      wireguard_public_key: publicKeyOf(privateKey),
      allowed_ips: allowed([subnet]),
      endpoint: '',
    })),
    ...member.strangers,
  ]
}

export const endpointOf = (address: string, port: number): string =>
  `${address.includes(':') ? `[${address}]` : address}:${port}`

/** Every /24 that a member, a person or a stranger has. */
export const takenSubnets = ({ members, accesses }: PrivateNetwork): string[] => [
  ...new Set(
    [...members, ...accesses, ...members.flatMap(({ strangers }) => strangers)].flatMap(({ subnet }) => subnet || []),
  ),
]

/** Each subnet with the WireGuard address that belongs to it, once. */
const allowed = (subnets: string[]): string[] => [
  ...new Set(subnets.flatMap((subnet) => [subnet, `${wireGuardAddress(subnet)}/32`])),
]

/**
 * The network with a member to call for each hidden one that has none, or whose own is not there: the first that can be
 * called over IPv4, else over IPv6. One that calls a stranger goes on calling them.
 */
export function withWaysOut(network: PrivateNetwork): PrivateNetwork {
  const callable = network.members.filter((member) => member.address !== undefined && isKnown(member))
  const out = callable.find(({ address }) => !address!.includes(':')) ?? callable[0]
  return {
    ...network,
    members: network.members.map((member) => {
      if (member.address !== undefined || !member.privateKey) return { ...member, through: undefined }
      const own = callable.find(({ nodeId }) => nodeId === member.through)
      return { ...member, through: callsStranger(member) ? undefined : (own ?? out)?.nodeId }
    }),
  }
}

const callsStranger = ({ strangers }: Member) => strangers.some(({ endpoint }) => endpoint !== '')

/** Members that nobody can call and that can call nobody: those of a network of hidden nodes only. */
export const cutOff = ({ members }: PrivateNetwork): Member[] =>
  members.length < 2
    ? []
    : members.filter(
        (member) =>
          member.privateKey && member.address === undefined && member.through === undefined && !callsStranger(member),
      )

/**
 * What a person loads into WireGuard to get into the network; `undefined` while the member it calls tells nothing, or when
 * nobody can call that member.
 *
 * Source: tfgrid-sdk-go grid-client; the TypeScript client lets only one 100.64 address through
 */
export function wireGuardFile(network: PrivateNetwork, { nodeId, subnet, privateKey }: Access): string | undefined {
  const member = network.members.find((one) => one.nodeId === nodeId)
  if (!member?.address || !member.privateKey) return undefined
  return `[Interface]
Address = ${wireGuardAddress(subnet)}/32
PrivateKey = ${privateKey}

[Peer]
PublicKey = ${publicKeyOf(member.privateKey)}
AllowedIPs = ${network.ipRange}, 100.64.0.0/16
PersistentKeepalive = 25
Endpoint = ${endpointOf(member.address, member.port)}`
}
