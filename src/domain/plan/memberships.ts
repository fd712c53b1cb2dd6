import { networkName } from '#domain/deployment/choice.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import type { NetworkWorkload } from '#domain/private-network-told.ts'
import { defaultRange } from '#domain/private-network.ts'
import { addWorkload } from './edit.ts'
import type { PlanFacts } from './facts.ts'
import { withKindsFor } from './kinds.ts'
import { deploymentAt, placed, withNode, withWorkload, workloadAt, workloadsOf, type Plan, type Spot } from './plan.ts'
import { isGateway, isMachine, isNetwork, namesIn } from './references.ts'
import type { Chance } from './template.ts'
import { networkWorkload } from './templates/machine-node.ts'

/** One node's part of a network, as it stands in a plan. `contractId` 0 and `version` 0 of a new one. */
export type NetworkPart = { at: Spot; workload: NetworkWorkload; contractId: number; version: number }

export const networkParts = (plan: Plan): NetworkPart[] =>
  placed(plan).flatMap(({ at, workload }) => {
    if (workload.type !== 'network' && workload.type !== 'network-light') return []
    const { contract_id, version } = deploymentAt(plan, at)!.deployment
    return [{ at, workload, contractId: Number(contract_id), version }]
  })

/**
 * The plan with a part of each network on every node whose machines or gateways join it, where it is one of the plan's or
 * of the twin's; and without new parts on nodes that have one already.
 */
export function withMemberships(plan: Plan, facts: PlanFacts, chance: Chance): Plan {
  const single = networkParts(plan)
    .filter(({ at, workload, contractId }) => !contractId && isOn(plan, at.node, workload.name, facts))
    .filter(({ at, workload }) => wantedOn(plan, at.node).has(workload.name))
    .reduceRight((next, { at }) => withoutDeployment(next, at), plan)
  return single.nodes.reduce(
    (next, _, node) =>
      [...wantedOn(single, node)].reduce((after, name) => {
        const like = likeOf(after, name, facts)
        if (!like || has(after, node, name) || isOn(after, node, name, facts)) return after
        if (after.nodes[node]!.node === null && !like.isPlanned) return after
        return withPart(after, node, name, like.ipRange, facts, chance)
      }, next),
    single,
  )
}

const wantedOn = (plan: Plan, node: number) =>
  new Set(
    workloadsOf(plan.nodes[node]!)
      .filter((one) => isMachine(one) || isGateway(one))
      .flatMap((one) => namesIn(one).flatMap(({ name, as }) => (as === 'network' && name ? name : []))),
  )

const has = (plan: Plan, node: number, name: string) =>
  workloadsOf(plan.nodes[node]!).some((one) => isNetwork(one) && one.name === name)

/** Whether the node holds a part of the network already. */
const isOn = (plan: Plan, node: number, name: string, { networks }: PlanFacts) =>
  networks.data?.some(
    (one) => one.name === name && one.members.some(({ nodeId }) => nodeId === plan.nodes[node]!.node),
  ) ?? false

/** What a new part of the network has to be like; `undefined` when nobody knows such a network. */
function likeOf(plan: Plan, name: string, { networks }: PlanFacts) {
  const planned = networkParts(plan).find(({ workload }) => workload.name === name)
  const existing = networks.data?.find((one) => one.name === name)
  if (!planned && !existing) return undefined
  return { ipRange: existing?.ipRange || planned?.workload.data.ip_range || defaultRange, isPlanned: !existing }
}

/** Of the kind that the node takes, as far as that is known. */
function withPart(plan: Plan, node: number, name: string, range: string, { nodes }: PlanFacts, chance: Chance): Plan {
  const part = networkWorkload(name, chance)
  const added = addWorkload(plan, node, { ...part, data: { ...part.data, ip_range: range } }).plan
  const features = nodes.get(plan.nodes[node]!.node ?? 0)?.features.data
  return features ? withKindsFor(added, node, features, chance) : added
}

/** The plan with a new network on one of its nodes. Its place in it is planned after. */
export const newNetwork = (plan: Plan, node: number, chance: Chance): { plan: Plan; at: Spot } =>
  addWorkload(plan, node, networkWorkload(networkName(chance.number), chance))

/** The plan in which a machine joins another network, and is without its old one's part if nobody needs that any more. */
export function useNetwork(plan: Plan, at: Spot, name: string): Plan {
  const before = new Set(namesOf(workloadAt(plan, at)!))
  const moved = withWorkload(plan, at, (workload) => {
    switch (workload.type) {
      case 'zmachine':
        return { ...workload, data: { ...workload.data, network: joining(workload.data.network, name) } }
      case 'zmachine-light':
        return { ...workload, data: { ...workload.data, network: joining(workload.data.network, name) } }
      case 'gateway-name-proxy':
        return { ...workload, data: { ...workload.data, network: name } }
      case 'gateway-fqdn-proxy':
        return { ...workload, data: { ...workload.data, network: name } }
      default:
        return workload
    }
  })
  const needed = wantedOn(moved, at.node)
  return networkParts(moved)
    .filter((part) => part.at.node === at.node && !part.contractId)
    .filter(({ workload }) => before.has(workload.name) && !needed.has(workload.name))
    .reduceRight((next, part) => withoutDeployment(next, part.at), moved)
}

const namesOf = (workload: Workload) => namesIn(workload).flatMap(({ name, as }) => (as === 'network' ? name : []))

type MachineNetwork = (Workload<'zmachine'> | Workload<'zmachine-light'>)['data']['network']

/** Addresses of the old network mean nothing in the new one. */
function joining<N extends MachineNetwork>(network: N, name: string): N {
  const { mycelium } = network
  return {
    ...network,
    interfaces: [{ network: name, ip: '' }],
    ...(mycelium && { mycelium: { network: name, hex_seed: '' } }),
  }
}

/** The plan without the workload at `at`, without its deployment if it was the last, and without a node left empty by it. */
export function withoutDeployment(plan: Plan, { node, deployment, workload }: Spot): Plan {
  const less = withNode(plan, node, (one) => ({
    ...one,
    deployments: one.deployments.flatMap((part, i) => {
      if (i !== deployment) return [part]
      const workloads = part.deployment.workloads.filter((_, k) => k !== workload)
      return workloads.length > 0 ? [{ ...part, deployment: { ...part.deployment, workloads } }] : []
    }),
  }))
  return less.nodes[node]!.deployments.length > 0 ? less : { ...less, nodes: less.nodes.filter((_, i) => i !== node) }
}
