import { bytesToHex } from '@noble/hashes/utils.js'
import { networkName } from '#domain/deployment/choice.ts'
import type { Workload, WorkloadType } from '#domain/deployment/deployment.ts'
import { images } from '#domain/deployment/images.ts'
import { gib } from '#domain/units.ts'
import { addWorkload, freeName } from './edit.ts'
import { bare, placed, sameSpot, withWorkload, type Placed, type Plan, type Spot } from './plan.ts'
import { isMachine, isNetwork } from './references.ts'
import type { Chance } from './template.ts'
import { machineWorkloads, networkWorkload } from './templates/machine-node.ts'

type Added = { plan: Plan; at: Spot }
type Machine = Workload<'zmachine'> | Workload<'zmachine-light'>

/**
 * Puts a new workload of a type into a node's part of a plan, with what can be guessed: a disk, an address or logs go to
 * the machine that is `chosen`, else to the only one there is; a machine joins the node's network, and brings one along
 * where there is none.
 */
export function addNew(plan: Plan, node: number, type: WorkloadType, chosen: Spot | undefined, chance: Chance): Added {
  switch (type) {
    case 'network':
    case 'network-light':
      return addWorkload(plan, node, newNetwork(plan, node, chance))
    case 'zmachine':
    case 'zmachine-light':
      return addMachine(plan, node, chance)
    case 'zmount':
    case 'volume':
      return addDisk(plan, node, { ...bare(freeName(plan, stems[type])), type, data: { size: gib(10) } }, chosen)
    case 'qsfs':
      return addDisk(plan, node, newQsfs(plan, chance), chosen)
    case 'ip':
    case 'ipv4':
      return addPublicIp(plan, node, chosen)
    case 'zlogs': {
      const zmachine = machineFor(plan, node, chosen)?.workload.name ?? ''
      return addWorkload(plan, node, { ...bare(freeName(plan, 'logs')), type, data: { zmachine, output: '' } })
    }
    case 'zdb': {
      const password = bytesToHex(chance.bytes(12))
      const data = { size: gib(10), mode: 'seq' as const, password, public: false }
      return addWorkload(plan, node, { ...bare(freeName(plan, 'zdb')), type, data })
    }
    case 'gateway-name-proxy':
      return addWorkload(plan, node, {
        ...bare(freeName(plan, 'gateway')),
        type,
        data: { name: '', ...newGateway(plan) },
      })
    case 'gateway-fqdn-proxy':
      return addWorkload(plan, node, {
        ...bare(freeName(plan, 'gateway')),
        type,
        data: { fqdn: '', ...newGateway(plan) },
      })
  }
}

const stems = { zmount: 'disk', volume: 'volume' }

/** A part of the plan's network on this node, where the plan has one elsewhere; else a network of its own. */
function newNetwork(plan: Plan, node: number, chance: Chance): Workload<'network'> {
  const all = placed(plan).filter(({ workload }) => isNetwork(workload))
  const here = all.filter(({ at }) => at.node === node).map(({ workload }) => workload.name)
  const other = all.find(({ workload }) => !here.includes(workload.name))?.workload
  if (other?.type !== 'network' && other?.type !== 'network-light')
    return networkWorkload(networkName(chance.number), chance)
  const fresh = networkWorkload(other.name, chance)
  return { ...fresh, data: { ...fresh.data, ip_range: other.data.ip_range || fresh.data.ip_range } }
}

function addMachine(plan: Plan, node: number, chance: Chance): Added {
  const hasOne = placed(plan).some(({ at, workload }) => at.node === node && isNetwork(workload))
  const within = hasOne ? plan : addWorkload(plan, node, newNetwork(plan, node, chance)).plan
  const network = placed(within).find(({ at, workload }) => at.node === node && isNetwork(workload))!
  const wanted = { name: freeName(plan, 'vm'), image: images[0]!, cores: 1, memory: gib(2), disks: [] }
  return addWorkload(within, node, machineWorkloads(wanted, network.workload.name)[0]!)
}

/** The machine that what is new is meant for: its contract has to be the one that new workloads go into. */
function machineFor(plan: Plan, node: number, chosen: Spot | undefined): (Placed & { workload: Machine }) | undefined {
  const machines = placed(plan).filter(
    (one): one is Placed & { workload: Machine } => one.at.node === node && isMachine(one.workload),
  )
  return machines.find(({ at }) => sameSpot(at, chosen)) ?? (machines.length === 1 ? machines[0] : undefined)
}

function addDisk(plan: Plan, node: number, disk: Workload, chosen: Spot | undefined): Added {
  const added = addWorkload(plan, node, disk)
  const machine = machineFor(plan, node, chosen)
  if (machine?.at.deployment !== added.at.deployment) return added
  const mount = { name: disk.name, mountpoint: `/mnt/${disk.name}` }
  return {
    ...added,
    plan: changeMachine(added.plan, machine.at, (one) => ({
      ...one,
      data: { ...one.data, mounts: [...(one.data.mounts ?? []), mount] },
    })),
  }
}

function addPublicIp(plan: Plan, node: number, chosen: Spot | undefined): Added {
  const ip: Workload = { ...bare(freeName(plan, 'ip')), type: 'ip', data: { v4: true, v6: false } }
  const added = addWorkload(plan, node, ip)
  const machine = machineFor(plan, node, chosen)
  if (machine?.at.deployment !== added.at.deployment) return added
  return {
    ...added,
    plan: withWorkload(added.plan, machine.at, (one) =>
      one.type === 'zmachine' && !one.data.network.public_ip
        ? { ...one, data: { ...one.data, network: { ...one.data.network, public_ip: ip.name } } }
        : one,
    ),
  }
}

const changeMachine = (plan: Plan, at: Spot, change: <M extends Machine>(machine: M) => M): Plan =>
  withWorkload(plan, at, (one) => (one.type === 'zmachine' || one.type === 'zmachine-light' ? change(one) : one))

/** Leads to the only machine there is, over mycelium: every node reaches it there. */
function newGateway(plan: Plan) {
  const machines = placed(plan).filter(({ workload }) => isMachine(workload))
  const backends = machines.length === 1 ? [`http://[{${machines[0]!.workload.name}.mycelium_ip}]:80`] : []
  return { tls_passthrough: false, backends }
}

/** Spread over the databases of the plan: the first four keep what is where, the others what is in it. */
function newQsfs(plan: Plan, chance: Chance): Workload<'qsfs'> {
  const backends = placed(plan).flatMap(({ workload }) =>
    workload.type === 'zdb'
      ? {
          address: `{${workload.name}.address}`,
          namespace: `{${workload.name}.Namespace}`,
          password: workload.data.password,
        }
      : [],
  )
  const encryption = () => ({ algorithm: 'AES', key: bytesToHex(chance.bytes(32)) })
  const groups = backends.slice(4)
  return {
    ...bare(freeName(plan, 'qsfs')),
    type: 'qsfs',
    data: {
      cache: gib(10),
      config: {
        minimal_shards: Math.max(1, Math.ceil(groups.length / 2)),
        expected_shards: Math.max(1, groups.length),
        redundant_groups: 0,
        redundant_nodes: 0,
        max_zdb_data_dir_size: 512,
        encryption: encryption(),
        meta: {
          type: 'zdb',
          config: { prefix: 'meta', encryption: encryption(), backends: backends.slice(0, 4) },
        },
        groups: [{ backends: groups }],
        compression: { algorithm: 'snappy' },
      },
    },
  }
}
