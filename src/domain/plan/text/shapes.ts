import type { WorkloadType } from '#domain/workloads/workload.ts'
import {
  anything,
  by,
  flag,
  hex,
  integer,
  list,
  map,
  one,
  record,
  text,
  time,
  type Members,
  type Shape,
} from './shape.ts'

/**
 * A plan's text, member by member, as nodes decode it.
 *
 * Source: zosbase pkg/gridtypes, pkg/gridtypes/zos
 */
const uint8 = integer('uint8')
const uint16 = integer('uint16')
const uint32 = integer('uint32')
const uint64 = integer('uint64')

const peer = record({ subnet: text, wireguard_public_key: text, endpoint: text }, { allowed_ips: list(text) })
const overlay = record({ hex_key: hex }, { peers: list(text) })
const wireGuard: Members = { ip_range: text, wireguard_private_key: text, wireguard_listen_port: uint16 }

const machine: Members = {
  flist: text,
  size: uint64,
  compute_capacity: record({ cpu: uint8, memory: uint64 }),
  entrypoint: text,
}
const machineTakes: Members = {
  mounts: list(record({ name: text, mountpoint: text })),
  env: map(text),
  corex: flag,
  gpu: list(text),
}
const interfaces = list(record({ network: text, ip: text }))
const overlayIp = record({ hex_seed: hex }, { network: text, Network: text })

const encryption = record({ algorithm: text, key: hex })
const backends = list(record({ address: text, namespace: text, password: text }))

const gateway: Members = { tls_passthrough: flag, backends: list(text) }
const size = record({ size: uint64 })

const dataOf: Record<WorkloadType, Shape> = {
  network: record({ ...wireGuard, subnet: text }, { peers: list(peer), mycelium: overlay }),
  'network-light': record({ subnet: text, mycelium: overlay }, { ...wireGuard, peers: list(peer) }),
  ip: record({ v4: flag, v6: flag }),
  ipv4: record({}),
  zmount: size,
  volume: size,
  zmachine: record(
    { ...machine, network: record({ interfaces }, { public_ip: text, planetary: flag, mycelium: overlayIp }) },
    machineTakes,
  ),
  'zmachine-light': record({ ...machine, network: record({ interfaces }, { mycelium: overlayIp }) }, machineTakes),
  zlogs: record({ zmachine: text, output: text }),
  zdb: record({ size: uint64, mode: text, password: text, public: flag }),
  qsfs: record({
    cache: uint64,
    config: record(
      {
        minimal_shards: uint32,
        expected_shards: uint32,
        redundant_groups: uint32,
        redundant_nodes: uint32,
        max_zdb_data_dir_size: uint32,
        encryption,
        meta: record({ type: text, config: record({ prefix: text, encryption }, { backends }) }),
        compression: record({ algorithm: text }),
      },
      { groups: list(record({}, { backends })) },
    ),
  }),
  'gateway-name-proxy': record({ name: text, ...gateway }, { network: text }),
  'gateway-fqdn-proxy': record({ fqdn: text, ...gateway }, { network: text }),
}

const result = record({}, { created: integer('int64'), state: text, message: text, data: anything })

/** Of a type that there is not, whatever its data. */
const workload = by((value) =>
  record(
    {
      version: uint32,
      name: text,
      type: one(Object.keys(dataOf)),
      data: dataOf[(value as { type: WorkloadType }).type] ?? anything,
      metadata: text,
      description: text,
    },
    { result },
  ),
)
export const workloads = list(workload)

const requirement = record(
  {
    requests: list(record({ twin_id: uint32, required: flag, weight: uint64 })),
    weight_required: uint64,
    signatures: list(record({ twin_id: uint32, signature: text, signature_type: text })),
  },
  { signature_style: text },
)

export const deployment = record(
  {
    version: uint32,
    twin_id: uint32,
    contract_id: uint64,
    metadata: text,
    description: text,
    expiration: time,
    workloads,
  },
  { signature_requirement: requirement },
)
export const deployments = list(deployment)

export const plan = record({
  name: text,
  solution: text,
  nodes: list(record({ deployments: list(record({ deployment }, { contract_data: text })) }, { node: uint32 })),
})
