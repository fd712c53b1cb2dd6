import type { WorkloadReport } from '#queries/deployments.ts'

/** What a node made of a workload, in its shortest: an address, a name; "" where there is nothing to tell. */
export function resultText({ type, data, result }: WorkloadReport): string {
  const made = (result.data ?? {}) as Record<string, unknown>
  const text = (member: string) => (typeof made[member] === 'string' ? made[member] : '')
  switch (type) {
    case 'zmachine':
    case 'zmachine-light':
      return text('ip')
    case 'ip':
    case 'ipv4':
      return text('ip') || text('ip6')
    case 'network':
    case 'network-light':
      return result.state === 'ok' && data.wireguard_listen_port ? `port ${data.wireguard_listen_port}` : ''
    case 'zmount':
      return text('volume_id')
    case 'volume':
      return text('id')
    case 'zdb':
      return text('Namespace')
    case 'qsfs':
      return text('path')
    case 'gateway-name-proxy':
      return text('fqdn')
    default:
      return ''
  }
}
