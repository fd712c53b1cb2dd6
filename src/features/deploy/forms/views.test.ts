import { expect, test } from 'vitest'
import { gib } from '#domain/units.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { gatewayView, rewritten } from './gateway-view.ts'
import { ipView } from './IpForm.tsx'
import { logsView } from './LogsForm.tsx'
import { connectionView, envView, machineMoreView, machineView, sshView } from './machine-view.ts'
import { networkView } from './network-view.ts'
import { backendsOf, qsfsView, withBackends } from './qsfs-view.ts'
import { sizeView } from './size-view.ts'
import type { View } from './usePlanForm.ts'
import { zdbView } from './zdb-view.ts'

const odd = { version: 3, metadata: '{"of":"another client"}', description: 'mine', __type: 'kept' }
const stranger = { stranger: { deep: [1n] } }
const of = (type: string, data: object) => ({ ...odd, name: 'it', type, data: { ...data, ...stranger } })

const machine = {
  flist: 'https://hub.grid.tf/me/own.flist',
  network: {
    public_ip: '',
    planetary: true,
    interfaces: [{ network: 'net1', ip: '10.20.2.2', ...stranger }],
    mycelium: { Network: 'net1', hex_seed: '000002000002', ...stranger },
    ...stranger,
  },
  size: 2n ** 60n + 1n,
  compute_capacity: { cpu: 1, memory: 2n ** 60n + 1n, ...stranger },
  mounts: [{ name: 'disk1', mountpoint: '/mnt', ...stranger }],
  entrypoint: '/run',
  env: { SSH_KEY: 'k', B: '1\n2', A: '' },
}
const network = {
  ip_range: '10.20.0.0/16',
  subnet: '10.20.2.0/24',
  wireguard_private_key: 'k',
  wireguard_listen_port: 4711,
  peers: [{ subnet: '10.20.3.0/24', ...stranger }],
  mycelium: { hex_key: 'ab', peers: null, ...stranger },
}
const backend = { address: '{db1.address}', namespace: '{db1.Namespace}', password: 'p', ...stranger }
const encryption = { algorithm: 'AES', key: 'ab', ...stranger }
const storage = {
  cache: 2n ** 60n + 1n,
  config: {
    minimal_shards: 2,
    expected_shards: 3,
    redundant_groups: 0,
    redundant_nodes: 0,
    max_zdb_data_dir_size: 32,
    encryption,
    meta: { type: 'zdb', config: { prefix: 'p', encryption, backends: [backend], ...stranger }, ...stranger },
    groups: [{ backends: [backend], ...stranger }, { backends: null }],
    compression: { algorithm: 'snappy', ...stranger },
    ...stranger,
  },
}

const cases: [string, View<never, never>, object][] = [
  ['a machine', machineView, of('zmachine', machine)],
  [
    'a machine with nothing in it',
    machineView,
    { ...odd, name: 'it', type: 'zmachine', data: { flist: '', compute_capacity: { cpu: 0, memory: 0 } } },
  ],
  ['a light machine', machineView, of('zmachine-light', machine)],
  ['connections', connectionView, of('zmachine', machine)],
  ['connections of a light machine', connectionView, of('zmachine-light', machine)],
  ['what few change of a machine', machineMoreView, of('zmachine', machine)],
  ['an environment', envView, of('zmachine', machine)],
  ['no environment', envView, of('zmachine', { ...machine, env: null })],
  ['SSH keys', sshView, of('zmachine', machine)],
  ['a network', networkView, of('network', network)],
  ['a light network', networkView, of('network-light', { subnet: '10.20.2.0/24', mycelium: network.mycelium })],
  ['a network without mycelium', networkView, of('network', { ...network, mycelium: null })],
  ['an address', ipView, of('ip', { v4: true, v6: false })],
  ['a disk', sizeView, of('zmount', { size: 2n ** 60n + 1n })],
  ['a volume of odd size', sizeView, of('volume', { size: 1_234_567 })],
  ['logs', logsView, of('zlogs', { zmachine: 'vm1', output: 'ws://x' })],
  ['a database', zdbView, of('zdb', { size: 2n ** 60n + 1n, mode: 'seq', password: 'p', public: true })],
  ['storage', qsfsView, of('qsfs', storage)],
  [
    'a gateway by name',
    gatewayView,
    of('gateway-name-proxy', { name: 'shop', tls_passthrough: false, backends: ['http://1.1.1.1'], network: null }),
  ],
  [
    'a gateway by domain',
    gatewayView,
    of('gateway-fqdn-proxy', { fqdn: 'a.b.c', tls_passthrough: true, backends: ['1.1.1.1:1'], network: 'n' }),
  ],
] as never

