import { expect, test } from 'vitest'
import { gib, mib } from '#domain/units.ts'
import { problem, type DataOf, type Workload, type WorkloadType } from './workload.ts'

/** What a node says of a workload named `it` beside `others`. */
function said<T extends WorkloadType>(type: T, data: DataOf[T], ...others: object[]): string | undefined {
  const it = { version: 0, name: 'it', type, data, metadata: '', description: '' } as Workload<T>
  return problem(it, { workloads: [it, ...others] as Workload[] })
}

/** `data` without what its type demands, as another program may send it. */
const partial = <T>(data: unknown) => data as T

const peer = {
  subnet: '10.20.3.0/24',
  wireguard_public_key: 'AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI=',
  allowed_ips: ['10.20.3.0/24'],
  endpoint: '',
}
const network: DataOf['network'] = {
  ip_range: '10.20.0.0/16',
  subnet: '10.20.2.0/24',
  wireguard_private_key: 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=',
  wireguard_listen_port: 3011,
  peers: [peer],
  mycelium: { hex_key: '01'.repeat(32), peers: [] },
}

test.each([
  [{}, undefined],
  [{ peers: null, mycelium: null }, undefined],
  [{ ip_range: '' }, 'network IP range cannot be empty'],
  [{ subnet: '' }, 'network resource subnet cannot empty'],
  [{ wireguard_private_key: '' }, 'network resource wireguard private key cannot empty'],
  [{ peers: [peer, { ...peer, subnet: '' }] }, 'peer wireguard subnet cannot empty'],
  [{ peers: [{ ...peer, allowed_ips: null }] }, 'peer wireguard allowedIPs cannot empty'],
  [{ peers: [{ ...peer, wireguard_public_key: '' }] }, 'peer wireguard public key cannot empty'],
  [{ mycelium: { hex_key: '0102' } }, 'invalid mycelium key length, expected 32'],
  [
    { mycelium: { hex_key: '01'.repeat(32), peers: ['tcp://1.1.1.1:9651'] } },
    'user defined peers list is not supported right now',
  ],
  [{ subnet: '10.20.2.0' }, "failed to load data into object of type '*zos.Network': invalid CIDR address: 10.20.2.0"],
])('network, case %#', (change, problem) => expect(said('network', { ...network, ...change })).toBe(problem))

const { mycelium } = network as { mycelium: NonNullable<typeof network.mycelium> }

test('a light network needs a subnet and mycelium only', () => {
  expect(said('network-light', { subnet: '10.20.2.0/24', mycelium })).toBeUndefined()
  expect(said('network-light', { subnet: '', mycelium })).toBe('network resource subnet cannot empty')
  expect(said('network-light', partial({ subnet: '10.20.2.0/24' }))).toBe('invalid mycelium key length, expected 32')
})

test('a public address is of version 4, 6 or both', () => {
  expect(said('ip', { v4: true, v6: false })).toBeUndefined()
  expect(said('ip', { v4: false, v6: true })).toBeUndefined()
  expect(said('ip', { v4: false, v6: false })).toBe('public ip workload with no selections')
  expect(said('ipv4', {})).toBeUndefined()
})

test('disks and databases have a size, databases a mode', () => {
  expect(said('zmount', { size: 1 })).toBeUndefined()
  expect(said('zmount', { size: 0 })).toBe('invalid size')
  expect(said('volume', { size: 0n })).toBe('invalid size')
  const zdb: DataOf['zdb'] = { size: gib(1), mode: 'seq', password: '', public: false }
  expect(said('zdb', zdb)).toBeUndefined()
  expect(said('zdb', { ...zdb, mode: 'user', size: 0 })).toBe('invalid size')
  expect(said('zdb', { ...zdb, mode: partial('direct') })).toBe('invalid mode')
})

test('a qsfs cannot need more shards than it expects', () => {
  const shards = (minimal_shards: number, expected_shards: number) =>
    partial<DataOf['qsfs']>({ cache: gib(1), config: { minimal_shards, expected_shards } })
  expect(said('qsfs', shards(3, 3))).toBeUndefined()
  expect(said('qsfs', partial({}))).toBeUndefined()
  expect(said('qsfs', shards(4, 3))).toBe("minimal shards can't be greater than expected shards")
})

const machine: DataOf['zmachine'] = {
  flist: 'https://hub.grid.tf/a/b.flist',
  network: { public_ip: '', planetary: false, interfaces: [{ network: 'nw', ip: '10.20.2.2' }] },
  size: 0,
  compute_capacity: { cpu: 1, memory: gib(1) },
  mounts: [],
  entrypoint: '',
  env: {},
}
const joined = (change: Partial<DataOf['zmachine']['network']>) => ({ network: { ...machine.network, ...change } })
const capacity = (cpu: number, memory: number | bigint) => ({ compute_capacity: { cpu, memory } })
const onlyOne = 'only one network private network is supported at the moment'

const machineCases = [
  [{}, undefined],
  [joined({ interfaces: [] }), onlyOne],
  [joined({ interfaces: [...machine.network.interfaces, ...machine.network.interfaces] }), onlyOne],
  [joined({ interfaces: [{ network: 'nw', ip: '' }] }), 'invalid IP'],
  [capacity(0, gib(1)), "cpu capacity can't be 0"],
  [{ compute_capacity: partial<DataOf['zmachine']['compute_capacity']>(undefined) }, "cpu capacity can't be 0"],
  [capacity(1, mib(250) - 1), "mem capacity can't be less that 250M"],
  [capacity(1, BigInt(mib(250))), undefined],
  [{ size: mib(500) - 1 }, "disk size can't be less that 524288000. Set to 0 for minimum"],
  [{ size: mib(500) }, undefined],
  [{ ...capacity(8, gib(1)), size: mib(500) }, "disk size can't be less that 2147483648. Set to 0 for minimum"],
  [{ ...capacity(8, gib(1)), size: gib(2) }, undefined],
  [joined({ interfaces: [{ network: 'pub', ip: '10.20.2.2' }] }), "'pub' is reserved network name"],
  [joined({ mycelium: { network: 'nw', hex_seed: '0102' } }), 'invalid mycelium seed length expected 6 bytes'],
  [joined({ mycelium: { network: 'nw', hex_seed: '010203040506' } }), undefined],
] as const

