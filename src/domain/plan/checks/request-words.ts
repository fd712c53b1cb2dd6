import type { Workload } from '#domain/deployment/deployment.ts'
import { gib, mib } from '#domain/units.ts'
import { fieldOf, fieldSaid } from './field.ts'

/** What a node's words are about, in words for a person; `to` is what would do, and `do` says so on a button. */
export type Meant = { field: string; words: string; do?: string; to?: unknown }

/** By what nodes say: the member it is about, what that means, and what would do instead. */
const meanings: readonly [said: RegExp, field: string, words: string, act?: string, to?: unknown][] = [
  [/^network IP range cannot be empty/, 'ip_range', 'give it a range', 'Use 10.20.0.0/16', '10.20.0.0/16'],
  [/^network resource subnet cannot empty/, 'subnet', 'it has no part of the network on this node yet'],
  [/^network resource wireguard private key/, 'wireguard_private_key', 'it needs one'],
  [/^peer wireguard/, 'peers', 'each needs a subnet, addresses that are let through and a key'],
  [/^invalid mycelium key length/, 'mycelium.hex_key', 'it has to be 32 bytes, written as 64 hex digits'],
  [/^user defined peers list/, 'mycelium.peers', 'nodes choose them by themselves', 'Leave them out', []],
  [/^public ip workload with no selections/, 'v4', 'choose IPv4, IPv6 or both', 'Take IPv4', true],
  [/^invalid size/, 'size', 'give it a size', 'Give it 10 GiB', gib(10)],
  [/^invalid mode/, 'mode', 'choose user or seq', 'Use user', 'user'],
  [/^only one network private network/, 'network.interfaces', 'a machine joins exactly one private network'],
  [/^invalid IP$/, 'network.interfaces.0.ip', 'it has no address yet'],
  [/^cpu capacity can't be 0/, 'compute_capacity.cpu', 'give it one at least', 'Give it 1', 1],
  [/^mem capacity/, 'compute_capacity.memory', 'give it 250 MiB or more', 'Give it 250 MiB', mib(250)],
  [/^disk size can't be less/, 'size', 'it is too small for these cores and this memory', 'Take the least', 0],
  [/^public ip is not found/, 'network.public_ip', 'there is none of that name in its contract', 'Go without', ''],
  [/^public ip is assigned to multiple/, 'network.public_ip', 'another machine has it already', 'Go without', ''],
  [/is reserved network name/, 'network.interfaces.0.network', 'the grid keeps that name for itself'],
  [/^invalid mycelium seed/, 'network.mycelium.hex_seed', 'it has to be 6 bytes, written as 12 hex digits'],
  [/^no zmachine with name/, 'zmachine', 'there is no machine of that name in its contract'],
  [/^invalid (url|output)/, 'output', 'it has to begin with redis://, ws:// or wss://'],
  [/^minimal shards/, 'config.minimal_shards', 'at least as many are expected as are needed'],
  [/^name .* is invalid/, 'data.name', 'use letters, digits, dashes and underscores only'],
  [/^fqdn .* is invalid/, 'fqdn', 'give a whole domain, like shop.example.com'],
  [/^backends list/, 'backends', 'say where the traffic goes'],
  [/^invalid reservation type/, 'type', 'nodes know no such type'],
]

/** What a node means by a refusal of a workload. */
export function meant(workload: Workload, said: string): Meant {
  const [, backend] = /^failed to validate backend '(.*?)':/.exec(said) ?? []
  if (backend !== undefined) return meantOfBackend(workload, backend, said)
  const found = meanings.find(([pattern]) => pattern.test(said))
  if (!found) return { field: fieldSaid(workload.data, said) ?? '', words: 'nodes cannot read what stands there' }
  const [, field, words, act, to] = found
  return { field, words, ...(act !== undefined && { do: act, to }) }
}

function meantOfBackend(workload: Workload, backend: string, said: string): Meant {
  const backends = fieldOf(workload, 'backends') as string[]
  const field = `backends.${Math.max(0, backends.indexOf(backend))}`
  if (said.includes('scheme expected')) {
    const to = backend.replace(/^\w+:\/\//, 'http://')
    return {
      field,
      words: 'it has to begin with http://',
      do: 'Use http',
      to: to.startsWith('http') ? to : `http://${to}`,
    }
  }
  return fieldOf(workload, 'tls_passthrough')
    ? { field, words: 'with TLS passed through it is an address and a port, like 10.20.2.2:443' }
    : { field, words: 'it has to be http:// and an address, like http://10.20.2.2:80' }
}
