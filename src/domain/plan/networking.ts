import { bytesToHex } from '@noble/hashes/utils.js'
import { freePort, freeSubnet } from '#domain/deployment/choice.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import { isAsWanted, updatesOf, wanted } from '#domain/private-network-change.ts'
import { namesAccesses, readAccesses, readWishes } from '#domain/private-network-metadata.ts'
import { networkIn, type NetworkWorkload } from '#domain/private-network-told.ts'
import {
  defaultRange,
  takenSubnets,
  withWaysOut,
  type Access,
  type Member,
  type PrivateNetwork,
} from '#domain/private-network.ts'
import { wireGuardKeys } from '#domain/wireguard.ts'
import type { PlanFacts } from './facts.ts'
import { withAddresses } from './machine-addresses.ts'
import { networkParts, withMemberships, withoutDeployment, type NetworkPart } from './memberships.ts'
import { withDeployment, withNode, withWorkload, type Plan } from './plan.ts'
import type { Chance } from './template.ts'

/**
 * The plan with all that private networks need: a part on each node whose machines join one, subnets, ports, keys,
 * machines' addresses, and the peers of every member. What exists already of these networks is updated as far as its nodes
 * answer. What somebody typed stays; done twice it is the same.
 */
export function planNetworks(plan: Plan, facts: PlanFacts, chance: Chance): Plan {
  const joined = withKeys(withMemberships(plan, facts, chance), chance)
  const names = new Set(networkParts(joined).map(({ workload }) => workload.name))
  const connected = [...names].reduce((next, name) => connect(next, name, facts, chance), joined)
  return withAddresses(connected, facts)
}

/** Members of networks that a plan changes whose nodes tell nothing: they will not hear of the change. */
export const membersLeftOut = (plan: Plan, { networks }: PlanFacts): { network: string; member: Member }[] =>
  (networks.data ?? [])
    .filter(({ name }) => networkParts(plan).some(({ workload }) => workload.name === name))
    .flatMap(({ name, members }) =>
      members.filter(({ deployment }) => !deployment).map((member) => ({ network: name, member })),
    )

/** The plan in which all members of one network know each other. */
function connect(plan: Plan, name: string, facts: PlanFacts, chance: Chance): Plan {
  const existing = facts.networks.data?.find((one) => one.name === name)
  const parts = networkParts(plan).filter(({ workload }) => workload.name === name)
  const network = filled(together(plan, parts, existing, facts), facts, chance)
  const wired = parts.reduce((next, part) => {
    const member = network.members.find(({ nodeId }) => nodeId === nodeIdOf(plan, part))!
    return withPart(next, part, member, network)
  }, plan)
  return existing ? withUpdates(wired, network) : wired
}

/** The plan with the keys of its networks. A light one has WireGuard when it has a key for it already. */
const withKeys = (plan: Plan, chance: Chance): Plan =>
  networkParts(plan).reduce(
    (next, { at, workload }) =>
      withWorkload(next, at, (): Workload => {
        const { mycelium } = workload.data
        const key = () => ({ hex_key: bytesToHex(chance.bytes(32)), peers: [] })
        if (workload.type === 'network-light')
          return mycelium?.hex_key ? workload : { ...workload, data: { ...workload.data, mycelium: key() } }
        const { wireguard_private_key: own } = workload.data
        return {
          ...workload,
          data: {
            ...workload.data,
            wireguard_private_key: own || wireGuardKeys(chance.bytes(32)).privateKey,
            ...(mycelium && { mycelium: mycelium.hex_key ? mycelium : key() }),
          },
        }
      }),
    plan,
  )

/** Of a node of the plan, or a number below 0 that is its own while none is chosen. */
const nodeIdOf = ({ nodes }: Plan, { at }: NetworkPart) => nodes[at.node]!.node ?? -1 - at.node

/** What exists of a network and what the plan says of it, as one. */
function together(
  plan: Plan,
  parts: NetworkPart[],
  existing: PrivateNetwork | undefined,
  facts: PlanFacts,
): PrivateNetwork {
  const planned = parts.map((part) => toMember(nodeIdOf(plan, part), part, existing, facts))
  const before = (existing?.members ?? []).map(
    (member) => planned.find(({ nodeId }) => nodeId === member.nodeId) ?? member,
  )
  const added = planned.filter((member) => !before.includes(member))
  return {
    name: parts[0]!.workload.name,
    ipRange: existing?.ipRange || parts.map(({ workload }) => workload.data.ip_range).find(Boolean) || defaultRange,
    members: [...before, ...added],
    accesses: accessesOf(parts, existing),
  }
}

