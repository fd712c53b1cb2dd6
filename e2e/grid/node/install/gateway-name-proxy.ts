import type { GatewayNameProxyResult } from '#domain/workloads/gateway-name-proxy.ts'
import { proxyLate, publicConfigOf, route, unroute } from './gateway.ts'
import { InstallError, wrapped } from './install-error.ts'
import type { Installer, Job } from './installer.ts'
import { nameProblem } from './names.ts'

const failed = 'failed to setup name proxy'

function serve(job: Job<'gateway-name-proxy'>): GatewayNameProxyResult {
  const { data, twin, chain } = job
  const { domain } = publicConfigOf(job)
  if (!domain) throw new InstallError("node doesn't support name proxy (doesn't have a domain)")
  const problem = nameProblem(chain.nameContract(data.name), twin)
  if (problem) throw new InstallError(`failed to verify name contract: ${problem}`)
  const fqdn = `${data.name}.${domain}`
  route(job, fqdn, data)
  return { fqdn }
}

/** Source: zosbase pkg/primitives/gateway/gatewayname.go, pkg/gateway/gateway.go SetNamedProxy */
export const gatewayNameProxy: Installer<'gateway-name-proxy'> = {
  effort: 0.6,
  mishap: () => `${failed}: ${proxyLate}`,
  install: (job) => wrapped(failed, () => serve(job)),
  remove: unroute,
}
