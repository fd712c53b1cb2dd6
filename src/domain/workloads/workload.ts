import { add, none, type Capacity } from '#domain/capacity.ts'
import { integer, text } from '#domain/go-text.ts'
import * as fqdnProxy from './gateway-fqdn-proxy.ts'
import * as nameProxy from './gateway-name-proxy.ts'
import * as ip from './ip.ts'
import * as ipv4 from './ipv4.ts'
import type { Neighbours } from './neighbours.ts'
import * as networkLight from './network-light.ts'
import * as network from './network.ts'
import * as qsfs from './qsfs.ts'
import * as volume from './volume.ts'
import * as zdb from './zdb.ts'
import * as zlogs from './zlogs.ts'
import * as zmachineLight from './zmachine-light.ts'
import * as zmachine from './zmachine.ts'
import * as zmount from './zmount.ts'

/** What each type of workload asks of the node. */
export type DataOf = {
  network: network.Network
  'network-light': networkLight.NetworkLight
  ip: ip.PublicIp
  ipv4: ipv4.PublicIpv4
  zmount: zmount.ZMount
  volume: volume.Volume
  zmachine: zmachine.ZMachine
  'zmachine-light': zmachineLight.ZMachineLight
  zlogs: zlogs.ZLogs
  zdb: zdb.Zdb
  qsfs: qsfs.Qsfs
  'gateway-name-proxy': nameProxy.GatewayNameProxy
  'gateway-fqdn-proxy': fqdnProxy.GatewayFqdnProxy
}

export type WorkloadType = keyof DataOf

/** "" before the node touched it. */
export type ResultState = '' | 'init' | 'ok' | 'error' | 'deleted' | 'paused' | 'unchanged'

/** What became of a workload. `created` is unix seconds; `data` depends on the type and may be partly filled on error. */
export type Result = { created: number; state: ResultState; message: string; data: unknown }

/** One thing that a node runs or keeps, as it goes over the wire. `Workload<'zmount'>` is one of a type. */
export type Workload<T extends WorkloadType = WorkloadType> = {
  [K in T]: {
    version: number
    name: string
    type: K
    data: DataOf[K]
    metadata: string
    description: string
    /** Filled by the node. */
    result?: Result
  }
}[T]

type Kind<Data> = {
  /** What it adds to the deployment's hash. */
  challenge: (data: Data) => string
  /** What the node says of it before it takes the deployment. */
  problem: (data: Data, deployment: Neighbours) => string | undefined
  capacity: (data: Data) => Capacity
  /** May change while it runs. Others are removed and added under another name. */
  updatable: boolean
  /** Its type in the node's source, which is in its messages. */
  goType: string
}

const kinds: { [T in WorkloadType]: Kind<DataOf[T]> } = {
  network: { ...network, updatable: true, goType: 'Network' },
  'network-light': { ...networkLight, updatable: true, goType: 'NetworkLight' },
  ip: { ...ip, updatable: false, goType: 'PublicIP' },
  ipv4: { ...ipv4, updatable: false, goType: 'PublicIP4' },
  zmount: { ...zmount, updatable: true, goType: 'ZMount' },
  volume: { ...volume, updatable: true, goType: 'Volume' },
  zmachine: { ...zmachine, updatable: false, goType: 'ZMachine' },
  'zmachine-light': { ...zmachineLight, updatable: false, goType: 'ZMachineLight' },
  zlogs: { ...zlogs, updatable: false, goType: 'ZLogs' },
  zdb: { ...zdb, updatable: true, goType: 'ZDB' },
  qsfs: { ...qsfs, updatable: true, goType: 'QuantumSafeFS' },
  'gateway-name-proxy': { ...nameProxy, updatable: false, goType: 'GatewayNameProxy' },
  'gateway-fqdn-proxy': { ...fqdnProxy, updatable: false, goType: 'GatewayFQDNProxy' },
}

export const isWorkloadType = (type: string): type is WorkloadType => Object.hasOwn(kinds, type)

export const isUpdatable = (type: WorkloadType): boolean => kinds[type].updatable

/** Source: zosbase pkg/gridtypes/workload.go Challenge */
export function challenge<T extends WorkloadType>(workload: Workload<T>): string {
  const kind: Kind<DataOf[T]> = kinds[workload.type]
  return (
    integer(workload.version, 'uint32') +
    text(workload.name) +
    text(workload.type) +
    text(workload.metadata) +
    text(workload.description) +
    kind.challenge(workload.data)
  )
}

/**
 * What a node says of a workload whose name is right; `undefined` when it takes it.
 *
 * Source: zosbase pkg/gridtypes/workload.go Valid, WorkloadData
 */
export function problem<T extends WorkloadType>(workload: Workload<T>, deployment: Neighbours): string | undefined {
  if (!isWorkloadType(workload.type)) return `invalid reservation type '${workload.type as string}'`
  const kind: Kind<DataOf[T]> = kinds[workload.type]
  try {
    kind.challenge(workload.data)
    return kind.problem(workload.data, deployment)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return `failed to load data into object of type '*zos.${kind.goType}': ${error.message}`
  }
}

export function capacity<T extends WorkloadType>(workload: Workload<T>): Capacity {
  const kind: Kind<DataOf[T]> = kinds[workload.type]
  return kind.capacity(workload.data)
}

export const totalCapacity = (workloads: readonly Workload[]): Capacity =>
  workloads.map((workload) => capacity(workload)).reduce(add, none)

/** How many public IPv4 addresses the contract of these workloads must reserve. */
export const publicIps = (workloads: readonly Workload[]): number =>
  workloads.filter((workload) => workload.type === 'ipv4' || (workload.type === 'ip' && workload.data.v4)).length
