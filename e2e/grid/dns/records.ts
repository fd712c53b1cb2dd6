import { canonicalIp } from '#domain/ip.ts'

/**
 * The address that a name stands for. There is no DNS here, so only names that carry it do, as those of sslip.io and nip.io
 * really do: `www.29.0.1.2.sslip.io` and `29-0-1-2.sslip.io`. `undefined` for all others.
 */
export function addressOf(name: string): string | undefined {
  const [, embedded = ''] = /(?:^|[.-])(\d+(?:([.-])\d+)(?:\2\d+){2})\.(?:sslip|nip)\.io$/i.exec(name) ?? []
  return canonicalIp(embedded.replaceAll('-', '.'))
}
