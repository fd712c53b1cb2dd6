import ipaddr from 'ipaddr.js'
import { ip as canonical, ipNet } from '#domain/ip.ts'
import type { MyceliumIp } from '#domain/workloads/machine.ts'
import type { WorldNode } from '../../world/nodes.ts'
import { machineMyceliumAddress } from '#domain/mycelium-address.ts'
import { networkId } from '../addresses.ts'
import type { PrivateNetwork } from '../host.ts'
import { InstallError, wrapped } from './install-error.ts'
import type { MachineJob } from './installer.ts'

/** What a node says when it looks for a network that it does not have. */
export const missingNetwork = ({ light }: WorldNode, id: string): string =>
  `couldn't load network with ${light ? 'name' : 'id'} (${id}): ` +
  `open /var/run/cache/networkd/networks/${id}: no such file or directory`

/** The machine's address as Go prints it: an IPv4 that was written as IPv6 is an IPv4. */
export const ownIp = (data: MachineJob['data']): string => canonical(data.network.interfaces[0]!.ip)

/** The network that a machine joins, its gateway there, and the machine's own address. */
export type Joined = { network: PrivateNetwork; gateway: string; ip: string }

/** Source: zosbase pkg/primitives/vm/utils.go newPrivNetworkInterface */
export function joined({ twin, data, host, node }: MachineJob): Joined {
  const { network: name } = data.network.interfaces[0]!
  const ip = ownIp(data)
  const id = networkId(twin, name)
  const network = host.networks.get(id)
  if (!network) throw new InstallError(`could not get network resource subnet: ${missingNetwork(node, id)}`)
  if (!ipaddr.IPv4.isValid(ip)) throw new InstallError('invalid IPv4 supplied to wg interface')
  const subnet = ipNet(network.subnet)
  const [base = ''] = subnet.split('/')
  const address = ipaddr.IPv4.parse(ip)
  if (!ipaddr.IPv4.isValid(base) || !address.match(ipaddr.IPv4.parseCIDR(subnet)))
    throw new InstallError(`IP ${ip} is not part of local nr subnet ${subnet}`)
  if (address.octets[3] === 1) throw new InstallError(`ip ${ip} is reserved`)
  return { network, ip, gateway: [...ipaddr.IPv4.parse(base).octets.slice(0, 3), 1].join('.') }
}

/** Source: zosbase pkg/network/networker.go SetupMyceliumTap, pkg/netlight/resource/mycelium.go IPFor */
export function myceliumIp({ twin, host, node }: MachineJob, wanted: MyceliumIp): string {
  const id = networkId(twin, wanted.network ?? wanted.Network ?? '')
  const network = host.networks.get(id)
  return wrapped('could not set up tap device', () => {
    if (!network && node.light) throw new InstallError(`resource not found: ${id}`)
    if (!network)
      throw new InstallError(
        `failed to get network resource '${id}': ` +
          `open /var/run/cache/networkd/networks/${id}: no such file or directory`,
      )
    if (!network.mycelium) throw new InstallError('network resource does not support mycelium')
    const seed = wanted.hex_seed.toLowerCase()
    if (seed === '000000000000' || seed === 'ffffffffffff') throw new InstallError('invalid seed')
    return machineMyceliumAddress(network.mycelium.hex_key, seed)
  })
}
