import type { PublicIpResult } from '#domain/workloads/ip.ts'
import type { ZMachineLight } from '#domain/workloads/zmachine-light.ts'
import { Refusal } from '../../relay/peer.ts'
import { readNetworkName } from '../deployment-json.ts'
import { given } from './arguments.ts'
import type { Commands, Request } from './command.ts'
import { ownOf } from './deployment.ts'
import { nicsOf } from './nics.ts'
import { isMachine, workloadsOf } from './workloads.ts'

/** Addresses of the caller's machines on a network. Source: zosbase pkg/provision/engine.go ListPrivateIPs */
function privateIps(request: Request): string[] {
  const network = readNetworkName(given(request.payload))
  return ownOf(request)
    .flatMap(({ workloads }) => [...workloads.values()])
    .filter((workload) => isMachine(workload) && !['error', 'deleted'].includes(workload.result.state))
    .flatMap(({ data }) => (data as ZMachineLight).network.interfaces)
    .filter((joined) => joined.network === network)
    .map(({ ip }) => ip)
}

/** IPv4 addresses that anybody's workloads hold here. Source: zosbase pkg/provision/engine.go ListPublicIPs */
const publicIps = ({ node }: Request): string[] =>
  workloadsOf(node)
    .filter(({ type, result }) => (type === 'ip' || type === 'ipv4') && result.state === 'ok')
    .flatMap(({ result }) => (result.data as PublicIpResult).ip || [])

/** @param unset what the node says when it has none */
const publicConfig =
  (unset: string) =>
  ({ node: { world } }: Request) => {
    const config = world.chain.publicConfig
    if (!config) throw new Refusal(unset)
    const { ip4, ip6, domain } = config
    return { type: 'macvlan', ipv4: ip4.ip, ipv6: ip6?.ip ?? '', gw4: ip4.gw, gw6: ip6?.gw ?? '', domain: domain ?? '' }
  }

const zosAddresses = ({ node }: Request): string[] => nicsOf(node.world).zos.ips.map((ip) => ip.split('/')[0]!)

function hasIpv6({ node: { world } }: Request): boolean {
  // Not false but an error: so nodes say that they have none.
  if (!world.hasIpv6) throw new Refusal('no public ipv6 found')
  return true
}

const common: Commands = {
  'zos.network.list_wg_ports': ({ node }) => node.host.wireguardPorts(),
  'zos.network.list_private_ips': privateIps,
}

/** Source: zosbase pkg/zos_api/network.go, pkg/network/networker.go */
export const networkCommands: Commands = {
  ...common,
  'zos.network.public_config_get': publicConfig('no public configuration'),
  'zos.network.interfaces': (request) => ({
    zos: zosAddresses(request),
    ygg: [`300:${request.node.id.toString(16)}::1`],
  }),
  'zos.network.has_ipv6': hasIpv6,
  'zos.network.list_public_ips': publicIps,
}

/** Source: zosbase pkg/zos_api_light/network.go, pkg/netlight/network.go LoadPublicConfig */
export const lightNetworkCommands: Commands = {
  ...common,
  'zos.network.public_config_get': publicConfig('failed to load public config: no public configuration'),
  'zos.network.interfaces': (request) => ({ zos: zosAddresses(request) }),
  'zos.network.has_ipv6': () => false,
}
