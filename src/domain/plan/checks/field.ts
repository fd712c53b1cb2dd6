import type { Workload } from '#domain/deployment/deployment.ts'
import { withWorkload, type Plan, type Spot } from '../plan.ts'

/**
 * The plan in which one member of a workload's data has another value. `field` is its path: `network.interfaces.0.ip`. The
 * name that a gateway serves is `data.name`, since `name` is the workload's own.
 */
export const withField = (plan: Plan, at: Spot, field: string, value: unknown): Plan =>
  withWorkload(plan, at, (workload) => ({ ...workload, data: put(workload.data, path(field), value) }) as Workload)

const path = (field: string) => field.replace(/^data\./, '').split('.')

function put(into: unknown, [member = '', ...rest]: string[], value: unknown): unknown {
  const inner = (into as Record<string, unknown> | null | undefined)?.[member]
  const changed = rest.length === 0 ? value : put(inner, rest, value)
  if (Array.isArray(into)) return into.map((one, i) => (String(i) === member ? changed : one))
  return { ...(into as object), [member]: changed }
}

/** What stands at a path, whatever somebody wrote on the way there. */
export const fieldOf = ({ data }: Workload, field: string): unknown =>
  path(field).reduce<unknown>((of, member) => (of as Record<string, unknown> | undefined)?.[member], data)

/** The path of the first text in `data` that `said` ends with, such as an address that a node cannot read. */
export function fieldSaid(data: unknown, said: string): string | undefined {
  for (const [member, value] of Object.entries((data ?? {}) as object)) {
    if (typeof value === 'string' && value !== '' && said.endsWith(`: ${value}`)) return member
    const inner = typeof value === 'object' ? fieldSaid(value, said) : undefined
    if (inner !== undefined) return `${member}.${inner}`
  }
  return undefined
}

/** How forms call the members, by their paths; numbers in lists stand as `0`. */
const names: Record<string, string> = {
  name: 'name',
  'data.name': 'address',
  type: 'type',
  size: 'size',
  mode: 'mode',
  cache: 'cache',
  v4: 'kind',
  backends: 'backends',
  'backends.0': 'backend',
  network: 'network',
  fqdn: 'domain',
  zmachine: 'machine',
  output: 'address',
  ip_range: 'range',
  subnet: 'subnet',
  wireguard_private_key: 'WireGuard key',
  wireguard_listen_port: 'WireGuard port',
  'mycelium.hex_key': 'mycelium key',
  'mycelium.peers': 'mycelium peers',
  flist: 'image',
  gpu: 'GPU',
  'gpu.0': 'GPU',
  mounts: 'disks',
  'mounts.0.name': 'disk',
  'mounts.0.mountpoint': 'mountpoint',
  env: 'environment',
  'env.SSH_KEY': 'SSH key',
  'compute_capacity.cpu': 'cores',
  'compute_capacity.memory': 'memory',
  'network.public_ip': 'public IP',
  'network.interfaces': 'network',
  'network.interfaces.0.network': 'network',
  'network.interfaces.0.ip': 'private IPv4',
  'network.mycelium.network': 'mycelium network',
  'network.mycelium.hex_seed': 'mycelium seed',
  'config.minimal_shards': 'shards',
}

/** What people call a member: `network.interfaces.0.ip → private IPv4`. One that has no name of its own is its path. */
export const fieldName = (field: string): string => names[field.replaceAll(/\d+/g, '0')] ?? field
