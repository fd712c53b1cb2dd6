import type { Workload } from '#domain/deployment/deployment.ts'

/** One way to reach something: what it is, over which network it works, and the line to use. `href` opens it. */
export type Address = { name: string; over: string; line: string; href?: string }

/** What a node tells of a machine that runs. Old nodes say `ygg_ip` for `planetary_ip`. Source: zosbase pkg/gridtypes/zos/zmachine.go */
type MachineResult = { ip?: string; planetary_ip?: string; ygg_ip?: string; mycelium_ip?: string; console_url?: string }

/** Source: zosbase pkg/gridtypes/zos/ipv4.go */
type PublicIpResult = { ip?: string; ip6?: string }

/**
 * The ways to reach a machine, from what its node made; the best for a person first. Empty while it made nothing.
 *
 * @param made what became of the machine
 * @param address what became of its public address, when it has one
 */
export function machineAddresses(made: unknown, address?: unknown): Address[] {
  const { ip, planetary_ip, ygg_ip, mycelium_ip, console_url } = (made ?? {}) as MachineResult
  const publicIp = (address ?? {}) as PublicIpResult
  const [ipv4, ipv6] = [withoutMask(publicIp.ip), withoutMask(publicIp.ip6)]
  const planetary = planetary_ip || ygg_ip
  const [best] = [
    ipv4 && { over: 'over public IPv4', to: ipv4 },
    ipv6 && { over: 'over public IPv6', to: ipv6 },
    mycelium_ip && { over: 'over Mycelium', to: mycelium_ip },
    planetary && { over: 'over Planetary', to: planetary },
  ].filter((way) => typeof way === 'object')
  return [
    best && { name: 'SSH', over: best.over, line: `ssh root@${best.to}` },
    ipv4 && { name: 'IPv4', over: 'public', line: ipv4 },
    ipv6 && { name: 'IPv6', over: 'public', line: ipv6 },
    mycelium_ip && { name: 'Mycelium', over: 'encrypted IPv6', line: mycelium_ip },
    planetary && { name: 'Planetary', over: 'encrypted IPv6', line: planetary },
    ip && { name: 'Private', over: 'inside its network', line: ip },
    console_url && { name: 'Console', over: 'inside its network', line: console_url },
  ].filter((way) => typeof way === 'object')
}

const withoutMask = (address: string | undefined) => address?.replace(/\/\d+$/, '')

/** The ways to reach a workload, from what its node made of it and of what it names; none of what nobody reaches. */
export function addressesOf(workload: Workload, beside: readonly Workload[]): Address[] {
  const made: unknown = workload.result?.data
  switch (workload.type) {
    case 'zmachine': {
      const named = workload.data.network?.public_ip
      return machineAddresses(made, beside.find(({ name }) => name === named)?.result?.data)
    }
    case 'zmachine-light':
      return machineAddresses(made)
    case 'zdb':
      return databaseAddresses(made)
    case 'qsfs': {
      const { metrics_endpoint: line } = (made ?? {}) as { metrics_endpoint?: string }
      return line ? [{ name: 'Metrics', over: 'of the file system', line, href: line }] : []
    }
    case 'gateway-name-proxy':
      return webAddress((made as { fqdn?: string } | null)?.fqdn)
    case 'gateway-fqdn-proxy':
      return workload.result?.state === 'ok' ? webAddress(workload.data.fqdn) : []
    default:
      return []
  }
}

const webAddress = (domain: string | undefined): Address[] =>
  domain ? [{ name: 'Web', over: 'gateway', line: `https://${domain}`, href: `https://${domain}` }] : []

/** Addresses are told apart by their beginnings: nodes give those that they have, in no fixed places. */
function databaseAddresses(made: unknown): Address[] {
  const { Namespace, IPs, Port } = (made ?? {}) as { Namespace?: string; IPs?: string[] | null; Port?: number }
  return [
    ...(IPs ?? []).map((ip) => ({ name: 'Address', over: overlayOf(ip), line: `[${ip}]:${Port}` })),
    ...(Namespace ? [{ name: 'Namespace', over: 'of the 0-db', line: Namespace }] : []),
  ]
}

const overlayOf = (ip: string): string => {
  if (/^[23][\da-f]{2}:/i.test(ip)) return 'over Planetary'
  return /^[45][\da-f]{2}:/i.test(ip) ? 'over Mycelium' : 'public IPv6'
}
