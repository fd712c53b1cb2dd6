import type { Workload } from '#domain/deployment/deployment.ts'
import { awaited } from './awaited.ts'
import { deploymentAt, placed, sameSpot, type Placed, type Plan, type Spot } from './plan.ts'

/** One workload that names another: `from` cannot run without `to`. `as` says what it is to it. */
export type Reference = { from: Spot; to: Spot; as: 'mount' | 'public ip' | 'network' | 'logs' | 'backend' | 'address' }

/** A name that a workload gives for something else, as it stands in its data. */
type Named = { name: string; as: Reference['as'] }

/** What a workload names, whether or not there is such a thing. */
export function namesIn(workload: Workload): Named[] {
  switch (workload.type) {
    case 'zmachine': {
      const { mounts, network } = workload.data
      return [
        ...(mounts ?? []).map(({ name }) => ({ name, as: 'mount' as const })),
        ...(network?.public_ip ? [{ name: network.public_ip, as: 'public ip' as const }] : []),
        ...(network?.interfaces ?? []).map((joined) => ({ name: joined.network, as: 'network' as const })),
        ...awaited(workload).map((name) => ({ name, as: 'address' as const })),
      ]
    }
    case 'zmachine-light':
      return [
        ...(workload.data.mounts ?? []).map(({ name }) => ({ name, as: 'mount' as const })),
        ...(workload.data.network?.interfaces ?? []).map((joined) => ({
          name: joined.network,
          as: 'network' as const,
        })),
        ...awaited(workload).map((name) => ({ name, as: 'address' as const })),
      ]
    case 'zlogs':
      return [{ name: workload.data.zmachine, as: 'logs' }]
    case 'gateway-name-proxy':
    case 'gateway-fqdn-proxy':
      return [
        ...(workload.data.network ? [{ name: workload.data.network, as: 'network' as const }] : []),
        ...awaited(workload).map((name) => ({ name, as: 'backend' as const })),
      ]
    case 'qsfs':
      return awaited(workload).map((name) => ({ name, as: 'backend' }))
    default:
      return []
  }
}

/**
 * Who needs whom in a plan. Mounts, public addresses and logs are looked for in the same deployment, networks on the same
 * node, what is filled in from results anywhere. Names that nothing answers to are left out: `missing` has them.
 */
export const references = (plan: Plan): Reference[] =>
  placed(plan).flatMap(({ at, workload }) =>
    namesIn(workload).flatMap(({ name, as }) => {
      const to = find(plan, at, name, as)
      return to ? [{ from: at, to: to.at, as }] : []
    }),
  )

/** What `workload` at `from` means by `name`; `undefined` when the plan has no such thing. */
export const find = (plan: Plan, from: Spot, name: string, as: Reference['as']): Placed | undefined =>
  placed(plan).find(({ at, workload }) => {
    if (workload.name !== name || sameSpot(at, from)) return false
    if (as === 'backend' || as === 'address') return true
    if (at.node !== from.node) return false
    if (as === 'network') return isNetwork(workload)
    return deploymentAt(plan, at) === deploymentAt(plan, from)
  })

/** Those that cannot run without the workload at `to`. */
export const dependants = (plan: Plan, to: Spot): Reference[] =>
  references(plan).filter((reference) => sameSpot(reference.to, to))

export const isNetwork = ({ type }: { type: string }): boolean => type === 'network' || type === 'network-light'
export const isMachine = ({ type }: { type: string }): boolean => type === 'zmachine' || type === 'zmachine-light'
export const isGateway = ({ type }: { type: string }): boolean =>
  type === 'gateway-name-proxy' || type === 'gateway-fqdn-proxy'
export const isDisk = ({ type }: { type: string }): boolean => type === 'zmount' || type === 'volume' || type === 'qsfs'