function toMember(
  nodeId: number,
  { workload }: NetworkPart,
  existing: PrivateNetwork | undefined,
  facts: PlanFacts,
): Member {
  const { subnet, wireguard_private_key, wireguard_listen_port } = workload.data
  return {
    contractId: 0,
    contractText: '',
    state: 'planned',
    address: facts.nodes.get(nodeId)?.address.data ?? undefined,
    through: undefined,
    machines: [],
    strangers: [],
    ...existing?.members.find((member) => member.nodeId === nodeId),
    nodeId,
    subnet,
    privateKey: wireguard_private_key ?? '',
    port: wireguard_listen_port ?? 0,
  }
}

/** Those that exist, unless the plan has others for a member that exists, and those of its new members. */
function accessesOf(parts: NetworkPart[], existing: PrivateNetwork | undefined): Access[] {
  const retyped = parts.find(({ workload, contractId }) => {
    const { deployment } = existing?.members.find((member) => member.contractId === contractId) ?? {}
    const held = deployment && networkIn(deployment, workload.name)
    return held && !namesAccesses(workload.metadata, readAccesses(held.metadata))
  })
  const first = retyped ? readWishes(retyped.workload.metadata) : (existing?.accesses ?? [])
  const all = [
    ...first,
    ...parts.filter(({ contractId }) => !contractId).flatMap(({ workload }) => readWishes(workload.metadata)),
  ]
  return all.filter(({ subnet }, i) => !subnet || all.findIndex((one) => one.subnet === subnet) === i)
}

/** The network with what is still empty in its new members and in the ways in. */
function filled(network: PrivateNetwork, facts: PlanFacts, chance: Chance): PrivateNetwork {
  const taken = takenSubnets(network)
  const nextSubnet = () => {
    const subnet = freeSubnet(network.ipRange, taken) ?? ''
    taken.push(subnet)
    return subnet
  }
  const members = network.members.map((member) => {
    if (member.state !== 'planned') return member
    const ports = facts.nodes.get(member.nodeId)?.ports.data?.ports
    return {
      ...member,
      subnet: member.subnet || nextSubnet(),
      port: member.port || (member.privateKey && ports ? (freePort(ports, chance.number) ?? 0) : 0),
    }
  })
  const out = withWaysOut({ ...network, members })
  const callable = out.members.find(({ address }) => address !== undefined && !address.includes(':'))
  return {
    ...out,
    accesses: network.accesses.map((access) => ({
      ...access,
      nodeId: access.nodeId || (callable && callable.nodeId > 0 ? callable.nodeId : 0),
      subnet: access.subnet || nextSubnet(),
      privateKey: access.privateKey || wireGuardKeys(chance.bytes(32)).privateKey,
    })),
  }
}

/** The plan with a member's part as the network wants it: one that its node holds already becomes the version after. */
function withPart(plan: Plan, part: NetworkPart, member: Member, network: PrivateNetwork): Plan {
  const { at, workload, contractId } = part
  const { subnet, privateKey, port, deployment: held } = member
  const data = { ...workload.data, subnet, ...(privateKey && { wireguard_listen_port: port }) }
  const next = wanted(network, member, { ...workload, data } as NetworkWorkload)
  if (!contractId || !held) return withWorkload(plan, at, () => next)
  const version = held.version + 1
  const isChanged = !isAsWanted(network, member, networkIn(held, network.name)!)
  return withDeployment(plan, at, (deployment) => ({
    ...deployment,
    version,
    workloads: deployment.workloads.map((one, i) =>
      i === at.workload ? { ...next, version: isChanged ? version : workload.version } : one,
    ),
  }))
}

/** The plan with updates of those members that it does not have yet, and without those that would change nothing. */
function withUpdates(plan: Plan, network: PrivateNetwork): Plan {
  const parts = networkParts(plan).filter(({ workload }) => workload.name === network.name)
  const isTouched = parts.some(({ contractId, workload, version }) => !contractId || workload.version === version)
  const wanting = isTouched ? updatesOf(network) : []
  const idle = parts.filter(
    ({ contractId, workload, version }) =>
      contractId &&
      workload.version === version &&
      network.members.some((member) => member.contractId === contractId && !member.beside?.length) &&
      wanting.every(({ member }) => member.contractId !== contractId),
  )
  const updated = plan.nodes.flatMap(({ deployments }) =>
    deployments.map(({ deployment }) => Number(deployment.contract_id)),
  )
  const missing = wanting.filter(({ member }) => !updated.includes(member.contractId))
  const kept = idle.reduceRight((next, { at }) => withoutDeployment(next, at), plan)
  return missing.reduce((next, { member, next: deployment }) => {
    const one = { contract_data: member.contractText, deployment }
    const i = next.nodes.findIndex(({ node }) => node === member.nodeId)
    return i === -1
      ? { ...next, nodes: [...next.nodes, { node: member.nodeId, deployments: [one] }] }
      : withNode(next, i, (node) => ({ ...node, deployments: [...node.deployments, one] }))
  }, kept)
}
