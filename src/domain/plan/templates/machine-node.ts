import { bytesToHex } from '@noble/hashes/utils.js'
import { networkName } from '#domain/deployment/choice.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import type { Image } from '#domain/deployment/images.ts'
import { sshKeys } from '#domain/ssh.ts'
import type { Bytes } from '#domain/units.ts'
import { wireGuardKeys } from '#domain/wireguard.ts'
import { bare, newDeployment, type PlanNode } from '../plan.ts'
import type { Ask, Answers, Chance } from '../template.ts'

export type WantedMachine = {
  name: string
  image: Pick<Image, 'flist' | 'entrypoint'>
  cores: number
  memory: Bytes
  /** Of the root filesystem; the least that its node allows unless given. */
  rootSize?: Bytes
  disks: { name: string; size: Bytes; mountpoint: string }[]
  env?: Record<string, string>
  /** Gives it a public IPv4. */
  publicIp?: boolean
}

/** Who may enter the machine. */
export const sshAsk: Ask = { kind: 'ssh', name: 'ssh', label: 'SSH keys', help: 'Who may enter it as root' }

export const sshKeyOf = (answers: Answers): string => sshKeys(String(answers['ssh'] ?? ''))

/**
 * A node that runs one machine in a network of its own. The network's subnet, port and peers, and the machine's address,
 * are planned once the node is chosen.
 */
export function machineNode(wanted: WantedMachine, chance: Chance): PlanNode {
  const network = networkWorkload(networkName(chance.number), chance)
  return nodeOf([network], machineWorkloads(wanted, network.name))
}

/** A node yet to be chosen, with a contract for each list of workloads. */
export const nodeOf = (...contracts: Workload[][]): PlanNode => ({
  node: null,
  deployments: contracts.map((workloads) => ({ deployment: newDeployment(workloads) })),
})

/** One node's part of a new network, without its place in it. */
export const networkWorkload = (name: string, chance: Chance): Workload<'network'> => ({
  ...bare(name),
  type: 'network',
  data: {
    ip_range: '10.20.0.0/16',
    subnet: '',
    wireguard_private_key: wireGuardKeys(chance.bytes(32)).privateKey,
    wireguard_listen_port: 0,
    peers: [],
    mycelium: { hex_key: bytesToHex(chance.bytes(32)), peers: [] },
  },
  metadata: '{"version":3,"user_accesses":[]}',
})

/** A machine with its disks and its public address, in the order in which other clients write them. */
export function machineWorkloads(wanted: WantedMachine, network: string): Workload[] {
  const { name, image, cores, memory, rootSize = 0, disks, env = { SSH_KEY: '' }, publicIp = false } = wanted
  const machine: Workload<'zmachine'> = {
    ...bare(name),
    type: 'zmachine',
    data: {
      flist: image.flist,
      network: {
        public_ip: publicIp ? `${name}_pubip` : '',
        planetary: false,
        interfaces: [{ network, ip: '' }],
        mycelium: { network, hex_seed: '' },
      },
      size: rootSize,
      compute_capacity: { cpu: cores, memory },
      mounts: disks.map((disk) => ({ name: disk.name, mountpoint: disk.mountpoint })),
      entrypoint: image.entrypoint,
      env,
      corex: false,
      gpu: [],
    },
  }
  return [
    ...disks.map((disk): Workload => ({ ...bare(disk.name), type: 'zmount', data: { size: disk.size } })),
    ...(publicIp ? [{ ...bare(`${name}_pubip`), type: 'ip' as const, data: { v4: true, v6: false } }] : []),
    machine,
  ]
}
