import { expect, test } from 'vitest'
import { gib, mib } from '#domain/units.ts'
import { ownDomainProblem } from './gateway-fqdn-proxy.ts'
import { backendProblem } from './gateway.ts'
import { publicIpProblem } from './ip.ts'
import { seedProblem } from './machine.ts'
import {
  myceliumKeyProblem,
  portProblem,
  privateIpProblem,
  rangeProblem,
  subnetProblem,
  wireGuardKeyProblem,
} from './network-rules.ts'
import { cacheProblem, keyProblem, shardsProblem } from './qsfs.ts'
import { loggedProblem, outputProblem } from './zlogs.ts'

const key = 'oG8v1Gc0ZQFh9m4yWb7nZV5kqU2m3r0eVJ1xQy8T7n4='
const machines = { workloads: [{ name: 'vm1', type: 'zmachine', data: {} }] }

test.each([
  ['range', rangeProblem('10.20.0.0/16'), undefined],
  ['no range', rangeProblem(''), 'Give it a range, like 10.20.0.0/16'],
  ['range that is none', rangeProblem('10.20.0/16'), 'Write it like 10.20.0.0/16'],
  ['range with too long a mask', rangeProblem('10.20.0.0/160'), 'Write it like 10.20.0.0/16'],
  ['narrow range', rangeProblem('10.20.0.0/24'), 'A network is a /16, like 10.20.0.0/16'],
  [
    'public range',
    rangeProblem('185.1.0.0/16'),
    'Take a private one: within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16',
  ],
  ['subnet', subnetProblem('10.20.2.0/24', '10.20.0.0/16'), undefined],
  ['subnet of a range that is not told', subnetProblem('10.20.2.0/24', ''), undefined],
  ['no subnet', subnetProblem('', ''), 'Give the node its part, like 10.20.2.0/24'],
  ['subnet that is none', subnetProblem('10.20.2.0', ''), 'Write it like 10.20.2.0/24'],
  ['wide subnet', subnetProblem('10.20.2.0/20', ''), 'A node’s part is a /24, like 10.20.2.0/24'],
  ['subnet elsewhere', subnetProblem('10.21.2.0/24', '10.20.0.0/16'), 'It is no part of 10.20.0.0/16'],
  ['port', portProblem(4711, [1]), undefined],
  ['port that is no number', portProblem(Number.NaN, []), 'A port is a whole number, 1024 to 32767'],
  ['port too high', portProblem(65_536, []), 'A port is a whole number, 1024 to 32767'],
  ['taken port', portProblem(4711, [4711]), 'Another network listens there'],
  ['low port', portProblem(80, []), 'The node needs the ports below 1024 itself'],
  ['WireGuard key', wireGuardKeyProblem(key), undefined],
  ['no WireGuard key', wireGuardKeyProblem(''), 'It needs a key: make a new one'],
  [
    'short WireGuard key',
    wireGuardKeyProblem(key.slice(4)),
    'A WireGuard key is 44 characters of base64 that end in =',
  ],
  ['Mycelium key', myceliumKeyProblem('aB'.repeat(32)), undefined],
  ['short Mycelium key', myceliumKeyProblem('ab'), 'A Mycelium key is 64 hexadecimal digits'],
  ['private address', privateIpProblem('10.20.2.2', '10.20.2.0/24'), undefined],
  ['private address in a subnet to come', privateIpProblem('10.20.2.2', ''), undefined],
  ['private IPv6', privateIpProblem('fd00::1', ''), 'Write it like 10.20.2.2'],
  ['private address elsewhere', privateIpProblem('10.20.3.2', '10.20.2.0/24'), 'It is not in 10.20.2.0/24'],
  ['the gateway’s address', privateIpProblem('10.20.2.1', '10.20.2.0/24'), 'The network keeps .1 for itself'],
  ['a broadcast address', privateIpProblem('10.20.2.255', ''), 'Pick one from .2 to .254'],
  ['seed', seedProblem('000002000002'), undefined],
  ['short seed', seedProblem('02'), 'A seed is 12 hexadecimal digits'],
  ['seed all alike', seedProblem('ffffffffffff'), 'Not all zeros, not all f'],
  ['address of no kind', publicIpProblem({ v4: false, v6: false }), 'Choose IPv4, IPv6 or both'],
  ['address', publicIpProblem({ v4: false, v6: true }), undefined],
  ['backend', backendProblem('http://10.0.0.2:80', false), undefined],
  [
    'backend over TLS',
    backendProblem('https://10.0.0.2', false),
    'Gateways speak plain http to what is behind them: begin with http://',
  ],
  [
    'backend without a scheme',
    backendProblem('10.0.0.2', false),
    'Write it like http://185.1.2.3:8080, with an IPv6 in brackets',
  ],
  [
    'backend that is no URL',
    backendProblem('10.0.0.2:80', false),
    'Write it like http://185.1.2.3:8080, with an IPv6 in brackets',
  ],
  [
    'backend by name',
    backendProblem('http://shop.local', false),
    'Name it by its IP address: gateways look up no names',
  ],
  ['backend at home', backendProblem('http://127.0.0.1', false), 'That is the gateway itself'],
  ['backend of TLS', backendProblem('[::2]:443', true), undefined],
  ['backend of TLS without a port', backendProblem('10.0.0.2', true), 'Write it like 185.1.2.3:443 or [2a02::1]:443'],
  ['backend of TLS with a high port', backendProblem('10.0.0.2:70000', true), 'Ports end at 65535'],
  [
    'domain of the node',
    ownDomainProblem('a.gent01.grid.tf', 'gent01.grid.tf'),
    'gent01.grid.tf is the node’s own: make a gateway by name for that',
  ],
  ['domain of one’s own', ownDomainProblem('a.example.com', 'gent01.grid.tf'), undefined],
  ['domain where the node has none', ownDomainProblem('a.example.com', ''), undefined],
  ['pieces', shardsProblem(2, 3), undefined],
  ['more pieces than there are', shardsProblem(4, 3), 'No more pieces can be needed than there are'],
  ['no pieces', shardsProblem(0, 3), 'At least one piece is needed to read a file'],
  ['key of storage', keyProblem('ab'.repeat(32)), undefined],
  ['short key of storage', keyProblem('ab'), 'A key is 64 hexadecimal digits'],
  ['cache', cacheProblem(gib(1)), undefined],
  ['small cache', cacheProblem(mib(249)), 'Give it 250 MiB or more'],
  ['logs of a machine', loggedProblem('vm1', machines), undefined],
  ['logs of nobody', loggedProblem('vm2', machines), 'Choose a machine of the same contract'],
  ['place for logs', outputProblem('redis://10.0.0.2:6379'), undefined],
  ['place for logs of a wrong kind', outputProblem('http://x'), 'Begin with redis://, ws:// or wss://'],
  ['place for logs that is none', outputProblem(':x'), 'Begin with redis://, ws:// or wss://'],
])('%s', (_, problem, words) => expect(problem?.words).toBe(words))
