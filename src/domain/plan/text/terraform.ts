import type { Workload } from '#domain/deployment/deployment.ts'
import { isUpdate, placed, workloadsOf, type Plan } from '../plan.ts'
import { isGateway } from '../references.ts'
import { block, is, list, object, printHcl, quote, remark, type Hcl } from './hcl.ts'
import { isUnknown, placesOf, referenceIn, type Place } from './terraform-places.ts'
import { identifier, words, type Words } from './terraform-words.ts'
import { workloadBlock } from './terraform-workloads.ts'

/**
 * A plan for Terraform's ThreeFold provider: a resource for each network over all its nodes, for each deployment and each
 * gateway. What is secret, and nodes that were not chosen, are variables.
 *
 * Source: terraform-provider-grid internal/provider/resource_*.go, b7d1a8c
 */
export function toTerraform(plan: Plan): string {
  const places = placesOf(plan)
  const say = words(plan, (name, member) => referenceIn(plan, places, name, member))
  const resources = [
    ...networkBlocks(plan, say),
    ...places.map((place) => deploymentBlock(plan, place, say)),
    ...gatewayBlocks(plan, say),
  ]
  return printHcl([...remarks(plan), ...head, ...say.variables(), ...resources])
}

/** The provider finds the account and the network by itself: no phrase needs to stand in a file. */
const head: Hcl[] = [
  block('terraform', [block('required_providers', [is('grid', object([['source', quote('threefoldtech/grid')]]))])]),
  block('provider "grid"', [
    remark('Reads MNEMONIC (the phrase of the account) and NETWORK (dev, qa, test or main) from the environment.'),
  ]),
]

function remarks(plan: Plan): Hcl[] {
  const missing = placed(plan).filter(({ workload }) => isUnknown(workload))
  const runs = plan.nodes.some(({ deployments }) => deployments.some(isUpdate))
  return [
    ...(missing.length > 0
      ? [
          remark(
            `Left out: ${missing.map(({ workload }) => workload.name).join(', ')}.\nThe provider knows nothing of nodes of ZOS light.`,
          ),
        ]
      : []),
    ...(runs
      ? [
          remark(
            'Some of this runs already. Terraform would make it once more: it takes over nothing that it did not make.',
          ),
        ]
      : []),
  ]
}

/** A network is one resource, whichever nodes it spans. The provider makes its keys for WireGuard, subnets and ports. */
function networkBlocks(plan: Plan, { node, text }: Words): Hcl[] {
  const parts = plan.nodes.flatMap((one, i) =>
    workloadsOf(one).flatMap((workload) => (workload.type === 'network' ? [{ i, workload }] : [])),
  )
  return [...new Set(parts.map(({ workload }) => workload.name))].map((name) => {
    const members = parts.filter(({ workload }) => workload.name === name)
    const keys = members.flatMap(({ i, workload }) => {
      const key = workload.data.mycelium?.hex_key
      if (!key) return []
      const id = node(i)
      return [[/^\d/.test(id) ? quote(id) : `(tostring(${id}))`, text(key, name, 'hex_key')] as const]
    })
    return block(`resource "grid_network" ${quote(identifier(name))}`, [
      is('name', quote(name)),
      is('nodes', list(members.map(({ i }) => node(i)))),
      is('ip_range', quote(members[0]!.workload.data.ip_range)),
      ...description(members[0]!.workload),
      ...(keys.length > 0 ? [is('mycelium_keys', object(keys))] : []),
    ])
  })
}

function deploymentBlock(plan: Plan, { resource, i, workloads }: Place, say: Words): Hcl {
  const network = workloads.flatMap((one) => (one.type === 'zmachine' ? one.data.network.interfaces : []))[0]?.network
  return block(`resource "grid_deployment" ${quote(resource)}`, [
    is('name', quote(identifier(plan.name))),
    is('solution_type', quote(`${plan.solution}/${plan.name}`)),
    is('node', say.node(i)),
    ...(network ? [is('network_name', networkName(plan, network))] : []),
    ...workloads.flatMap((one) => workloadBlock(one, workloads, say) ?? []),
  ])
}

function gatewayBlocks(plan: Plan, { node, text }: Words): Hcl[] {
  return plan.nodes.flatMap((one, i) =>
    workloadsOf(one)
      .filter(isGateway)
      .flatMap((workload) => {
        const { data, name } = workload as Workload<'gateway-name-proxy'> | Workload<'gateway-fqdn-proxy'>
        const byName = 'name' in data
        const proxy = block(`resource "${byName ? 'grid_name_proxy' : 'grid_fqdn_proxy'}" ${quote(identifier(name))}`, [
          is('node', node(i)),
          ...(byName ? [is('name', quote(data.name))] : [is('name', quote(name)), is('fqdn', quote(data.fqdn))]),
          is('solution_type', quote(`${plan.solution}/${plan.name}`)),
          ...description(workload),
          is('backends', list(data.backends.map((backend) => text(backend, name, 'backend')))),
          is('tls_passthrough', String(data.tls_passthrough)),
          ...(data.network ? [is('network', networkName(plan, data.network))] : []),
        ])
        if (!byName) return [proxy]
        const domain = [is('node', node(i)), is('name', quote(data.name))]
        return [block(`data "grid_gateway_domain" ${quote(identifier(name))}`, domain), proxy]
      }),
  )
}

/** By reference, so that Terraform makes the network first; one that runs already by its name. */
const networkName = (plan: Plan, name: string) =>
  placed(plan).some(({ workload }) => workload.type === 'network' && workload.name === name)
    ? `grid_network.${identifier(name)}.name`
    : quote(name)

const description = ({ description: words }: Workload): Hcl[] => (words ? [is('description', quote(words))] : [])
