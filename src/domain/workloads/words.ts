import type { Workload, WorkloadType } from '#domain/workloads/workload.ts'
import { bytes, showBytes } from '#domain/units.ts'
import type { Integer } from '#domain/go-text.ts'

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

/** A workload's measure in a few words: `1 vCPU, 2 GiB` of a machine, `10 GiB` of a disk; "" where there is none. */
export function measure(workload: Workload): string {
  switch (workload.type) {
    case 'zmachine':
    case 'zmachine-light': {
      const { cpu, memory } = workload.data.compute_capacity
      return `${cpu} vCPU, ${size(memory)}`
    }
    case 'zmount':
    case 'volume':
    case 'zdb':
      return size(workload.data.size)
    case 'network':
    case 'network-light':
      return workload.data.subnet
    case 'gateway-name-proxy':
      return workload.data.name
    case 'gateway-fqdn-proxy':
      return workload.data.fqdn
    case 'ip':
    case 'ipv4':
    case 'zlogs':
      return ''
    case 'qsfs':
      return `${size(workload.data.cache)} cache`
  }
}

const size = (n: Integer) => showBytes(bytes(Number(n)))
