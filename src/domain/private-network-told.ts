import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import type { NodeContract } from './deployed.ts'
import { readAccesses } from './private-network-metadata.ts'
import type { Access, Member, PrivateNetwork } from './private-network.ts'
import { isWireGuardKey, publicKeyOf } from './wireguard.ts'

/** What became of asking a node for its part of a network. `deployment` is `null` when it holds none for the contract. */
export type Told = {
  deployment: Deployment | null
  /** Where its WireGuard can be called; `null` for a hidden node. */
  address: string | null
  machines: string[]
  answeredInMs: number
}

/** A contract with a network in it, and what its node told: `undefined` while it is being asked. */
export type NetworkPart = {
  contract: NodeContract
  /** Of a contract that was made for something else: which network is in it. */
  brings?: Brought
  told: Told | 'silent' | undefined
}

/** A network in a contract that holds more, as some clients put it beside their machine. */
export type Brought = { name: string; beside: string[] }

export type NetworkWorkload = Workload<'network'> | Workload<'network-light'>

/** The network workload of this name in a deployment, or its only one. */
export function networkIn({ workloads }: Deployment, name: string): NetworkWorkload | undefined {
  const all = workloads.filter((one): one is NetworkWorkload => one.type === 'network' || one.type === 'network-light')
  return all.find((one) => one.name === name) ?? (all.length === 1 ? all[0] : undefined)
}

/** The networks that a deployment brings along, each with the names of what else is in it. */
export const networksIn = ({ workloads }: Deployment): Brought[] =>
  workloads
    .filter(({ type }) => type === 'network' || type === 'network-light')
    .map(({ name }) => ({ name, beside: workloads.map((one) => one.name).filter((one) => one !== name) }))

/** A twin's private networks by name, of what their nodes told so far. */
export function privateNetworksOf(parts: readonly NetworkPart[]): PrivateNetwork[] {
  const nameOf = ({ contract, brings, told }: NetworkPart) => {
    if (brings) return brings.name
    const held = typeof told === 'object' ? told.deployment : null
    return (held && networkIn(held, contract.data.name)?.name) ?? contract.data.name
  }
  return [...new Set(parts.map(nameOf))]
    .map((name) =>
      together(
        name,
        parts.filter((part) => nameOf(part) === name),
      ),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}

function together(name: string, parts: NetworkPart[]): PrivateNetwork {
  const members = parts.map((part) => toMember(name, part)).sort((a, b) => a.nodeId - b.nodeId)
  const accesses = accessesOf(name, members)
  const keys = new Map(
    [...accesses, ...members]
      .filter(({ privateKey }) => isWireGuardKey(privateKey))
      .map((end) => [publicKeyOf(end.privateKey), 'contractId' in end ? end.nodeId : undefined]),
  )
  const ranges = members.map(({ deployment }) => deployment && networkIn(deployment, name)?.data.ip_range)
  return {
    name,
    ipRange: ranges.find(Boolean) ?? '',
    members: recognised(
      members.map((member) => {
        const peers = heldPeers(name, member)
        const called = peers.find(({ endpoint }) => endpoint !== '')
        return {
          ...member,
          through: member.address === undefined && called ? keys.get(called.wireguard_public_key) : undefined,
          strangers: peers.filter(({ wireguard_public_key: key }) => !keys.has(key)),
        }
      }),
    ),
    accesses,
  }
}

/** The only member that is silent is the only stranger there is: the others tell where it is. */
function recognised(members: Member[]): Member[] {
  const [silent, ...more] = members.filter(({ state }) => state === 'silent')
  const strangers = members.flatMap((one) => one.strangers)
  const [peer, ...others] = strangers.filter(
    ({ wireguard_public_key: key }, i) => strangers.findIndex((one) => one.wireguard_public_key === key) === i,
  )
  if (!silent || more.length > 0 || !peer || others.length > 0) return members
  // Among hidden members, Go clients write the subnet of who calls instead of who is called.
  const subnet = strangers.map((one) => one.subnet).find((one) => members.every((member) => member.subnet !== one))
  const [, host, port] = /^\[?([^\]]+?)\]?:(\d+)$/.exec(peer.endpoint) ?? []
  const way = host === undefined ? members.find((one) => one.strangers.includes(peer))?.nodeId : undefined
  const place = { subnet: subnet ?? '', address: host, port: Number(port ?? 0), through: way }
  return members.map((member) => (member === silent ? { ...member, ...place } : member))
}

function toMember(name: string, { contract, brings, told }: NetworkPart): Member {
  const { nodeId, id: contractId, text: contractText } = contract
  const blank = {
    subnet: '',
    privateKey: '',
    port: 0,
    address: undefined,
    through: undefined,
    machines: [],
    strangers: [],
  }
  const member = { ...blank, nodeId, contractId, contractText, ...(brings && { beside: brings.beside }) }
  if (told === undefined) return { ...member, state: 'asked' }
  if (told === 'silent') return { ...member, state: 'silent' }
  const { deployment, address, machines, answeredInMs } = told
  const workload = deployment && networkIn(deployment, name)
  if (!deployment || !workload) return { ...member, state: 'empty', answeredInMs }
  const { subnet, wireguard_private_key, wireguard_listen_port } = workload.data
  return {
    ...member,
    state: workload.result?.state === 'error' ? 'failed' : 'held',
    answeredInMs,
    deployment,
    beside: networksIn(deployment).find((one) => one.name === workload.name)?.beside,
    subnet,
    privateKey: wireguard_private_key ?? '',
    port: wireguard_listen_port ?? 0,
    address: address ?? undefined,
    machines,
  }
}

/**
 * Clients write every way in into every member. It is open as long as its own member lets it in; of a member that tells
 * nothing, the others are believed.
 */
function accessesOf(name: string, members: Member[]): Access[] {
  const named = members.flatMap(({ deployment }) =>
    deployment ? readAccesses(networkIn(deployment, name)?.metadata ?? '') : [],
  )
  const bySubnet = new Map(named.map((access) => [access.subnet, access]))
  return [...bySubnet.values()].filter(({ nodeId, subnet }) => {
    const member = members.find((one) => one.nodeId === nodeId)
    return !member?.deployment || heldPeers(name, member).some((peer) => peer.subnet === subnet)
  })
}

const heldPeers = (name: string, { deployment }: Member) =>
  (deployment && networkIn(deployment, name)?.data.peers) ?? []
