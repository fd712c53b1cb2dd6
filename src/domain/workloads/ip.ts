import { none, type Capacity } from '#domain/capacity.ts'
import { flag } from '#domain/go-text.ts'
import type { Problem } from '#domain/problem.ts'

/**
 * A public address for a machine of the same deployment. An IPv4 is one of those its contract reserved; IPv6 is free.
 * Its workload type is `ip`.
 *
 * Source: zosbase pkg/gridtypes/zos/ipv4.go (PublicIP)
 */
export type PublicIp = { v4: boolean; v6: boolean }

/** Members that are not set are "". */
export type PublicIpResult = { ip: string; ip6: string; gateway: string }

export const challenge = (data: PublicIp): string => flag(data.v4) + flag(data.v6)

export const problem = (data: PublicIp): string | undefined => publicIpProblem(data)?.said

export const publicIpProblem = ({ v4, v6 }: PublicIp): Problem =>
  v4 || v6 ? undefined : { said: 'public ip workload with no selections', words: 'Choose IPv4, IPv6 or both' }

export const capacity = (): Capacity => none
