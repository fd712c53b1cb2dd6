import { type Capacity } from '#domain/capacity.ts'
import { deployProblem, free, type Node } from '#domain/node.ts'
import { showBytes } from '#domain/units.ts'
import { publicIps, totalCapacity, type WorkloadType } from '#domain/workloads/workload.ts'
import { typeProblem } from './kinds.ts'
import { isUpdate, type Plan } from './plan.ts'
import { isMachine } from './references.ts'

/** What a part of a plan asks of the node that it goes to. */
export type NodeNeeds = {
  capacity: Capacity
  publicIps: number
  types: WorkloadType[]
  gpus: number
  /** A domain of its own, under which gateways get their names. */
  domain: boolean
  /** A public address of its own, to which a person's domain can point. */
  ipv4: boolean
}

/** What runs there already has its place. */
export function needsOf(plan: Plan, i: number): NodeNeeds {
  const fresh = plan.nodes[i]!.deployments.filter((one) => !isUpdate(one))
  const workloads = fresh.flatMap(({ deployment }) => deployment.workloads)
  const types = [...new Set(workloads.map(({ type }) => type))]
  return {
    capacity: totalCapacity(workloads),
    publicIps: publicIps(workloads),
    types,
    gpus: workloads.reduce(
      (sum, one) => sum + (isMachine(one) && 'gpu' in one.data ? (one.data.gpu?.length ?? 0) : 0),
      0,
    ),
    domain: types.includes('gateway-name-proxy'),
    ipv4: types.includes('gateway-fqdn-proxy'),
  }
}

/** Why this part cannot go to a node, the first reason first; empty when it can, as far as GridProxy knows. */
export function nodeProblems(node: Node, needs: NodeNeeds, twinId: number | undefined): string[] {
  const left = free(node)
  const { capacity } = needs
  const of = (sort: 'mru' | 'sru' | 'hru', words: string) =>
    left[sort] < capacity[sort] ? `${showBytes(left[sort])} of ${words} is free` : undefined
  return [
    deployProblem(node, twinId),
    ...needs.types.map((type) => typeProblem(type, node.features)),
    of('mru', 'memory'),
    of('sru', 'SSD'),
    of('hru', 'HDD'),
    node.total.cru < capacity.cru ? `It has ${node.total.cru} cores` : undefined,
    node.freeFarmIps < needs.publicIps ? `Its farm has ${node.freeFarmIps || 'no'} free public IPs` : undefined,
    needs.domain && node.publicConfig.domain === '' ? 'It has no domain for gateways' : undefined,
    needs.ipv4 && node.publicConfig.ipv4 === '' ? 'It has no public address of its own' : undefined,
    node.gpus.length < needs.gpus ? `It has ${node.gpus.length || 'no'} GPUs` : undefined,
  ].filter((problem) => problem !== undefined)
}
