import type { Workload } from '#domain/deployment/deployment.ts'
import { gatewayNameProblem } from '#domain/workloads/gateway-name-proxy.ts'
import { fqdnProblem } from '#domain/workloads/gateway-fqdn-proxy.ts'
import { bare } from '../plan.ts'
import type { Answers, Ask } from '../template.ts'

/** What the gateway's workload is called, whatever it serves. */
export const gatewayName = 'web'

/** Under which address something is to be found. */
export const nameAsk: Ask = {
  kind: 'text',
  name: 'subdomain',
  label: 'Name on the web',
  blank: '',
  help: 'Stands before the domain of the gateway’s node',
  problem: gatewayNameProblem,
}
export const domainAsk: Ask = {
  kind: 'text',
  name: 'domain',
  label: 'Domain',
  blank: '',
  help: 'Its A record has to point at the gateway’s node',
  problem: fqdnProblem,
}

export const named = (subdomain: string, backends: string[], passthrough = false): Workload => ({
  ...bare(gatewayName),
  type: 'gateway-name-proxy',
  data: { name: subdomain, tls_passthrough: passthrough, backends },
})

export const owned = (fqdn: string, backends: string[], passthrough = false): Workload => ({
  ...bare(gatewayName),
  type: 'gateway-fqdn-proxy',
  data: { fqdn, tls_passthrough: passthrough, backends },
})

export const backendAsks: Ask[] = [
  {
    kind: 'text',
    name: 'backend',
    label: 'Where the traffic goes',
    blank: '',
    optional: true,
    help: 'IP and port, 185.1.2.3:80. A machine of yours can be chosen later as well',
  },
  {
    kind: 'check',
    name: 'passthrough',
    label: 'Hand TLS through',
    blank: false,
    help: 'The machine has the certificate, instead of the gateway',
  },
]

export const backendsOf = ({ backend, passthrough }: Answers) => {
  const address = String(backend).replace(/^https?:\/\//, '')
  return address === '' ? [] : [passthrough === true ? address : `http://${address}`]
}
