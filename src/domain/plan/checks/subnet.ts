import ipaddr from 'ipaddr.js'

/** Whether an IPv4 address is in a subnet, whose host bits may be set. */
export function isIn(ip: string, subnet: string): boolean {
  if (!isSubnet(subnet) || !ipaddr.IPv4.isValidFourPartDecimal(ip)) return false
  return ipaddr.IPv4.parse(ip).match(ipaddr.IPv4.parseCIDR(subnet))
}

/** Whether all of one subnet is in the other. */
export const isWithin = (subnet: string, range: string): boolean =>
  isIn(subnet.split('/')[0]!, range) && Number(subnet.split('/')[1]) >= Number(range.split('/')[1])

export const isSubnet = (text: string): boolean => ipaddr.IPv4.isValidCIDR(text)

export const lastPart = (ip: string): number => Number(ip.split('.')[3])

/** The first address of a /24 that nobody has, `.2` at the least: the node keeps `.1`. */
export function freeIn(subnet: string, taken: readonly string[]): string | undefined {
  const start = subnet.split('.').slice(0, 3).join('.')
  const all = Array.from({ length: 253 }, (_, i) => `${start}.${i + 2}`)
  return all.find((ip) => isIn(ip, subnet) && !taken.includes(ip))
}
