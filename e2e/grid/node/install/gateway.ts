import { goUrl, splitHostPort } from '#domain/go-url.ts'
import { canonicalIp } from '#domain/ip.ts'
import type { Gateway } from '#domain/workloads/gateway.ts'
import type { ChainNode } from '../../chain/nouns.ts'
import { networkId } from '../addresses.ts'
import { InstallError } from './install-error.ts'
import type { Job } from './installer.ts'
import { missingNetwork } from './interface.ts'

export type GatewayJob = Job<'gateway-name-proxy'> | Job<'gateway-fqdn-proxy'>

const withoutMask = (cidr: string | undefined) => canonicalIp(cidr?.split('/')[0] ?? '')

export const publicIpsOf = ({ ip4, ip6 }: NonNullable<ChainNode['publicConfig']>): (string | undefined)[] => [
  withoutMask(ip4.ip),
  withoutMask(ip6?.ip),
]

/** Source: zosbase pkg/gateway/gateway.go ensureGateway, and pkg/gateway_light/gateway.go */
export function publicConfigOf({ node: { light, chain } }: GatewayJob): NonNullable<ChainNode['publicConfig']> {
  const config = chain.publicConfig
  if (light && !config?.domain) throw new InstallError('gateway is not supported on this node, domain is not set')
  if (!config) throw new InstallError('gateway is not supported on this node: no public configuration')
  return config
}

function backendIp(backend: string): string | undefined {
  const address = splitHostPort(backend)
  const ip = 'host' in address ? canonicalIp(address.host) : undefined
  if (ip !== undefined) return ip
  const url = goUrl(backend)
  return 'hostname' in url ? canonicalIp(url.hostname) : undefined
}

/** Leads a domain to its backends. Source: zosbase pkg/gateway/gateway.go setupRouting */
export function route({ id, twin, host, node }: GatewayJob, domain: string, gateway: Gateway): void {
  const own = publicIpsOf(node.chain.publicConfig!)
  for (const backend of gateway.backends)
    if (own.includes(backendIp(backend)))
      throw new InstallError(`backend ${backend} points to the node's own public IP address`)
  if (host.domains.has(domain))
    throw new InstallError(node.light ? 'domain already registered' : `domain already registered: ${domain}`)
  if (typeof gateway.network === 'string') {
    const key = networkId(twin, gateway.network)
    if (!host.networks.has(key)) throw new InstallError(`failed to get user network: ${missingNetwork(node, key)}`)
  }
  host.domains.set(domain, id)
}

export function unroute({ id, host }: GatewayJob): void {
  for (const [domain, owner] of host.domains) if (owner === id) host.domains.delete(domain)
}

/** What zinit says when it does not start the proxy in time. */
export const proxyLate = 'waiting for trafik start timed out: context deadline exceeded'
