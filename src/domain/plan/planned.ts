import { encodeContractData } from '#domain/contract.ts'
import type { Deployment } from '#domain/deployment/deployment.ts'
import { filled, foreseen } from './awaited.ts'
import type { Plan, PlanDeployment } from './plan.ts'
import { isGateway, isNetwork } from './references.ts'
import { isUnchanged, versioned } from './update.ts'

/** One deployment that is ready to be signed: its node, and the text that its contract carries. */
export type Planned = {
  node: { id: number; twinId: number }
  deployment: Deployment
  contractData: string
  /** Of an update: what the node holds until then, which an undo brings back. */
  previous?: Deployment
}

/**
 * The deployments of a plan in the order in which they are sent: networks before what joins them. What can be foreseen
 * stands in them. Updates that change nothing are left out.
 *
 * @param nodeOf the twin and the domain of a node by the node's id
 * @param previous what nodes hold now, by contract, for updates
 * @throws Error when a node is not chosen: check before
 */
export function toPlanned(
  plan: Plan,
  twinId: number,
  nodeOf: (nodeId: number) => { twinId: number; domain: string },
  previous: ReadonlyMap<number, Deployment> = new Map(),
): Planned[] {
  const known = foreseen(plan, (id) => nodeOf(id).domain)
  const all = plan.nodes.flatMap(({ node, deployments }) =>
    deployments.map((one): Planned => {
      if (node === null) throw new Error('no node is chosen')
      const wanted = filled(forTwin(one.deployment, twinId), known)
      const before = previous.get(Number(wanted.contract_id))
      const deployment = before ? versioned(wanted, before) : wanted
      return {
        node: { id: node, twinId: nodeOf(node).twinId },
        deployment,
        contractData: one.contract_data ?? contractDataOf(plan, one),
        ...(before && { previous: before }),
      }
    }),
  )
  const rank = ({ deployment: { workloads } }: Planned) =>
    workloads.some(isNetwork) ? 0 : workloads.some(isGateway) ? 2 : 1
  return all
    .filter(({ deployment, previous: before }) => !before || !isUnchanged(deployment, before))
    .sort((a, b) => rank(a) - rank(b))
}

/** The deployment as this twin's, to be signed by it alone, unless it says otherwise already. */
export const forTwin = (deployment: Deployment, twinId: number): Deployment => {
  const { requests } = deployment.signature_requirement
  return {
    ...deployment,
    twin_id: deployment.twin_id || twinId,
    signature_requirement: {
      ...deployment.signature_requirement,
      requests: requests?.length ? requests : [{ twin_id: twinId, required: false, weight: 1 }],
    },
  }
}

/**
 * What a new contract of a plan carries, so that this and other clients find what was made together.
 *
 * Source: tfgrid-sdk-ts grid_client 2.9.2: `type` by what is in it, `projectName` `<solution>/<name>`, version 4 of networks
 * without WireGuard and of what runs in them
 */
export function contractDataOf(plan: Plan, { deployment: { workloads } }: PlanDeployment): string {
  const projectName = `${plan.solution}/${plan.name}`
  const network = workloads.find(isNetwork)
  if (network)
    return encodeContractData({ type: network.type, name: network.name, projectName, version: versionOf(network.data) })
  const gateway = workloads.every(isGateway) ? workloads[0] : undefined
  if (gateway) return encodeContractData({ type: 'gateway', name: gateway.name, projectName })
  const version = workloads.some(({ type }) => type === 'zmachine-light') && !hasWireGuard(plan) ? 4 : 3
  return encodeContractData({ type: typeOf(plan, workloads), name: plan.name, projectName, version })
}

function typeOf({ solution }: Plan, workloads: Deployment['workloads']): string {
  if (workloads.every(({ type }) => type === 'zdb')) return solution === 'qsfs' ? 'qsfs' : 'zdb'
  return solution === 'kubernetes' ? 'kubernetes' : 'vm'
}

const versionOf = (network: object) => ('wireguard_private_key' in network && network.wireguard_private_key ? 3 : 4)

const hasWireGuard = ({ nodes }: Plan) =>
  nodes.some(({ deployments }) =>
    deployments.some(({ deployment }) =>
      deployment.workloads.some((one) => isNetwork(one) && versionOf(one.data) === 3),
    ),
  )
