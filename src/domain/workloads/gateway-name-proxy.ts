import { text } from '#domain/go-text.ts'
import { gatewayChallenge, gatewayProblem, type Gateway } from './gateway.ts'

/**
 * Serves `<name>.<the node's domain>`. The twin must hold a name contract for the name.
 *
 * Source: zosbase pkg/gridtypes/zos/gw_name.go
 */
export type GatewayNameProxy = Gateway & { name: string }

export type GatewayNameProxyResult = { fqdn: string }

export const challenge = (data: GatewayNameProxy): string => text(data.name) + gatewayChallenge(data)

export const problem = (data: GatewayNameProxy): string | undefined =>
  /^[\w-]+$/.test(text(data.name)) ? gatewayProblem(data) : `name ${text(data.name)} is invalid`

export { capacity } from './gateway.ts'
