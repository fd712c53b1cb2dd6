import type { Integer } from '#domain/go-text.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import type { Encryption, ZdbBackend } from '#domain/workloads/qsfs.ts'
import { block, is, list, object, quote, type Hcl } from './hcl.ts'
import type { Words } from './terraform-words.ts'

/** The block of a workload in a `grid_deployment`; `undefined` of what stands in its machine's. */
export function workloadBlock(workload: Workload, beside: readonly Workload[], { text }: Words): Hcl | undefined {
  switch (workload.type) {
    case 'zmount':
    case 'volume':
      return block('disks', [...named(workload), is('size', gigabytes(workload.data.size))])
    case 'zdb': {
      const { size, mode, password, public: open } = workload.data
      return block('zdbs', [
        ...named(workload),
        is('size', gigabytes(size)),
        is('mode', quote(mode)),
        is('password', text(password, workload.name, 'password')),
        is('public', String(open)),
      ])
    }
    case 'zmachine':
      return machineBlock(workload, beside, text)
    case 'qsfs':
      return qsfsBlock(workload, text)
    default:
      return undefined
  }
}

const named = ({ name, description }: Workload): Hcl[] => [
  is('name', quote(name)),
  ...(description ? [is('description', quote(description))] : []),
]

function machineBlock(workload: Workload<'zmachine'>, beside: readonly Workload[], text: Words['text']): Hcl {
  const { name, data } = workload
  const { network, compute_capacity, env, gpu, mounts } = data
  const address = beside.find((one) => one.name === network.public_ip)
  const logs = beside.filter((one) => one.type === 'zlogs').filter((one) => one.data.zmachine === name)
  const given = (key: string, value: string | undefined, written: (value: string) => string): Hcl[] =>
    value ? [is(key, written(value))] : []
  return block('vms', [
    ...named(workload),
    is('flist', text(data.flist, name, 'flist')),
    is('cpu', String(compute_capacity.cpu)),
    is('memory', megabytes(compute_capacity.memory)),
    ...(Number(data.size) > 0 ? [is('rootfs_size', megabytes(data.size))] : []),
    ...given('entrypoint', data.entrypoint, (value) => text(value, name, 'entrypoint')),
    ...(address?.type === 'ipv4' || (address?.type === 'ip' && address.data.v4) ? [is('publicip', 'true')] : []),
    ...(address?.type === 'ip' && address.data.v6 ? [is('publicip6', 'true')] : []),
    ...(network.planetary ? [is('planetary', 'true')] : []),
    ...given('ip', network.interfaces[0]?.ip, quote),
    ...given('mycelium_ip_seed', network.mycelium?.hex_seed, (value) => text(value, name, 'hex_seed')),
    ...(data.corex ? [is('corex', 'true')] : []),
    ...(gpu?.length ? [is('gpus', list(gpu.map(quote)))] : []),
    ...(logs.length > 0 ? [is('zlogs', list(logs.map((one) => text(one.data.output, one.name, 'output'))))] : []),
    ...(Object.keys(env ?? {}).length > 0
      ? [is('env_vars', object(Object.entries(env!).map(([key, value]) => [quote(key), text(value, name, key)])))]
      : []),
    ...(mounts ?? []).map((mount) =>
      block('mounts', [is('name', quote(mount.name)), is('mount_point', quote(mount.mountpoint))]),
    ),
  ])
}

function qsfsBlock(workload: Workload<'qsfs'>, text: Words['text']): Hcl {
  const { name, data } = workload
  const { config } = data
  const meta = config.meta.config
  const encryption = ({ algorithm, key }: Encryption) => [
    is('encryption_algorithm', quote(algorithm)),
    is('encryption_key', text(key, name, 'key')),
  ]
  const backends = (all: ZdbBackend[] | null) =>
    (all ?? []).map((one) =>
      block('backends', [
        is('address', text(one.address, name, 'address')),
        is('namespace', text(one.namespace, name, 'namespace')),
        is('password', text(one.password, name, 'password')),
      ]),
    )
  return block('qsfs', [
    ...named(workload),
    is('cache', megabytes(data.cache)),
    is('minimal_shards', String(config.minimal_shards)),
    is('expected_shards', String(config.expected_shards)),
    is('redundant_groups', String(config.redundant_groups)),
    is('redundant_nodes', String(config.redundant_nodes)),
    is('max_zdb_data_dir_size', String(config.max_zdb_data_dir_size)),
    ...encryption(config.encryption),
    is('compression_algorithm', quote(config.compression.algorithm)),
    block('metadata', [
      is('type', quote(config.meta.type)),
      is('prefix', quote(meta.prefix)),
      ...encryption(meta.encryption),
      ...backends(meta.backends),
    ]),
    ...(config.groups ?? []).map((group) => block('groups', backends(group.backends))),
  ])
}

// The provider counts in 2^30 and 2^20 and calls them GB and MB. What lies between is rounded up.
const gigabytes = (size: Integer) => up(size, 2n ** 30n)
const megabytes = (size: Integer) => up(size, 2n ** 20n)
const up = (size: Integer, unit: bigint) => String((BigInt(size) + unit - 1n) / unit)
