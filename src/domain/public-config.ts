import type { PublicConfig } from './node.ts'
import { publicIp4Problem, publicIp6Problem } from './public-address.ts'

export const noPublicConfig: PublicConfig = { ipv4: '', gw4: '', ipv6: '', gw6: '', domain: '' }

/**
 * What is wrong with a node's public config, at each of its fields; nothing when the chain takes it. IPv6 and domain may be
 * left out. `lent`: the addresses of its farm, with their masks: one in two places answers in neither.
 *
 * Source: tfchain support/src/types.rs, PublicConfig::is_valid (33046d6)
 */
export function publicConfigProblems(
  { ipv4, gw4, ipv6, gw6, domain }: PublicConfig,
  lent: readonly string[] = [],
): Partial<Record<keyof PublicConfig, string>> {
  const problems: Partial<Record<keyof PublicConfig, string>> = {}
  const four = publicIp4Problem(ipv4, gw4)
  if (four) problems[four.at === 'ip' ? 'ipv4' : 'gw4'] = four.words
  else if (lent.some((ip) => bare(ip) === bare(ipv4))) problems.ipv4 = 'The farm lends it to deployments'
  if (ipv6 !== '' || gw6 !== '') {
    const six = publicIp6Problem(ipv6, gw6)
    if (six) problems[six.at === 'ip' ? 'ipv6' : 'gw6'] = six.words
  }
  const named = domainProblem(domain)
  if (named !== undefined) problems.domain = named
  return problems
}

const bare = (ip: string) => ip.replace(/\/.*$/, '')

export function domainProblem(domain: string): string | undefined {
  if (domain.length > 128) return 'Keep it to 128 characters'
  return /^[a-zA-Z0-9.-]*$/.test(domain) ? undefined : 'Use letters, digits, dots and dashes only'
}
