import type { WorkloadType } from '#domain/deployment/deployment.ts'
import { placed, type Plan } from '#domain/plan/plan.ts'
import type { DraftLine } from '#queries/drafts.ts'

const nouns: Record<WorkloadType, [one: string, more: string]> = {
  zmachine: ['machine', 'machines'],
  'zmachine-light': ['machine', 'machines'],
  zmount: ['disk', 'disks'],
  volume: ['volume', 'volumes'],
  network: ['network', 'networks'],
  'network-light': ['network', 'networks'],
  ip: ['public IP', 'public IPs'],
  ipv4: ['public IPv4', 'public IPv4s'],
  zdb: ['database', 'databases'],
  qsfs: ['file system', 'file systems'],
  zlogs: ['log', 'logs'],
  'gateway-name-proxy': ['gateway', 'gateways'],
  'gateway-fqdn-proxy': ['gateway', 'gateways'],
}

/** `2 machines, 1 network`; of an empty one "nothing yet". */
export function contentWords(types: DraftLine['types']): string {
  const counts = new Map<string, { n: number; more: string }>()
  for (const [type, [one, more]] of Object.entries(nouns)) {
    const n = types[type as WorkloadType] ?? 0
    if (n > 0) counts.set(one, { n: n + (counts.get(one)?.n ?? 0), more })
  }
  const words = [...counts].map(([one, { n, more }]) => `${n} ${n === 1 ? one : more}`)
  return words.join(', ') || 'nothing yet'
}

export function typesIn(plan: Plan): DraftLine['types'] {
  const types: DraftLine['types'] = {}
  for (const { workload } of placed(plan)) types[workload.type] = (types[workload.type] ?? 0) + 1
  return types
}

/** `web-shop.json`, of any name. */
export const fileName = (plan: Plan, ending: string): string =>
  `${plan.name.replaceAll(/[^\w-]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'plan'}.${ending}`
