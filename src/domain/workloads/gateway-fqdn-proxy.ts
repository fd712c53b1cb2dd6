import { text } from '#domain/go-text.ts'
import type { Problem } from '#domain/problem.ts'
import { gatewayChallenge, gatewayProblem, type Gateway } from './gateway.ts'

/**
 * Serves a domain of one's own, which must point at the node.
 *
 * Source: zosbase pkg/gridtypes/zos/gw_fqdn.go
 */
export type GatewayFqdnProxy = Gateway & { fqdn: string }

export const challenge = (data: GatewayFqdnProxy): string => text(data.fqdn) + gatewayChallenge(data)

export const problem = (data: GatewayFqdnProxy): string | undefined =>
  fqdnProblem(text(data.fqdn))?.said ?? gatewayProblem(data)

export const fqdnProblem = (fqdn: string): Problem =>
  /^([\w-]+\.)+[\w-]{2,}$/.test(fqdn)
    ? undefined
    : { said: `fqdn ${fqdn} is invalid`, words: 'Give a whole domain, like shop.example.com' }

/**
 * Why a node whose own domain is `nodeDomain` does not serve this one. It looks only once it sets the gateway up.
 *
 * Source: zosbase pkg/gateway/gateway.go SetFQDNProxy
 */
export const ownDomainProblem = (fqdn: string, nodeDomain: string): Problem =>
  nodeDomain !== '' && fqdn.endsWith(nodeDomain)
    ? {
        said: "can't create a fqdn workload with a subdomain of the gateway's managed domain",
        words: `${nodeDomain} is the node’s own: make a gateway by name for that`,
      }
    : undefined

export { capacity } from './gateway.ts'