test.each(machineCases)('machine, case %#', (change, problem) =>
  expect(said('zmachine', { ...machine, ...change })).toBe(problem),
)
test.each(machineCases)('light machine, case %#', (change, problem) =>
  expect(said('zmachine-light', { ...machine, ...change })).toBe(problem),
)

test('a machine’s numbers and addresses must be readable', () => {
  const cannotLoad = "failed to load data into object of type '*zos.ZMachine'"
  expect(said('zmachine', { ...machine, ...capacity(256, gib(1)) })).toBe(
    `${cannotLoad}: json: cannot unmarshal number 256 into Go value of type uint8`,
  )
  expect(said('zmachine', { ...machine, ...joined({ interfaces: [{ network: 'nw', ip: '10.20.2' }] }) })).toBe(
    `${cannotLoad}: invalid IP address: 10.20.2`,
  )
})

test('a public address is of the same deployment and for one machine', () => {
  const wants = { ...machine, ...joined({ public_ip: 'pub1' }) }
  const address = { name: 'pub1', type: 'ip', data: { v4: true, v6: false } }
  expect(said('zmachine', wants)).toBe('public ip is not found')
  expect(said('zmachine', wants, address)).toBeUndefined()
  expect(said('zmachine', wants, { ...address, type: 'ipv4' })).toBeUndefined()
  const other = { name: 'vm2', type: 'zmachine', data: wants }
  expect(said('zmachine', wants, address, other)).toBe('public ip is assigned to multiple vms')
})

test('a node checks no further once the public address is something else', () => {
  const disk = { name: 'pub1', type: 'zmount', data: { size: 1 } }
  const mycelium = { network: 'nw', hex_seed: '0102' }
  expect(said('zmachine', { ...machine, ...joined({ public_ip: 'pub1', mycelium }) }, disk)).toBeUndefined()
})

test.each([
  ['redis://1.1.1.1:6379', undefined],
  ['WSS://logs', undefined],
  ['http://logs', "invalid output schema 'http' not supported"],
  ['logs', "invalid output schema '' not supported"],
  ['1.1.1.1:80', 'invalid url supplied in output: parse "1.1.1.1:80": first path segment in URL cannot contain colon'],
])('logs go to %s: %s', (output, problem) => {
  const vm = { name: 'vm', type: 'zmachine', data: machine }
  expect(said('zlogs', { zmachine: 'vm', output }, vm)).toBe(problem)
  const missing = "no zmachine with name 'vm' found"
  expect(said('zlogs', { zmachine: 'vm', output })).toBe(missing)
  expect(said('zlogs', { zmachine: 'vm', output }, { ...vm, type: 'zmachine-light' })).toBe(missing)
})

// Source of the first of each: zosbase pkg/gridtypes/zos/gw_test.go
test.each([
  [true, '1.1.1.1:10', undefined],
  [true, '[2a10::5]:443', undefined],
  [false, 'http://1.1.1.1:10', undefined],
  [false, 'http://[2a10::5]', undefined],
  [false, '1.1.1.1:10', /failed to parse backend with error: parse "1.1.1.1:10": first path segment/],
  [false, 'https://1.1.1.1', /: scheme expected to be http$/],
  [false, 'http://ip:10', /: invalid ip address in backend: ip$/],
  [false, 'http://127.0.0.1', /: invalid ip address in backend: 127.0.0.1$/],
  [false, 'http://[::1]:80', /: invalid ip address in backend: ::1$/],
  [false, 'http://1.1.1.1:port', /invalid port ":port" after host$/],
  [true, '1.1.1.1', /^failed to validate backend '1.1.1.1': .*address 1.1.1.1: missing port in address$/],
  [true, '1.1.1.1:port', /: invalid port in backend: port$/],
  [true, 'ip:10', /: invalid ip$/],
  [true, '1.1.1.1:1000000', /: port '1000000' must be <= 65535$/],
  [true, 'http://1.1.1.1:10', /too many colons in address$/],
])('passthrough %s to %s: %s', (tls_passthrough, backend, problem) => {
  const words = said('gateway-name-proxy', { name: 'web', tls_passthrough, backends: [backend] })
  if (problem) expect(words).toMatch(problem)
  else expect(words).toBeUndefined()
})

test('a gateway has a name or a domain, and backends', () => {
  const backends = ['http://1.1.1.1']
  const to = { tls_passthrough: false, backends }
  expect(said('gateway-name-proxy', { ...to, name: 'my-web_1' })).toBeUndefined()
  expect(said('gateway-name-proxy', { ...to, name: 'my.web' })).toBe('name my.web is invalid')
  expect(said('gateway-name-proxy', { ...to, name: 'web', backends: [] })).toBe('backends list can not be empty')
  expect(said('gateway-fqdn-proxy', { ...to, fqdn: 'a.example.com' })).toBeUndefined()
  expect(said('gateway-fqdn-proxy', { ...to, fqdn: 'example' })).toBe('fqdn example is invalid')
})
