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
  sample: string
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
  sample: '185.206.122.33/24',
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
  sample: '2a10:b600:1::33/64',
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

type Problem = { at: 'ip' | 'gateway'; words: string }

/** Why an address in CIDR notation cannot be given out behind a gateway: both public, in one network. */
function problem(family: Family, ip: string, gateway: string): Problem | undefined {
  const [text = '', mask = '', ...rest] = ip.split('/')
  const [address, gw, length] = [family.read(text), family.read(gateway), Number(mask)]
  const isCidr = rest.length === 0 && family.mask.test(mask) && length <= family.bits && !/^00+$/.test(mask)
  if (address === undefined || !isCidr) return { at: 'ip', words: `Write it with its mask, like ${family.sample}` }
  if (gw === undefined) return { at: 'gateway', words: 'Write it without a mask' }
  if (!isPublicUnicast(family, address)) return { at: 'ip', words: 'That is no public address' }
  if (!isPublicUnicast(family, gw)) return { at: 'gateway', words: 'That is no public address' }
  if (address === gw) return { at: 'gateway', words: 'The gateway cannot be the address itself' }
  if (!isWithin(family, address, length, gw)) return { at: 'gateway', words: `It is not in the network of ${ip}` }
  return undefined
}

/** `185.206.122.33/24`, `185.206.122.1` */
export const publicIp4Problem = (ip: string, gateway: string): Problem | undefined => problem(ip4, ip, gateway)
/** `2a10:b600:1::cc4:7a30:65b5/64`, `2a10:b600:1::1` */
export const publicIp6Problem = (ip: string, gateway: string): Problem | undefined => problem(ip6, ip, gateway)
