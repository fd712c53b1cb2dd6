import { text } from '#domain/go-text.ts'
import type { Problem } from '#domain/problem.ts'
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

/**
 * Why the chain would not keep this name for a gateway. It is stricter than nodes are.
 *
 * Source: tfchain pallet-smart-contract src/types.rs NameContractName
 */
export function gatewayNameProblem(name: string): Problem {
  if (name.length < 3) return { said: 'NameContractNameTooShort', words: 'Give it 3 characters or more' }
  if (name.length > 64) return { said: 'NameContractNameTooLong', words: 'Keep it to 64 characters' }
  if (!/^[a-z0-9_-]+$/.test(name))
    return { said: 'NameNotValid', words: 'Use small letters, digits, dashes and underscores only' }
  return undefined
}

export { capacity } from './gateway.ts'
