import { none, type Capacity } from '#domain/capacity.ts'

/**
 * A public IPv4, as deployments asked for it before the type `ip` came.
 *
 * Source: zosbase pkg/gridtypes/zos/ipv4.go (PublicIP4)
 */
export type PublicIpv4 = Record<string, never>

export const challenge = (): string => ''

export const problem = (): undefined => undefined

export const capacity = (): Capacity => none
