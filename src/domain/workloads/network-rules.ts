import ipaddr from 'ipaddr.js'
import type { Problem } from '#domain/problem.ts'

/**
 * What holds of both kinds of network. Nodes look at little of it, but networks that break it lead nowhere.
 *
 * Source: zosbase pkg/gridtypes/zos/network.go; tfgrid-sdk-ts grid_client 2.9.2 primitives/network.ts
 */

/** Why this cannot be a whole network. */
export function rangeProblem(range: string): Problem {
  if (range === '') return { said: 'network IP range cannot be empty', words: 'Give it a range, like 10.20.0.0/16' }
  const read = ipv4Net(range)
  if (!read) return { said: invalid(range), words: 'Write it like 10.20.0.0/16' }
  if (read.length !== 16) return { said: '', words: 'A network is a /16, like 10.20.0.0/16' }
  return read.address.range() === 'private'
    ? undefined
    : { said: '', words: 'Take a private one: within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16' }
}

/** Why this cannot be a node's part of `range`, which may be "" where it is not told. */
export function subnetProblem(subnet: string, range: string): Problem {
  if (subnet === '')
    return { said: 'network resource subnet cannot empty', words: 'Give the node its part, like 10.20.2.0/24' }
  const read = ipv4Net(subnet)
  if (!read) return { said: invalid(subnet), words: 'Write it like 10.20.2.0/24' }
  if (read.length !== 24) return { said: '', words: 'A node’s part is a /24, like 10.20.2.0/24' }
  const whole = ipv4Net(range)
  if (whole && !read.address.match(whole.address, whole.length)) return { said: '', words: `It is no part of ${range}` }
  return undefined
}

/** Why WireGuard cannot listen there; `used` are the node's other ports. */
export function portProblem(port: number, used: readonly number[]): Problem {
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return {
      said: `json: cannot unmarshal number ${port} into Go value of type uint16`,
      words: 'A port is a whole number, 1024 to 32767',
    }
  if (used.includes(port))
    return { said: 'wireguard listen port already in use, pick another one', words: 'Another network listens there' }
  return port >= 1024 ? undefined : { said: '', words: 'The node needs the ports below 1024 itself' }
}

/** Why this is no private key of WireGuard: base64 of 32 bytes. */
export function wireGuardKeyProblem(key: string): Problem {
  if (key === '')
    return { said: 'network resource wireguard private key cannot empty', words: 'It needs a key: make a new one' }
  return /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/.test(key)
    ? undefined
    : { said: '', words: 'A WireGuard key is 44 characters of base64 that end in =' }
}

/** Why this is no key of a network's mycelium. */
export const myceliumKeyProblem = (key: string): Problem =>
  /^[0-9a-f]{64}$/i.test(key)
    ? undefined
    : { said: 'invalid mycelium key length, expected 32', words: 'A Mycelium key is 64 hexadecimal digits' }

const invalid = (net: string) => `invalid CIDR address: ${net}`

function ipv4Net(text: string): { address: ipaddr.IPv4; length: number } | undefined {
  const [address = '', length = ''] = text.split('/')
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) || !/^\d{1,2}$/.test(length) || Number(length) > 32) return undefined
  return { address: ipaddr.IPv4.parse(address), length: Number(length) }
}

/**
 * Why a machine cannot have this address in a node's part of a network. Nodes look only once they start the machine.
 *
 * Source: zosbase pkg/primitives/vm/utils.go newPrivNetworkInterface
 *
 * @param subnet "" while it is not planned
 */
export function privateIpProblem(ip: string, subnet: string): Problem {
  if (!ipaddr.IPv4.isValidFourPartDecimal(ip))
    return { said: 'invalid IPv4 supplied to wg interface', words: 'Write it like 10.20.2.2' }
  const net = ipv4Net(subnet)
  const address = ipaddr.IPv4.parse(ip)
  if (net && !address.match(net.address, net.length))
    return { said: `IP ${ip} is not part of local nr subnet ${subnet}`, words: `It is not in ${subnet}` }
  const last = address.octets[3]
  if (last === 1) return { said: `ip ${ip} is reserved`, words: 'The network keeps .1 for itself' }
  return last === 0 || last === 255 ? { said: '', words: 'Pick one from .2 to .254' } : undefined
}
