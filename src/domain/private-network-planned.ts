import { decodeContractData, encodeContractData } from '#domain/contract.ts'
import { forTwin, type Planned } from '#domain/plan/planned.ts'
import { kindFor } from '#domain/plan/kinds.ts'
import { newDeployment } from '#domain/plan/plan.ts'
import { networkWorkload } from '#domain/plan/templates/machine-node.ts'
import { withoutResult } from '#domain/plan/update.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import { updatesOf, wanted } from './private-network-change.ts'
import type { Member, PrivateNetwork } from './private-network.ts'
import type { NetworkWorkload } from './private-network-told.ts'

type Chance = { bytes: (length: number) => Uint8Array; number: () => number }

/** Who is told: a node of the network. `features` matter for one that is to be a member. */
export type NetworkNode = { twinId: number; features: readonly string[] }

/**
 * What has to be signed for a network to become as it is here: its new members, and updates of those that answer.
 *
 * @param nodeOf each node of the network by its id
 */
export function plannedChange(
  network: PrivateNetwork,
  twinId: number,
  nodeOf: (nodeId: number) => NetworkNode,
  chance: Chance,
): Planned[] {
  const contractData = contractDataOf(network)
  const planned = network.members
    .filter(({ state }) => state === 'planned')
    .map((member): Planned => {
      const { twinId: node, features } = nodeOf(member.nodeId)
      const deployment = newDeployment([part(network, member, features, chance)], contractData)
      return { node: { id: member.nodeId, twinId: node }, deployment: forTwin(deployment, twinId), contractData }
    })
  const updates = updatesOf(network).map(({ member: { nodeId, contractText, deployment }, next }): Planned => ({
    node: { id: nodeId, twinId: nodeOf(nodeId).twinId },
    deployment: next,
    contractData: contractText,
    previous: { ...deployment!, workloads: deployment!.workloads.map(withoutResult) },
  }))
  return [...planned, ...updates]
}

/** What contracts of new members carry: what those of other members do that are for the network alone. */
function contractDataOf({ name, members }: PrivateNetwork): string {
  const texts = members.map(({ contractText }) => contractText).filter(Boolean)
  const own = texts.find((text) => decodeContractData(text).type.startsWith('network'))
  if (own !== undefined || texts[0] === undefined) return own ?? ''
  return encodeContractData({ type: 'network', name, projectName: decodeContractData(texts[0]).projectName })
}

function part(network: PrivateNetwork, member: Member, features: readonly string[], chance: Chance): Workload {
  const like = networkWorkload(network.name, chance)
  const { subnet, privateKey, port } = member
  const data = {
    ...like.data,
    ip_range: network.ipRange,
    subnet,
    wireguard_private_key: privateKey,
    wireguard_listen_port: port,
  }
  return wanted(network, member, { ...like, type: kindFor('network', features), data } as NetworkWorkload)
}
