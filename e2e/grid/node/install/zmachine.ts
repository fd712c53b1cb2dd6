import ipaddr from 'ipaddr.js'
import { images } from '#domain/deployment/images.ts'
import { ipNet } from '#domain/ip.ts'
import { capacity, mountpointProblem } from '#domain/workloads/machine.ts'
import type { Network } from '#domain/workloads/network.ts'
import type { ZMachineResult } from '#domain/workloads/zmachine.ts'
import { myceliumAddress, networkId, planetaryAddress } from '../addresses.ts'
import { InstallError, wrapped } from './install-error.ts'
import type { Installer, Job } from './installer.ts'

type MachineJob = Job<'zmachine'>

/** Boots from a disk with a kernel of its own. The node looks into the flist for that; here it must be a known image. */
const isFullMachine = (flist: string): boolean => images.some((image) => image.kind === 'full' && image.flist === flist)

function checkCards({ data, node, isRented }: MachineJob): void {
  const wanted = data.gpu ?? []
  if (wanted.length > 0 && !isRented) throw new InstallError('usage of GPU is not allowed unless node is rented')
  for (const id of wanted)
    if (!node.cards.some((card) => card.id === id))
      throw new InstallError(`failed to prepare requested gpu device(s): unknown GPU id '${id}'`)
}

/** The network that the machine joins and its address there. Source: pkg/primitives/vm/utils.go newPrivNetworkInterface */
function joined({ twin, data, host }: MachineJob): { network: Network; gateway: string; ip: string } {
  const { network: name, ip } = data.network.interfaces[0]!
  const id = networkId(twin, name)
  const network = host.networks.get(id)
  if (!network)
    throw new InstallError(
      `could not get network resource subnet: couldn't load network with id (${id}): ` +
        `open /var/run/cache/networkd/networks/${id}: no such file or directory`,
    )
  if (!ipaddr.IPv4.isValid(ip)) throw new InstallError('invalid IPv4 supplied to wg interface')
  const subnet = ipNet(network.subnet)
  const address = ipaddr.IPv4.parse(ip)
  if (!address.match(ipaddr.IPv4.parseCIDR(subnet)))
    throw new InstallError(`IP ${ip} is not part of local nr subnet ${subnet}`)
  if (address.octets[3] === 1) throw new InstallError(`ip ${ip} is reserved`)
  return { network, ip, gateway: [...address.octets.slice(0, 3), 1].join('.') }
}

function myceliumIp({ twin, data, host }: MachineJob): string {
  const mycelium = data.network.mycelium
  if (!mycelium) return ''
  const id = networkId(twin, mycelium.network ?? mycelium.Network ?? '')
  const network = host.networks.get(id)
  return wrapped('could not set up tap device', () => {
    if (!network) throw new InstallError(`failed to get network resource '${id}': no such file or directory`)
    if (!network.mycelium) throw new InstallError('network resource does not support mycelium')
    const seed = mycelium.hex_seed.toLowerCase()
    if (seed === '000000000000' || seed === 'ffffffffffff') throw new InstallError('invalid seed')
    return myceliumAddress(network.mycelium.hex_key, seed)
  })
}

/** Source: pkg/primitives/vm/vm.go vmMounts, utils.go prepVirtualMachine */
function attachMounts({ data, neighbours }: MachineJob): void {
  const mounts = data.mounts ?? []
  const full = isFullMachine(data.flist)
  if (full && mounts.length === 0) throw new InstallError('at least one mount has to be attached for Vm mode')
  for (const [i, { name, mountpoint }] of mounts.entries()) {
    const disk = neighbours.find((one) => one.name === name)
    if (!disk)
      throw new InstallError(
        `failed to get mount '${name}' workload: no workload with name '${name}': workload not found`,
      )
    const isBoot = full && i === 0
    if (isBoot && disk.type !== 'zmount') throw new InstallError('mount is not a valid disk workload')
    if (isBoot && disk.result.state !== 'ok') throw new InstallError('boot disk was not deployed correctly')
    if (disk.result.state !== 'ok') throw new InstallError(`invalid disk '${name}' state`)
    if (!['zmount', 'volume', 'qsfs'].includes(disk.type))
      throw new InstallError(`expecting a reservation of type 'zmount' or 'qsfs' for disk '${name}'`)
    const said = isBoot ? undefined : mountpointProblem(mountpoint)?.said
    if (said) throw new InstallError(said)
  }
}

/** What the node hands out, filled as far as it came: on an error the addresses so far are in the result too. */
function machine(job: MachineJob, result: ZMachineResult): void {
  const { id, data, host, node } = job
  checkCards(job)
  result.id = id
  result.ip = data.network.interfaces[0]!.ip
  const { gateway } = joined(job)
  if (data.network.planetary) result.planetary_ip = planetaryAddress(node.chain.id, id)
  result.mycelium_ip = myceliumIp(job)
  if (!isFullMachine(data.flist))
    wrapped('failed to create vm rootfs', () => host.createDisk(rootOf(id), capacity(data).sru))
  attachMounts(job)
  const { cpu } = data.compute_capacity
  if (cpu > node.chain.resources.cru)
    throw new InstallError(`invalid cpu must be between 1 and ${node.chain.resources.cru}`)
  result.console_url = `${gateway}:${20_000 + Number(result.ip.split('.')[3])}`
}

const rootOf = (id: string) => `rootfs:${id}`

/** Source: zosbase pkg/primitives/vm/vm.go */
export const zmachine: Installer<'zmachine'> = {
  effort: 1.6,
  mishap: ({ id }) => `failed to mount flist: ${id}: failed to get flist hash: 502 Bad Gateway`,
  install(job) {
    const result: ZMachineResult = { id: '', ip: '', planetary_ip: '', mycelium_ip: '', console_url: '' }
    try {
      machine(job, result)
      return result
    } catch (error) {
      job.host.deleteDisk(rootOf(job.id))
      if (error instanceof InstallError) throw new InstallError(error.message, result)
      throw error
    }
  },
  remove: ({ id, host }) => host.deleteDisk(rootOf(id)),
}
