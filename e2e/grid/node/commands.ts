import { featuresOf } from '../world/nodes.ts'
import { functionNotFound, Refusal } from '../relay/peer.ts'
import type { ZMachine } from '#domain/workloads/zmachine.ts'
import { readContractId, readDeployment, readNetworkName } from './deployment-json.ts'
import type { Kept } from './deployments.ts'
import type { SimulatedNode } from './simulated-node.ts'

/** What a command is asked with: the node, the JSON that came along, and whose request it is. */
type Request = { node: SimulatedNode; payload: unknown; twin: number }
type Command = (request: Request) => unknown

function kept({ node, payload, twin }: Request): Kept {
  const found = node.deployments.of(twin, readContractId(payload))
  if (!found) throw new Refusal('deployment not found')
  return found
}

const ownOf = ({ node, twin }: Request) =>
  node.deployments.all().filter((one) => one.deployment.twin_id === twin && one.isAlive)

/** Addresses of the caller's machines on a network. */
function privateIps(request: Request): string[] {
  const network = readNetworkName(request.payload)
  return ownOf(request)
    .flatMap(({ workloads }) => [...workloads.values()])
    .filter(({ type, result }) => type === 'zmachine' && !['error', 'deleted'].includes(result.state))
    .flatMap(({ data }) => (data as ZMachine).network.interfaces)
    .filter((joined) => joined.network === network)
    .map(({ ip }) => ip)
}

export function statistics(node: SimulatedNode) {
  const { contracts, system, used } = node.usage
  const own = node.deployments.all()
  const workloads = own.flatMap((one) => [...one.workloads.values()])
  const times = workloads.map(({ result }) => result.created)
  return {
    total: { ...node.world.chain.resources, ipv4u: 0 },
    used: { ...used, ipv4u: 0 },
    system: { ...system, ipv4u: 0 },
    users: {
      deployments: contracts,
      workloads: contracts + workloads.length,
      last_deployment_timestamp: Math.max(0, ...times),
    },
    open_connections: 12,
  }
}

export function cards({ world, deployments }: SimulatedNode) {
  const holder = (id: string) =>
    deployments.all().find(({ workloads }) =>
      [...workloads.values()].some(({ type, data, result }) => {
        const wanted = type === 'zmachine' ? ((data as ZMachine).gpu ?? []) : []
        return result.state === 'ok' && wanted.includes(id)
      }),
    )
  if (world.cards.length === 0) return null
  return world.cards.map((card) => ({ ...card, contract: holder(card.id)?.deployment.contract_id ?? card.contract }))
}

function publicConfig({ node: { world } }: Request) {
  const config = world.chain.publicConfig
  if (!config) throw new Refusal(world.light ? 'public config not found' : 'no public configuration')
  const { ip4, ip6, domain } = config
  return { type: 'macvlan', ipv4: ip4.ip, ipv6: ip6?.ip ?? '', gw4: ip4.gw, gw6: ip6?.gw ?? '', domain: domain ?? '' }
}

/** A node stands in somebody's home network; a public one also has its public addresses. */
function interfaces({ node: { id, world } }: Request) {
  const { ip4, ip6 } = world.chain.publicConfig ?? {}
  const own = [`192.168.${(id >> 7) & 255}.${2 + (id & 127)}`, ip4?.ip, ip6?.ip]
  const zos = own.flatMap((ip) => ip?.split('/')[0] ?? [])
  return world.light ? { zos } : { zos, ygg: [`300:${id.toString(16)}::1`] }
}

function hasIpv6({ node: { world } }: Request): boolean {
  if (world.light) return false
  // Not false but an error: so nodes say that they have none.
  if (!world.hasIpv6) throw new Refusal('no public ipv6 found')
  return true
}

/** Source: zosbase pkg/zos_api/routes.go; what is not here is not simulated. */
const commands: Record<string, Command> = {
  'zos.deployment.deploy': ({ node, payload, twin }) => {
    node.deploy(readDeployment(payload), twin)
    return null
  },
  'zos.deployment.update': ({ node, payload, twin }) => {
    node.update(readDeployment(payload), twin)
    return null
  },
  'zos.deployment.get': (request) => kept(request).toJson(),
  'zos.deployment.changes': (request) => kept(request).history,
  'zos.deployment.list': (request) => ownOf(request).map((one) => one.toJson()),
  'zos.deployment.delete': () => {
    throw new Refusal('deletion over the api is disabled, please cancel your contract instead')
  },
  'zos.statistics.get': ({ node }) => statistics(node),
  'zos.storage.pools': ({ node }) => node.host.pools,
  'zos.gpu.list': ({ node }) => cards(node),
  'zos.network.list_wg_ports': ({ node }) => node.host.wireguardPorts(),
  'zos.network.list_private_ips': privateIps,
  'zos.network.public_config_get': publicConfig,
  'zos.network.interfaces': interfaces,
  'zos.network.has_ipv6': hasIpv6,
  'zos.system.version': () => ({ zos: '3.14.0', zinit: 'v0.2.25' }),
  'zos.system.hypervisor': () => '',
  'zos.system.node_features_get': ({ node }) => featuresOf(node.world),
}

/** Does what a twin asks of the node. @throws Refusal in the node's words */
export function perform(command: string, request: Request): unknown {
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!run) throw functionNotFound()
  try {
    return run(request)
  } catch (error) {
    // So speaks whoever reads JSON as Go does.
    if (error instanceof TypeError) throw new Refusal(error.message)
    throw error
  }
}
