import { text } from '#domain/go-text.ts'
import { gatewayChallenge, gatewayProblem, type Gateway } from './gateway.ts'

/**
 * Serves a domain of one's own, which must point at the node.
 *
 * Source: zosbase pkg/gridtypes/zos/gw_fqdn.go
 */
export type GatewayFqdnProxy = Gateway & { fqdn: string }

export const challenge = (data: GatewayFqdnProxy): string => text(data.fqdn) + gatewayChallenge(data)

export const problem = (data: GatewayFqdnProxy): string | undefined =>
  /^([\w-]+\.)+[\w-]{2,}$/.test(text(data.fqdn)) ? gatewayProblem(data) : `fqdn ${text(data.fqdn)} is invalid`

export { capacity } from './gateway.ts'