test.each(cases)('%s comes out of its form as it went in', (_, view, workload) => {
  expect(view.to(view.from(workload as never), workload as never)).toEqual(workload)
})

test.each(cases.filter(([name]) => !/nothing|no env/.test(name)))(
  'a change to %s keeps what no form knows',
  (_, view, workload) => {
    const values = view.from(workload as never) as Record<string, unknown>
    const changed = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? value + 1 : value]),
    )
    const next = view.to(changed as never, workload as never)
    expect(next).toMatchObject({ ...odd, data: stranger })
  },
)

test('a size that was not touched keeps every byte, one that was is taken as typed', () => {
  const disk = of('zmount', { size: 2n ** 60n + 1n }) as never
  expect(sizeView.to({ sizeGiB: 5 }, disk)).toMatchObject({ data: { size: gib(5) } })
  expect(sizeView.to({ sizeGiB: Number.NaN }, disk)).toMatchObject({ data: { size: 0 } })
})

const full = 'https://hub.grid.tf/tf-official-vms/ubuntu-22.04.flist'

test.each([
  ['brings its entrypoint', '/sbin/zinit init', '/init.sh'],
  ['leaves an entrypoint that somebody wrote', '/mine', '/mine'],
])('another image of the catalogue %s', (_, entrypoint, after) => {
  const flist = 'https://hub.grid.tf/tf-official-vms/ubuntu-24.04-latest.flist'
  const workload = of('zmachine', { ...machine, flist, entrypoint }) as never
  expect(machineView.to({ ...machineView.from(workload), flist: full }, workload).data.entrypoint).toBe(after)
})

test('mycelium goes and comes with the network that the machine joins', () => {
  const workload = of('zmachine', machine) as never
  const off = connectionView.to({ ...connectionView.from(workload), mycelium: false }, workload)
  expect(off.data.network.mycelium).toBeNull()
  const on = connectionView.to({ ...connectionView.from(off), mycelium: true }, off)
  expect(on.data.network.mycelium).toEqual({ network: 'net1', hex_seed: '' })
})

test('variables without a name stay on screen only, and of a name that comes twice the last counts', () => {
  const env = [
    { key: 'A', value: '1' },
    { key: '', value: 'half' },
    { key: 'A', value: '2' },
  ]
  expect(envView.to({ env }, of('zmachine', machine) as never).data.env).toEqual({ A: '2' })
})

test.each([
  ['http://[{vm1.mycelium_ip}]:80', '[{vm1.mycelium_ip}]:443'],
  ['http://10.0.0.2:8080', '10.0.0.2:8080'],
  ['http://10.0.0.2', '10.0.0.2:443'],
])('%s with TLS passed through is %s', (plain, passed) => {
  expect(rewritten(plain, true)).toBe(passed)
})

test('handing TLS on and back rewrites the backends', () => {
  const workload = of('gateway-name-proxy', { name: 'a', backends: ['http://10.0.0.2:80'] }) as never
  const passed = gatewayView.to({ ...gatewayView.from(workload), passthrough: true }, workload)
  expect(passed.data).toMatchObject({ tls_passthrough: true, backends: ['10.0.0.2:443'] })
  const back = gatewayView.to({ ...gatewayView.from(passed), passthrough: false }, passed)
  expect(back.data).toMatchObject({ tls_passthrough: false, backends: ['http://10.0.0.2:80'] })
})

test('databases of one place change, those of others stay', () => {
  const workload = of('qsfs', storage) as unknown as Workload<'qsfs'>
  const next = withBackends(workload, 1, [backend])
  expect(backendsOf(next, 1)).toEqual([backend])
  expect(backendsOf(next, 0)).toEqual([backend])
  expect(backendsOf(withBackends(workload, 'meta', []), 0)).toEqual([backend])
  expect(backendsOf(withBackends(workload, 'meta', []), 'meta')).toEqual([])
  const empty = { ...workload, data: { ...workload.data, config: { ...workload.data.config, groups: null } } }
  expect(backendsOf(withBackends(empty, 0, [backend]), 0)).toEqual([backend])
})
