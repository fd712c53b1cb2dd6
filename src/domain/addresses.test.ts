import { expect, test } from 'vitest'
import { addressesOf, machineAddresses } from '#domain/addresses.ts'
import type { Workload } from '#domain/deployment/deployment.ts'

const lines = (made: unknown) => machineAddresses(made).map(({ name, line }) => [name, line])

test('a machine with Mycelium is reached by SSH over it', () => {
  const made = { ip: '10.20.2.2', planetary_ip: '', mycelium_ip: '49a:bfc3::1', console_url: '10.20.2.1:20002' }
  expect(lines(made)).toEqual([
    ['SSH', 'ssh root@49a:bfc3::1'],
    ['Mycelium', '49a:bfc3::1'],
    ['Private', '10.20.2.2'],
    ['Console', '10.20.2.1:20002'],
  ])
})

test('an old node tells its planetary address by another name', () => {
  expect(lines({ ygg_ip: '300::7' })[0]).toEqual(['SSH', 'ssh root@300::7'])
})

test.each([[null], [undefined], [{}], [{ ip: '' }]])('a machine that has nothing yet has no address: %j', (made) => {
  expect(machineAddresses(made)).toEqual([])
})

const workload = (type: string, data: object, made: unknown, state = 'ok') =>
  ({
    name: 'w',
    type,
    version: 0,
    metadata: '',
    description: '',
    data,
    result: { created: 1, state, message: '', data: made },
  }) as Workload

const ip = {
  ...workload('ip', { v4: true, v6: true }, { ip: '185.1.2.3/24', ip6: '2a02::9/64' }),
  name: 'ip1',
} as Workload

test.each<[string, Workload, Workload[], [string, string, string][]]>([
  [
    'a machine with a public address is reached by that first',
    workload('zmachine', { network: { public_ip: 'ip1' } }, { ip: '10.20.2.2', mycelium_ip: '49a::1' }),
    [ip],
    [
      ['SSH', 'over public IPv4', 'ssh root@185.1.2.3'],
      ['IPv4', 'public', '185.1.2.3'],
      ['IPv6', 'public', '2a02::9'],
      ['Mycelium', 'encrypted IPv6', '49a::1'],
      ['Private', 'inside its network', '10.20.2.2'],
    ],
  ],
  [
    'a database has an address in each network that its node has',
    workload('zdb', {}, { Namespace: '9-1-db', IPs: ['2a02::7', '300::7', '49a::7', '2001:db8::7'], Port: 9900 }),
    [],
    [
      ['Address', 'public IPv6', '[2a02::7]:9900'],
      ['Address', 'over Planetary', '[300::7]:9900'],
      ['Address', 'over Mycelium', '[49a::7]:9900'],
      ['Address', 'public IPv6', '[2001:db8::7]:9900'],
      ['Namespace', 'of the 0-db', '9-1-db'],
    ],
  ],
  [
    'a gateway is a page',
    workload('gateway-name-proxy', { name: 'shop' }, { fqdn: 'shop.gent01.grid.tf' }),
    [],
    [['Web', 'gateway', 'https://shop.gent01.grid.tf']],
  ],
  [
    'a gateway of a domain is that domain',
    workload('gateway-fqdn-proxy', { fqdn: 'example.com' }, {}),
    [],
    [['Web', 'gateway', 'https://example.com']],
  ],
  ['a gateway that failed is no page', workload('gateway-fqdn-proxy', { fqdn: 'example.com' }, null, 'error'), [], []],
  [
    'a file system tells how it is',
    workload('qsfs', {}, { path: '/x', metrics_endpoint: 'http://[300::1]:9100/metrics' }),
    [],
    [['Metrics', 'of the file system', 'http://[300::1]:9100/metrics']],
  ],
  ['a disk is reached by its machine alone', workload('zmount', {}, { volume_id: 'x' }), [], []],
])('%s', (_, one, beside, expected) => {
  expect(addressesOf(one, beside).map(({ name, over, line }) => [name, over, line])).toEqual(expected)
})
