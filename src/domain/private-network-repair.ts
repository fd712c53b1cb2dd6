import type { WireGuardPeer } from '#domain/workloads/wireguard-peer.ts'
import { updatesOf } from './private-network-change.ts'
import { withWaysOut, type Member, type PrivateNetwork } from './private-network.ts'
import { wireGuardAddress } from './wireguard.ts'

/** What is wrong with a network. Each has one way to mend it. */
export type Trouble =
  /** Its node says nothing. `behind` are hidden members that reach the others through it, and so reach nobody now. */
  | { kind: 'silent'; member: Member; behind: Member[] }
  /** Its node holds nothing for its contract. */
  | { kind: 'empty'; member: Member }
  /** Its node could not set it up. */
  | { kind: 'failed'; member: Member }
  /** Ends that belong to no member and to nobody's way in: of a contract that is gone, or a key that nobody wrote down. */
  | { kind: 'strangers'; peers: WireGuardPeer[] }
  /** Members that do not know the others as they are, for they were silent when something changed. */
  | { kind: 'outdated'; members: Member[] }

/** Nothing is told while a node is still being asked: it may be who is missing. */
export function troublesOf(network: PrivateNetwork): Trouble[] {
  const { members } = network
  if (members.some(({ state }) => state === 'asked')) return []
  const silent = members.filter(({ state }) => state === 'silent')
  const behind = members.filter(callsStranger)
  const strangers = silent.length > 0 ? [] : strangersOf(network)
  const outdated = updatesOf(network).map(({ member }) => member)
  const late = outdated.filter(({ state }) => state === 'held')
  return [
    ...silent.map((member): Trouble => ({ kind: 'silent', member, behind: silent.length === 1 ? behind : [] })),
    ...members.flatMap((member): Trouble[] =>
      member.state === 'empty' || member.state === 'failed' ? [{ kind: member.state, member }] : [],
    ),
    ...(strangers.length > 0 ? [{ kind: 'strangers' as const, peers: strangers }] : []),
    ...(late.length > 0 ? [{ kind: 'outdated' as const, members: late }] : []),
  ]
}

const callsStranger = ({ address, strangers }: Member) =>
  address === undefined && strangers.some(({ endpoint }) => endpoint !== '')

/** Each once. */
export const strangersOf = ({ members }: PrivateNetwork): WireGuardPeer[] => {
  const all = members.flatMap(({ strangers }) => strangers)
  return all.filter(
    ({ wireguard_public_key: key }, i) => all.findIndex((one) => one.wireguard_public_key === key) === i,
  )
}

/** The network in which nobody calls or lets in strangers. */
export const withoutStrangers = (network: PrivateNetwork): PrivateNetwork =>
  withWaysOut({ ...network, members: network.members.map((member) => ({ ...member, strangers: [] })) })

/**
 * The network in which hidden members call one that answers, not one that is silent. The others keep the silent one's own
 * subnet, so that nobody else gets it.
 */
export const rerouted = (network: PrivateNetwork): PrivateNetwork =>
  withWaysOut({
    ...network,
    members: network.members.map((member) => ({
      ...member,
      strangers: member.strangers
        .filter(({ endpoint }) => member.address !== undefined || endpoint === '')
        .map((peer) => ({ ...peer, allowed_ips: [peer.subnet, `${wireGuardAddress(peer.subnet)}/32`] })),
    })),
  })
