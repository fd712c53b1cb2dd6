import { addressOf } from '../../dns/records.ts'
import { proxyLate, publicConfigOf, publicIpsOf, route, unroute } from './gateway.ts'
import { InstallError, wrapped } from './install-error.ts'
import type { Installer, Job } from './installer.ts'

const failed = 'failed to setup fqdn proxy'

function lookedUp(fqdn: string): string {
  const ip = addressOf(fqdn)
  if (ip === undefined) throw new InstallError(`lookup ${fqdn} on 8.8.8.8:53: no such host`)
  return ip
}

function serve(job: Job<'gateway-fqdn-proxy'>): Record<string, never> {
  const config = publicConfigOf(job)
  const { fqdn } = job.data
  if (config.domain && fqdn.endsWith(config.domain))
    throw new InstallError("can't create a fqdn workload with a subdomain of the gateway's managed domain")
  wrapped('failed to verify domain dns record', () => {
    if (!publicIpsOf(config).includes(lookedUp(fqdn))) throw new InstallError("host doesn't point to the gateway ip")
  })
  route(job, fqdn, job.data)
  return {}
}

/** Source: zosbase pkg/primitives/gateway/gatewayfqdn.go, pkg/gateway/gateway.go SetFQDNProxy */
export const gatewayFqdnProxy: Installer<'gateway-fqdn-proxy'> = {
  effort: 0.6,
  mishap: () => `${failed}: ${proxyLate}`,
  install: (job) => wrapped(failed, () => serve(job)),
  remove: unroute,
}
