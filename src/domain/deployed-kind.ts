import { isWorkloadType, type WorkloadType } from '#domain/workloads/workload.ts'
import { typeName } from '#domain/workloads/words.ts'

/** What solutions are called, by what clients write before the slash of a project. Others are called as they are written. */
const solutions: Record<string, string> = {
  vm: 'Virtual machine',
  'vm-light': 'Virtual machine',
  fullvm: 'Full machine',
  'full-vm': 'Full machine',
  kubernetes: 'Kubernetes',
  'kubernetes-light': 'Kubernetes',
  network: 'Network',
  'network-light': 'Network',
  gateway: 'Gateway',
  'gateway name': 'Gateway',
  'gateway fqdn': 'Gateway',
  domains: 'Gateway',
  zdb: 'Database',
  qsfs: 'Storage',
  caprover: 'CapRover',
  nextcloud: 'Nextcloud',
  owncloud: 'ownCloud',
  wordpress: 'WordPress',
  peertube: 'PeerTube',
  tfrobot: 'Virtual machine',
}

/** The type that says most of what a deployment is. */
const telling: WorkloadType[] = [
  'zmachine',
  'zmachine-light',
  'gateway-name-proxy',
  'gateway-fqdn-proxy',
  'qsfs',
  'zdb',
]

/**
 * What a deployment is, for people: by the solution that its maker wrote, else by the types of its workloads.
 *
 * `'kubernetes' → "Kubernetes"`, `'' with a zdb → "Database"`
 */
export function kindName(solution: string, types: readonly string[]): string {
  const known = solutions[solution]
  if (known !== undefined) return known
  if (solution !== '') return solution.charAt(0).toUpperCase() + solution.slice(1)
  const type = telling.find((one) => types.includes(one)) ?? types.find(isWorkloadType)
  return type === undefined ? '' : typeName[type as WorkloadType]
}
