import ipaddr from 'ipaddr.js'
import { text } from './go-text.ts'

/**
 * Addresses as Go's net package reads and prints them.
 *
 * Source: Go net/ip.go; zosbase pkg/gridtypes/common.go (IPNet keeps host bits)
 */

type Absent = null | undefined

/** What Go prints for an address or a network that is not set. */
export const unset = '<nil>'

/** An address in its canonical text; `undefined` when Go would not read it: octets with leading zeros, zones, names. */
export function canonicalIp(value: string): string | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(value)) return value
  const groups = withoutDots(value)
  if (!/^[0-9a-f:]+$/i.test(groups) || /[0-9a-f]{5}/i.test(groups) || !ipaddr.IPv6.isValid(groups)) return undefined
  const address = ipaddr.IPv6.parse(groups)
  return address.isIPv4MappedAddress() ? address.toIPv4Address().toString() : address.toRFC5952String()
}

/** IPv6 that ends in an IPv4, in hex throughout: ipaddr.js takes `::1.2.3.4` for an IPv4 address. */
const withoutDots = (value: string) =>
  value.replace(/[^:]+\.[^:]+$/, (dotted) => {
    if (!ipaddr.IPv4.isValidFourPartDecimal(dotted)) return dotted
    const [a = 0, b = 0, c = 0, d = 0] = ipaddr.IPv4.parse(dotted).octets
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })

/** %s of a net.IP. @throws TypeError in Go's words. */
export function ip(value: string | Absent): string {
  if (!value) return unset
  const canonical = canonicalIp(text(value))
  if (canonical === undefined) throw new TypeError(`invalid IP address: ${value}`)
  return canonical
}

/** %s of an IPNet, host bits kept. @throws TypeError in Go's words. */
export function ipNet(value: string | Absent): string {
  if (!value) return unset
  const [address = '', prefix = '', ...rest] = text(value).split('/')
  const canonical = canonicalIp(address)
  const bits = address.includes(':') ? 128 : 32
  const length = /^\d+$/.test(prefix) ? Number(prefix) : Infinity
  if (canonical === undefined || length > bits || rest.length > 0) throw new TypeError(`invalid CIDR address: ${value}`)
  // An IPv4 address that was written as IPv6 is printed as IPv4, with what is left of its mask.
  return `${canonical}/${bits === 128 && !canonical.includes(':') ? Math.max(0, length - 96) : length}`
}

export const isIpv4 = (canonical: string): boolean => !canonical.includes(':')

export const isLoopback = (canonical: string): boolean => canonical === '::1' || canonical.startsWith('127.')
