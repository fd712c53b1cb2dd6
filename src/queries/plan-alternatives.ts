import { useQueries } from '@tanstack/react-query'
import { free, type Node } from '#domain/node.ts'
import type { Asked } from '#domain/plan/check.ts'
import { workloadsOf, type Plan } from '#domain/plan/plan.ts'
import { isGateway } from '#domain/plan/references.ts'
import { isWorkloadType, publicIps, totalCapacity } from '#domain/workloads/workload.ts'
import { reach } from './hear.ts'
import type { Network } from './networks.ts'
import { nodeList, type NodeFilter } from './nodes.ts'

const few = 3

/**
 * For each of the plan's nodes that cannot take what goes there: others that could, as GridProxy tells, and that answer.
 *
 * @param silent whether a node was asked and said nothing
 */
export function useAlternatives(
  network: Network,
  plan: Plan,
  nodes: readonly Asked<Node>[],
  silent: readonly boolean[],
  twinId: number | undefined,
): Asked<Node[]>[] {
  const wanted = nodes.map(({ data }) => (data ? workloadsFor(plan, data.id) : []))
  const lost = nodes.map(({ data }, i) => data !== undefined && (silent[i]! || !couldTake(data, wanted[i]!)))
  const excluded = nodes.flatMap(({ data }) => data?.id ?? [])
  const lists = useQueries({
    queries: nodes.map((_, i) => ({
      ...nodeList(network, filterFor(wanted[i]!, excluded, twinId)),
      enabled: lost[i]! && twinId !== undefined,
      staleTime: 60_000,
      refetchInterval: false as const,
    })),
  })
  const found = lists.map(({ data }, i) => (lost[i] ? (data?.nodes ?? []) : []))
  const all = found.flat()
  const reached = useQueries({ queries: all.map((node) => reach(network, node)) })
  const answering = all.filter((_, i) => reached[i]!.data !== undefined)
  return found.map((some) => ({ data: some.filter((node) => answering.includes(node)), error: null }))
}

const workloadsFor = (plan: Plan, id: number) =>
  plan.nodes
    .filter(({ node }) => node === id)
    .flatMap(workloadsOf)
    .filter(({ type }) => isWorkloadType(type))

type Wanted = ReturnType<typeof workloadsFor>

function couldTake(node: Node, wanted: Wanted): boolean {
  const { mru, sru, hru } = totalCapacity(wanted)
  const left = free(node)
  const fits = mru <= left.mru && sru <= left.sru && hru <= left.hru && publicIps(wanted) <= node.freeFarmIps
  return node.status === 'up' && fits
}

function filterFor(wanted: Wanted, excluded: number[], twinId: number | undefined): NodeFilter {
  const { cru, mru, sru, hru } = totalCapacity(wanted)
  const ips = publicIps(wanted)
  return {
    page: 1,
    size: few,
    sort: 'free_cru',
    order: 'desc',
    status: ['up'],
    healthy: true,
    excluded,
    totalCores: cru,
    freeMemory: mru,
    freeSsd: sru,
    freeHdd: hru,
    features: [...new Set(wanted.filter((one) => !isGateway(one)).map(({ type }) => type))],
    ...(ips > 0 && { freeIps: ips }),
    ...(wanted.some(isGateway) && { domain: true }),
    ...(twinId !== undefined && { availableFor: twinId }),
  }
}
