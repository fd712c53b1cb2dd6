import { encodeContractData } from '#domain/contract.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { filled, foreseen } from './awaited.ts'
import { isUpdate, placed, type Plan, type PlanDeployment } from './plan.ts'
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
      const contractData = one.contract_data ?? contractDataOf(plan, one)
      const deployment = before ? versioned(wanted, before) : withContractData(wanted, contractData)
      return {
        node: { id: node, twinId: nodeOf(node).twinId },
        deployment,
        contractData,
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

/** New networks say in their own metadata what their contract says too. Source: grid_client 2.9.2, high_level/network.ts */
const withContractData = (deployment: Deployment, contractData: string): Deployment =>
  deployment.workloads.some(isNetwork) && !isUpdate({ deployment }) && deployment.metadata === ''
    ? { ...deployment, metadata: contractData }
    : deployment

/**
 * What a new contract of a plan carries, so that this and other clients find what was made together.
 *
 * Source: tfgrid-sdk-ts grid_client 2.9.2: `type` by what is in it, `projectName` `<solution>/<name>`. A network that has
 * WireGuard is of type `network` and version 3, of whichever kind its workload is; one without is `network-light` and
 * version 4, and so is the version of what runs in it (high_level/machine.ts, modules/machines.ts)
 */
export function contractDataOf(plan: Plan, { deployment: { workloads } }: PlanDeployment): string {
  const projectName = `${plan.solution}/${plan.name}`
  const network = workloads.find(isNetwork)
  if (network) {
    const { name } = network
    return isPlain(network)
      ? encodeContractData({ type: 'network-light', name, projectName, version: 4 })
      : encodeContractData({ type: 'network', name, projectName })
  }
  const gateway = workloads.every(isGateway) ? workloads[0] : undefined
  if (gateway) return encodeContractData({ type: 'gateway', name: gateway.name, projectName })
  const isLight = workloads.some(({ type }) => type === 'zmachine-light')
  const version = isLight && placed(plan).some(({ workload }) => isPlain(workload)) ? 4 : 3
  return encodeContractData({ type: typeOf(plan, workloads), name: plan.name, projectName, version })
}

function typeOf({ solution }: Plan, workloads: Deployment['workloads']): string {
  if (workloads.every(({ type }) => type === 'zdb')) return solution === 'qsfs' ? 'qsfs' : 'zdb'
  return solution === 'kubernetes' ? 'kubernetes' : 'vm'
}

/** A light network without WireGuard. */
const isPlain = (workload: Workload) => workload.type === 'network-light' && !workload.data.wireguard_private_key
