import ipaddr from 'ipaddr.js'

/**
 * Which addresses a farm may give out, as the crate valip 0.4.0 (ip4.rs, ip6.rs) reads them for tfchain support/src/types.rs,
 * IP4::is_valid and IP6::is_valid (33046d6).
 */
type Family = {
  bits: number
  read: (text: string) => bigint | undefined
  /** Digits of a mask. */
  mask: RegExp
  isUnicast: (firstByte: number) => boolean
  /** First address and length of each range that is not public. */
  private: [string, number][]
}

const toNumber = (bytes: number[]): bigint => bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n)

const ip4: Family = {
  bits: 32,
  read: (text) =>
    ipaddr.IPv4.isValidFourPartDecimal(text) && !/(^|\.)0\d/.test(text)
      ? toNumber(ipaddr.IPv4.parse(text).octets)
      : undefined,
  mask: /^\d{1,2}$/,
  isUnicast: (firstByte) => firstByte < 224,
  private: [
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
    ['192.0.2.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
  ],
}

const ip6: Family = {
  bits: 128,
  read: (text) =>
    /^[\da-f:]{2,39}$/i.test(text) && !/[\da-f]{5}/i.test(text) && ipaddr.IPv6.isValid(text)
      ? toNumber(ipaddr.IPv6.parse(text).toByteArray())
      : undefined,
  mask: /^\d{1,3}$/,
  isUnicast: (firstByte) => firstByte !== 255,
  private: [
    ['100::', 64],
    ['fc00::', 7],
    ['fe80::', 10],
  ],
}

const isPublicUnicast = (family: Family, address: bigint): boolean =>
  family.isUnicast(Number(address >> BigInt(family.bits - 8))) &&
  family.private.every(([first, length]) => !isWithin(family, family.read(first)!, length, address))

function isWithin({ bits }: Family, network: bigint, length: number, address: bigint): boolean {
  const host = BigInt(bits - length)
  return network >> host === address >> host
}

/** An address in CIDR notation with a gateway beside it, both public, in one network. */
function isPublic(family: Family, ip: string, gateway: string): boolean {
  const [text = '', mask = '', ...rest] = ip.split('/')
  const [address, gw, length] = [family.read(text), family.read(gateway), Number(mask)]
  if (address === undefined || gw === undefined || rest.length > 0) return false
  if (!family.mask.test(mask) || length > family.bits || /^00+$/.test(mask)) return false
  return (
    address !== gw &&
    isPublicUnicast(family, gw) &&
    isPublicUnicast(family, address) &&
    isWithin(family, address, length, gw)
  )
}

/** `185.206.122.33/24`, `185.206.122.1` */
export const isPublicIp4 = (ip: string, gateway: string): boolean => isPublic(ip4, ip, gateway)
/** `2a10:b600:1::cc4:7a30:65b5/64`, `2a10:b600:1::1` */
export const isPublicIp6 = (ip: string, gateway: string): boolean => isPublic(ip6, ip, gateway)
