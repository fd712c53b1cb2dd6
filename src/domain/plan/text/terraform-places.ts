import type { Workload } from '#domain/deployment/deployment.ts'
import type { Plan } from '../plan.ts'
import { isGateway, isNetwork } from '../references.ts'
import { identifier } from './terraform-words.ts'

/** One `grid_deployment`: what stands in it, all on one node. `i` is the node's place in the plan. */
export type Place = { resource: string; i: number; workloads: Workload[] }

/**
 * The deployments of a plan as Terraform has them. Databases get one of their own: what stands in the same could not name
 * their addresses.
 */
export function placesOf(plan: Plan): Place[] {
  const taken = new Set<string>()
  const free = (wanted: string) => {
    let name = identifier(wanted)
    for (let n = 2; taken.has(name); n++) name = `${identifier(wanted)}_${n}`
    taken.add(name)
    return name
  }
  return plan.nodes.flatMap(({ deployments }, i) =>
    deployments.flatMap(({ deployment }) => {
      const known = deployment.workloads.filter((one) => !isNetwork(one) && !isGateway(one) && !isUnknown(one))
      const databases = known.filter(({ type }) => type === 'zdb')
      const others = known.filter(({ type }) => type !== 'zdb')
      return [databases, others].flatMap((workloads) => {
        const main = workloads.find(({ type }) => type === 'zmachine') ?? workloads[0]
        return main ? [{ resource: free(main.name), i, workloads }] : []
      })
    }),
  )
}

/** The provider has nothing for light nodes. Source: terraform-provider-grid internal/provider, b7d1a8c */
export const isUnknown = ({ type }: Workload): boolean => type === 'zmachine-light' || type === 'network-light'

const blockOf = { zmount: 'disks', volume: 'disks', zdb: 'zdbs', qsfs: 'qsfs', zmachine: 'vms' } as const

/** What Terraform calls a workload that stands in a deployment: `grid_deployment.web.vms[0]`. */
export function addressOf(places: readonly Place[], name: string): string | undefined {
  const place = places.find(({ workloads }) => workloads.some((one) => one.name === name))
  const workload = place?.workloads.find((one) => one.name === name)
  const list = workload && (blockOf as Record<string, string | undefined>)[workload.type]
  if (!place || !list) return undefined
  const alike = place.workloads.filter(({ type }) => (blockOf as Record<string, string | undefined>)[type] === list)
  return `grid_deployment.${place.resource}.${list}[${alike.indexOf(workload)}]`
}

/** What stands in Terraform for a member of what a workload will have made: `{vm1.ip}`. */
export function referenceIn(plan: Plan, places: readonly Place[], name: string, member: string): string | undefined {
  const address = addressOf(places, name)
  const all = plan.nodes.flatMap(({ deployments }) => deployments.flatMap(({ deployment }) => deployment.workloads))
  const workload = all.find((one) => one.name === name)
  switch (workload?.type) {
    case 'zmachine':
    case 'qsfs':
      return address && `${address}.${member}`
    case 'zdb':
      // Two addresses, the public and the overlay's, in this order.
      if (member === 'address') return address && `format("[%s]:%d", ${address}.ips[1], ${address}.port)`
      return address && `${address}.${member.toLowerCase()}`
    case 'ip':
    case 'ipv4': {
      const user = all.find((one) => one.type === 'zmachine' && one.data.network.public_ip === name)
      const machine = user && addressOf(places, user.name)
      return machine && `split("/", ${machine}.${member === 'ip6' ? 'computedip6' : 'computedip'})[0]`
    }
    case 'gateway-name-proxy':
      // Told by the domain alone: the gateway itself may wait for who asks.
      return `data.grid_gateway_domain.${identifier(name)}.${member}`
    default:
      return undefined
  }
}
