import { freePort, freeSubnet } from '#domain/deployment/choice.ts'
import { withoutResult } from '#domain/plan/update.ts'
import type { Deployment } from '#domain/deployment/deployment.ts'
import type { WireGuardPeer } from '#domain/workloads/wireguard-peer.ts'
import { namesAccesses, writeAccesses } from './private-network-metadata.ts'
import { networkIn, type NetworkWorkload } from './private-network-told.ts'
import { peersOf, takenSubnets, withWaysOut, type Access, type Member, type PrivateNetwork } from './private-network.ts'
import { wireGuardKeys } from './wireguard.ts'

/** What a change leaves to chance, as `Chance` of plans. */
type Chance = { bytes: (length: number) => Uint8Array; number: () => number }

/** A member that is to be made. @param ports taken on its node */
export function addMember(
  network: PrivateNetwork,
  { nodeId, address, ports }: { nodeId: number; address: string | null; ports: readonly number[] },
  chance: Chance,
): PrivateNetwork {
  const member: Member = {
    nodeId,
    contractId: 0,
    contractText: '',
    state: 'planned',
    subnet: freeSubnet(network.ipRange, takenSubnets(network)) ?? '',
    privateKey: wireGuardKeys(chance.bytes(32)).privateKey,
    port: freePort(ports, chance.number) ?? 0,
    address: address ?? undefined,
    through: undefined,
    machines: [],
    strangers: [],
  }
  return withWaysOut({ ...network, members: [...network.members, member] })
}

/** The network without a node's part, and without the ways in that led over it. */
export const removeMember = (network: PrivateNetwork, nodeId: number): PrivateNetwork =>
  withWaysOut({
    ...network,
    members: network.members.filter((member) => member.nodeId !== nodeId),
    accesses: network.accesses.filter((access) => access.nodeId !== nodeId),
  })

/** A way in for a person over a member that can be called. */
export function addAccess(network: PrivateNetwork, nodeId: number, chance: Chance, name?: string): PrivateNetwork {
  const access: Access = {
    nodeId,
    subnet: freeSubnet(network.ipRange, takenSubnets(network)) ?? '',
    privateKey: wireGuardKeys(chance.bytes(32)).privateKey,
    ...(name && { name }),
  }
  return { ...network, accesses: [...network.accesses, access] }
}

export const removeAccess = (network: PrivateNetwork, subnet: string): PrivateNetwork => ({
  ...network,
  accesses: network.accesses.filter((access) => access.subnet !== subnet),
})

/** The members whose nodes have to be told of the network as it is now, each with the next version of what it holds. */
export const updatesOf = (network: PrivateNetwork): { member: Member; next: Deployment }[] =>
  network.members.flatMap((member) => {
    const next = nextOf(network, member)
    return next ? [{ member, next }] : []
  })

/** `undefined` when its node runs what it should, or tells nothing. What other clients wrote stays. */
function nextOf(network: PrivateNetwork, member: Member): Deployment | undefined {
  const held = member.deployment
  const own = held && networkIn(held, network.name)
  if (!held || !own || (member.state === 'held' && isAsWanted(network, member, own))) return undefined
  const version = held.version + 1
  return {
    ...held,
    version,
    signature_requirement: { ...held.signature_requirement, signatures: [] },
    workloads: held.workloads.map((workload) =>
      workload === own ? wanted(network, member, { ...withoutResult(own), version }) : withoutResult(workload),
    ),
  }
}

/** A member's workload with the peers and the ways in of the network. One without WireGuard has neither. */
export function wanted(network: PrivateNetwork, member: Member, workload: NetworkWorkload): NetworkWorkload {
  if (!member.privateKey) return workload
  const { accesses } = network
  const metadata = namesAccesses(workload.metadata, accesses)
    ? workload.metadata
    : writeAccesses(workload.metadata, accesses)
  return { ...workload, metadata, data: { ...workload.data, peers: peersOf(network, member) } } as NetworkWorkload
}

/** Whether a member's workload has the peers and the ways in of the network, in whatever order. */
export const isAsWanted = (network: PrivateNetwork, member: Member, { data, metadata }: NetworkWorkload): boolean =>
  !member.privateKey ||
  (namesAccesses(metadata, network.accesses) && samePeers(data.peers ?? [], peersOf(network, member)))

/** Their order says nothing. */
const samePeers = (a: readonly WireGuardPeer[], b: readonly WireGuardPeer[]): boolean => print(a) === print(b)

const print = (peers: readonly WireGuardPeer[]) =>
  JSON.stringify(
    peers
      .map(({ subnet, wireguard_public_key, allowed_ips, endpoint }) => [
        wireguard_public_key,
        subnet,
        endpoint ?? '',
        ...(allowed_ips ?? []).toSorted(),
      ])
      .sort((one, other) => one[0]!.localeCompare(other[0]!)),
  )
