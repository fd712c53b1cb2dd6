import ipaddr from 'ipaddr.js'
import { publicIp4Problem } from './public-address.ts'

/** As many as a farm can have. Source: tfchain support/src/types.rs, Farm (33046d6) */
export const mostIps = 256

/** Addresses that were typed, each with its mask; or what cannot be read of them. */
export type TypedIps = { ips: string[]; problem?: undefined } | { problem: string }

/**
 * Reads addresses one by one and as ranges, each with its mask: `185.1.2.10/24`, `185.1.2.10-185.1.2.20/24`,
 * `185.1.2.10-20/24`. They stand on lines of their own or between commas.
 */
export function readIps(text: string): TypedIps {
  const ips: string[] = []
  for (const part of text.split(/[\n,;]/).map((one) => one.trim())) {
    if (part === '') continue
    const range = rangeOf(part)
    if ('problem' in range) return range
    if (ips.length + range.last - range.first + 1 > mostIps)
      return { problem: `A farm has at most ${mostIps} addresses` }
    for (let number = range.first; number <= range.last; number++) ips.push(`${toText(number)}/${range.mask}`)
  }
  return ips.length === 0 ? { problem: 'Enter an address with its mask, like 185.1.2.10/24' } : { ips }
}

function rangeOf(text: string): { first: number; last: number; mask: string } | { problem: string } {
  const [, from = '', to, mask = ''] = /^([\d.]+)(?:\s*[-–]\s*([\d.]+))?\/(\d{1,2})$/.exec(text) ?? []
  const first = toNumber(from)
  // A range may name only how its last address ends.
  const last = to === undefined ? first : toNumber(to.includes('.') ? to : from.replace(/\d+$/, to))
  if (first === undefined || last === undefined)
    return { problem: `“${text}” is no address with its mask, like 185.1.2.10/24 or 185.1.2.10-20/24` }
  return last < first ? { problem: `“${text}” ends before it begins` } : { first, last, mask }
}

const toNumber = (text: string): number | undefined =>
  ipaddr.IPv4.isValidFourPartDecimal(text) && !/(^|\.)0\d/.test(text)
    ? ipaddr.IPv4.parse(text).octets.reduce((number, octet) => number * 256 + octet, 0)
    : undefined

const toText = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.')

/** What is there already: of the farm, and as public addresses of its nodes. With their masks. */
export type Taken = { ofFarm: readonly string[]; ofNodes: ReadonlyMap<string, number> }

const withoutMask = (ip: string) => ip.replace(/\/.*$/, '')

/**
 * Why a farm cannot lend these addresses behind `gateway`, said at the field where it is to be mended; `undefined` when it
 * can. The chain does not look at nodes: an address in two places answers in neither.
 */
export function farmIpsProblem(
  ips: readonly string[],
  gateway: string,
  { ofFarm, ofNodes }: Taken,
): { at: 'ip' | 'gateway'; words: string } | undefined {
  if (ofFarm.length + ips.length > mostIps)
    return { at: 'ip', words: `A farm has at most ${mostIps} addresses, and this one has ${ofFarm.length}` }
  const seen = new Set(ofFarm.map(withoutMask))
  const nodes = new Map([...ofNodes].map(([ip, node]) => [withoutMask(ip), node]))
  for (const ip of ips) {
    const bare = withoutMask(ip)
    if (bare === gateway) return { at: 'gateway', words: `${bare} is among the addresses` }
    const problem = publicIp4Problem(ip, gateway)
    if (problem) return problem.at === 'ip' ? { at: 'ip', words: `${ip}: ${lowerFirst(problem.words)}` } : problem
    if (seen.has(bare))
      return {
        at: 'ip',
        words: ofFarm.some((one) => withoutMask(one) === bare)
          ? `The farm has ${bare} already`
          : `${bare} stands here twice`,
      }
    const node = nodes.get(bare)
    if (node !== undefined) return { at: 'ip', words: `${bare} is the public address of node ${node}` }
    seen.add(bare)
  }
  return undefined
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
