import type { WorkloadType } from '#domain/workloads/workload.ts'

/** What people call a workload of this type. */
export const typeName: Record<WorkloadType, string> = {
  network: 'Network',
  'network-light': 'Network',
  ip: 'Public IP',
  ipv4: 'Public IPv4',
  zmount: 'Disk',
  volume: 'Volume',
  zmachine: 'Machine',
  'zmachine-light': 'Machine',
  zlogs: 'Logs',
  zdb: 'Database',
  qsfs: 'Storage',
  'gateway-name-proxy': 'Gateway',
  'gateway-fqdn-proxy': 'Gateway',
}
