import { encodeContractData } from '#domain/contract.ts'
import type { Problem } from '#domain/problem.ts'
import { sshKeys } from '#domain/ssh.ts'
import type { Bytes } from '#domain/units.ts'
import type { Deployment, Workload } from './deployment.ts'
import type { Image } from './images.ts'

/** A machine that somebody wants, with a network of its own. */
export type MachinePlan = {
  name: string
  twinId: number
  image: Image
  cores: number
  memory: Bytes
  /** 0 takes the least. */
  rootSize: Bytes
  disk?: { size: Bytes; mountpoint: string }
  /** OpenSSH public keys, one a line. */
  sshKey: string
  network: NetworkPlan
}

export type NetworkPlan = {
  name: string
  /** An IPv4 /16, and the /24 of it that is the node's. */
  ipRange: string
  subnet: string
  wireGuard: { privateKey: string; port: number }
  /** Hex of 32 random bytes. */
  myceliumKey: string
}

/** A deployment that no contract was made for yet, and the text that its contract is to carry. */
export type PlannedDeployment = { deployment: Deployment; contractData: string }

/**
 * The deployments that make a machine, in the order they must be sent: its network, then itself.
 *
 * Source: tfgrid-sdk-ts grid_client 2.9.2, modules machines and networks
 */
export const planMachine = (plan: MachinePlan): [network: PlannedDeployment, machine: PlannedDeployment] => [
  planNetwork(plan),
  {
    deployment: deployment(plan.twinId, '', machineWorkloads(plan)),
    contractData: contractData(plan, 'vm', plan.name),
  },
]

function planNetwork(plan: MachinePlan): PlannedDeployment {
  const { name, ipRange, subnet, wireGuard, myceliumKey } = plan.network
  const data = contractData(plan, 'network', name)
  const network: Workload<'network'> = {
    ...workload(name),
    type: 'network',
    data: {
      ip_range: ipRange,
      subnet,
      wireguard_private_key: wireGuard.privateKey,
      wireguard_listen_port: wireGuard.port,
      peers: [],
      mycelium: { hex_key: myceliumKey, peers: [] },
    },
    metadata: JSON.stringify({ version: 3, user_accesses: [] }),
  }
  return { deployment: deployment(plan.twinId, data, [network]), contractData: data }
}

function machineWorkloads(plan: MachinePlan): Workload[] {
  const { name, image, cores, memory, rootSize, disk, sshKey, network } = plan
  const address = network.subnet.replace(/\d+\/\d+$/, '2')
  const diskName = name === 'disk1' ? 'disk2' : 'disk1'
  const machine: Workload<'zmachine'> = {
    ...workload(name),
    type: 'zmachine',
    data: {
      flist: image.flist,
      network: {
        public_ip: '',
        planetary: false,
        interfaces: [{ network: network.name, ip: address }],
        mycelium: { network: network.name, hex_seed: myceliumSeed(address) },
      },
      size: rootSize,
      compute_capacity: { cpu: cores, memory },
      mounts: disk ? [{ name: diskName, mountpoint: disk.mountpoint }] : [],
      entrypoint: image.entrypoint,
      env: { SSH_KEY: sshKeys(sshKey) },
      corex: false,
      gpu: [],
    },
  }
  if (!disk) return [machine]
  return [{ ...workload(diskName), type: 'zmount', data: { size: disk.size } }, machine]
}

const workload = (name: string) => ({ version: 0, name, metadata: '', description: '' })

const contractData = ({ name: machine }: MachinePlan, type: string, name: string) =>
  encodeContractData({ type, name, projectName: `vm/${machine}` })

const deployment = (twinId: number, metadata: string, workloads: Workload[]): Deployment => ({
  version: 0,
  twin_id: twinId,
  contract_id: 0,
  metadata,
  description: '',
  expiration: 0,
  signature_requirement: {
    requests: [{ twin_id: twinId, required: false, weight: 1 }],
    weight_required: 1,
    signatures: [],
    signature_style: '',
  },
  workloads,
})

/** Of a machine's mycelium address, from the last two parts of its own: `10.20.2.3 → 000002000003`. */
function myceliumSeed(address: string): string {
  const parts = address.split('.').slice(2)
  return parts.map((part) => Number(part).toString(16).padStart(6, '0')).join('')
}

/** A full image boots from a disk. Source: zosbase pkg/primitives/vm/utils.go */
export const diskProblem = (image: Image, disk: MachinePlan['disk']): Problem =>
  image.kind === 'full' && !disk
    ? {
        said: 'at least one mount has to be attached for Vm mode',
        words: `${image.name} boots from the first disk: add one`,
      }
    : undefined
