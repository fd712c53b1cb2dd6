import { expect, test } from 'vitest'
import type { Deployment } from '#domain/deployment/deployment.ts'
import { Faults } from '../faults.ts'
import { Register } from '../kyc/register.ts'
import { deploymentOf, disk, machine, network } from '../testbed.ts'
import { Usage } from '../usage.ts'
import { makeWorld } from '../world.ts'
import type { WorldNode } from '../world/nodes.ts'
import { perform } from './commands.ts'
import type { Request } from './commands/command.ts'
import { SimulatedNode } from './simulated-node.ts'

const { nodes } = await makeWorld({ seed: 3, farms: 20, nodes: 300, relayDomain: '127.0.0.1' })
const [farmer, admin, owner, stranger] = [1, 900, 901, 902]
const up = nodes.filter(({ status }) => status === 'up')
const having = (what: (node: WorldNode) => boolean): WorldNode => up.find(what)!
const hidden = having(({ light, chain, hasIpv6 }) => !light && !chain.publicConfig && !hasIpv6)
const open = having(({ light, chain }) => !light && chain.publicConfig !== null)
const light = having(({ light: isLight, chain }) => isLight && !chain.publicConfig)
const withCards = having(({ cards }) => cards.length > 0)

function soleNode(world: WorldNode): SimulatedNode {
  const nothing = () => undefined
  const chain = {
    twin: nothing,
    contract: nothing,
    contracts: () => [],
    contractByName: nothing,
    farm: nothing,
    reportResources: async () => {},
  }
  const register = new Register([], () => false)
  return new SimulatedNode(world, { chain, register, usage: new Usage(), faults: new Faults(() => {}), pace: 0 })
}

const ip = (host: number, contractId = 0) => ({ ip: `28.0.1.${host}/24`, gateway: '28.0.1.1', contractId })
const farm = { twinId: farmer, publicIps: [ip(10), ip(11, 77)] }
const standing = { farm, isFirstOfFarm: true, admins: [admin] }

/** Asks a node, by default as nobody it knows. */
function ask(on: WorldNode | SimulatedNode, command: string, change: Partial<Request> = {}): unknown {
  const node = on instanceof SimulatedNode ? on : soleNode(on)
  return perform(command, { node, payload: undefined, twin: stranger, ...standing, ...change })
}

/** A node that runs a deployment of `owner` under contract 5, with a disk that failed. */
function busyNode(world: WorldNode): SimulatedNode {
  const node = soleNode(world)
  const vm = machine('vm1', 'net1')
  const workloads = [network('net1'), { ...vm, data: { ...vm.data, gpu: world.cards.map(({ id }) => id) } }, disk('d')]
  const address = { ...disk('ip1'), type: 'ip' as const, data: { v4: true, v6: false } }
  const deployment: Deployment = { ...deploymentOf(owner, ...workloads, address), contract_id: 5 }
  const kept = node.deployments.add(deployment)
  for (const workload of workloads.slice(0, 2)) kept.report(workload, 'ok')
  kept.report(workloads[2]!, 'error', 'no space')
  kept.report(address, 'ok', '', { ip: '28.0.1.11/24', ip6: '', gateway: '28.0.1.1' })
  return node
}

test.each<[string, WorldNode, string, Partial<Request>, string]>([
  ['an unknown command', hidden, 'zos.system.reboot', {}, 'function is not found'],
  ['a name that every object has', hidden, 'constructor', {}, 'function is not found'],
  ['public addresses of a light node', light, 'zos.network.list_public_ips', {}, 'function is not found'],
  ['debugging of a light node', light, 'zos.debug.deployment.list', { twin: admin }, 'function is not found'],
  ['deleting', hidden, 'zos.deployment.delete', { payload: { contract_id: 5 } }, 'deletion over the api is disabled'],
  ['the public config of a hidden node', hidden, 'zos.network.public_config_get', {}, 'no public configuration'],
  ['the same of a light one', light, 'zos.network.public_config_get', {}, 'failed to load public config: no public c'],
  ['IPv6 of a node without', hidden, 'zos.network.has_ipv6', {}, 'no public ipv6 found'],
  ['a deployment of nobody knows which contract', hidden, 'zos.deployment.get', {}, 'unexpected end of JSON input'],
  ['an unknown task', hidden, 'zos.perf.get', { payload: { name: 'nap' } }, 'result not found'],
  ['a task without a name', hidden, 'zos.perf.get', {}, 'failed to unmarshal payload []: unexpected end of JSON input'],
  ['a task of another type', hidden, 'zos.perf.get', { payload: { name: 5 } }, 'cannot unmarshal number into Go value'],
  ['cards of a farm by a stranger', hidden, 'zos.admin.interfaces', {}, 'unauthorized'],
  ['the public card of a light node', light, 'zos.admin.get_public_nic', { twin: farmer }, 'not supported'],
  ['a card that is none', hidden, 'zos.admin.set_public_nic', { twin: farmer, payload: 'eth9' }, 'Link not found'],
  [
    'a card that is no text',
    light,
    'zos.admin.set_public_nic',
    { twin: farmer, payload: 5 },
    'failed to decode input, expecting string: json: cannot unmarshal number into Go value of type string',
  ],
  ['everybody’s deployments by a stranger', hidden, 'zos.debug.deployment.list', {}, 'unauthorized'],
  ['the same by the farmer', hidden, 'zos.debug.deployment.list', { twin: farmer }, 'unauthorized'],
])('%s is refused in the node’s words', (_, node, command, change, said) => {
  expect(() => ask(node, command, change)).toThrow(said)
})

test('a node tells of its system, wherever it is asked from', () => {
  expect(ask(hidden, 'zos.system.version')).toEqual({ zos: '3.14.0', zinit: 'v0.2.25' })
  expect(ask(hidden, 'zos.system.hypervisor')).toMatch(/^(kvm)?$/)
  expect(ask(hidden, 'zos.system.node_features_get')).toContain('zmachine')
  expect(ask(light, 'zos.system.node_features_get')).toEqual(expect.arrayContaining(['zmachine-light', 'wireguard']))
  expect(ask(hidden, 'zos.system.dmi')).toMatchObject({
    tooling: { aggregator: 'dmidecode 3.3' },
    sections: expect.arrayContaining([
      expect.objectContaining({
        typestr: 'Baseboard',
        typenum: 2,
        subsections: [
          expect.objectContaining({
            properties: expect.objectContaining({ Manufacturer: { value: hidden.dmi.baseboard.manufacturer } }),
          }),
        ],
      }),
    ]),
  })
  expect(ask(hidden, 'zos.system.diagnostics')).toMatchObject({
    system_status_ok: true,
    healthy: hidden.healthy,
    modules: { vmd: { error: null, status: { objects: [{ name: 'manager', version: '0.0.1' }] } } },
  })
  const { country } = hidden.chain.location
  expect(ask(hidden, 'zos.location.get')).toMatchObject({
    country_name: country,
    country_code: expect.stringMatching(/^[A-Z]{2}$/),
    longitude: expect.any(Number),
  })
})

test('every country of the world has its code and its continent', () => {
  const places = nodes.map((node) => ask(node, 'zos.location.get') as Record<string, string>)
  expect(places.filter((place) => !place.country_code || !place.continent)).toEqual([])
})

test('a node tells of its network; a light one of less', () => {
  const { ip4, ip6, domain } = open.chain.publicConfig!
  expect(ask(open, 'zos.network.public_config_get')).toEqual({
    type: 'macvlan',
    ipv4: ip4.ip,
    ipv6: ip6!.ip,
    gw4: ip4.gw,
    gw6: ip6!.gw,
    domain: domain ?? '',
  })
  expect(ask(open, 'zos.network.has_ipv6')).toBe(true)
  expect(ask(open, 'zos.network.interfaces')).toEqual({
    zos: [expect.stringMatching(/^192\.168\./), ip4.ip.split('/')[0], ip6!.ip.split('/')[0]],
    ygg: [expect.stringMatching(/^300:/)],
  })
  expect(ask(light, 'zos.network.has_ipv6')).toBe(false)
  expect(ask(light, 'zos.network.interfaces')).toEqual({ zos: [expect.stringMatching(/^192\.168\./)] })
})

test('a card is held by the contract whose machine has it, and addresses by their workloads', () => {
  const node = busyNode(withCards)
  const before = ask(withCards, 'zos.gpu.list') as { contract: number }[]
  expect(before.map(({ contract }) => contract)).toEqual(withCards.cards.map(({ contract }) => contract))
  const held = ask(node, 'zos.gpu.list') as { contract: number }[]
  expect(held.map(({ contract }) => contract)).toEqual(withCards.cards.map(() => 5))
  expect(held[0]).toMatchObject({ vendor: expect.any(String), device: expect.any(String), vram: expect.any(Number) })
  expect(ask(hidden, 'zos.gpu.list')).toBeNull()

  const onNet = { payload: { Network_Name: 'net1' } }
  expect(ask(node, 'zos.network.list_private_ips', { ...onNet, twin: owner })).toEqual(['10.20.2.5'])
  expect(ask(node, 'zos.network.list_private_ips', onNet)).toEqual([])
  if (!withCards.light) expect(ask(node, 'zos.network.list_public_ips')).toEqual(['28.0.1.11/24'])
  expect(ask(node, 'zos.statistics.get')).toMatchObject({ used: { ipv4u: 1 }, users: { workloads: 4 } })
})

test('tasks ran when it was their turn last, and find the same until their next', () => {
  const names = ['cpu-benchmark', 'iperf', 'public-ip-validation', 'healthcheck', 'provisiontest']
  const all = ask(open, 'zos.perf.get_all') as { name: string; timestamp: number; result: unknown }[]
  expect(all.map(({ name }) => name)).toEqual(names)
  expect(ask(open, 'zos.perf.get_all')).toEqual(all)
  const now = Date.now() / 1000
  for (const { timestamp } of all) expect(timestamp > now - 25 * 3600 && timestamp <= now).toBe(true)
  const results = Object.fromEntries(all.map(({ name, result }) => [name, result]))
  expect(results['cpu-benchmark']).toEqual(open.benchmark)
  expect(results.iperf).toMatchObject([
    { test_type: 'tcp', upload_speed: open.speed.upload, error: '', cpu_report: { host_total: expect.any(Number) } },
    { test_type: 'udp', server_port: 5201 },
  ])
  expect(results['public-ip-validation']).toEqual({
    '28.0.1.10/24': { state: expect.stringMatching(/valid/), reason: expect.any(String) },
    '28.0.1.11/24': { state: 'skipped', reason: 'ip is already assigned to a contract' },
  })
  const elsewhere = { payload: { name: 'public-ip-validation' }, isFirstOfFarm: false }
  expect(ask(open, 'zos.perf.get', elsewhere)).toHaveProperty('result', {})
  const ill = ask(
    having(({ healthy }) => !healthy),
    'zos.perf.get',
    { payload: { Name: 'healthcheck' } },
  )
  expect(ill).toMatchObject({ result: { cache: [expect.stringContaining('read-only')], network: [] } })
})

test('the farmer sees the cards of a node and chooses which one is public', () => {
  const node = soleNode(hidden)
  expect(ask(node, 'zos.admin.interfaces', { twin: farmer })).toEqual({
    zos: { ips: [expect.stringMatching(/^192\.168\..*\/24$/)], mac: expect.stringMatching(/^[0-9a-f:]{17}$/) },
    eth0: { ips: null, mac: expect.any(String) },
    eth1: { ips: null, mac: expect.any(String) },
  })
  const nic = () => ask(node, 'zos.admin.get_public_nic', { twin: farmer })
  expect(nic()).toEqual({ is_single: true, is_dual: false, dual_interface: '' })
  expect(ask(node, 'zos.admin.set_public_nic', { twin: farmer, payload: 'eth1' })).toBeNull()
  expect(nic()).toEqual({ is_single: false, is_dual: true, dual_interface: 'eth1' })
  ask(node, 'zos.admin.set_public_nic', { twin: farmer, payload: 'zos' })
  expect(nic()).toHaveProperty('is_single', true)
})

test('an admin looks into everybody’s deployments', () => {
  const node = busyNode(open)
  const debug = (command: string, payload?: unknown) =>
    ask(node, `zos.debug.deployment.${command}`, { twin: admin, payload })
  const deployment = `${owner}:5`
  const listed = { twin_id: owner, contract_id: 5 }
  expect(debug('list')).toMatchObject({ deployments: [listed] })
  expect(debug('list', { twin_id: owner })).toMatchObject({ deployments: [listed] })
  expect(debug('list', { twin_id: stranger })).toEqual({ deployments: [] })
  expect(debug('get', { deployment })).toMatchObject({ deployment: { contract_id: 5 } })
  expect(debug('history', { deployment })).toMatchObject({
    deployment,
    history: expect.arrayContaining([
      { seq: 7, type: 'zmount', name: 'd', created: expect.any(Number), state: 'error', message: 'no space' },
    ]),
  })
  expect(debug('info', { deployment, workload: 'vm1' })).toMatchObject({
    workload_id: `${owner}-5-vm1`,
    info: { CPU: 1, Memory: 512 * 2 ** 20 },
  })
  expect(debug('info', { deployment, workload: 'net1' })).toMatchObject({ info: { state: 'ok' } })
  expect(debug('health', { deployment })).toMatchObject({
    ...listed,
    workloads: [
      { name: 'net1', status: 'healthy' },
      { name: 'vm1', status: 'healthy' },
    ],
  })
})

test.each([
  ['get', {}, 'deployment identifier is required'],
  ['get', { deployment: '7' }, "invalid deployment format: expected 'twin-id:contract-id', got '7'"],
  ['get', { deployment: 'x:1' }, 'invalid twin ID: x: strconv.ParseUint: parsing "x": invalid syntax'],
  ['get', { deployment: `${2n ** 32n}:1` }, 'value out of range'],
  ['history', { deployment: '7:5' }, 'deployment not found'],
  ['info', { deployment: `${owner}:5` }, 'workload name is required'],
  ['info', { deployment: '7:5', workload: 'vm1' }, 'failed to get deployment: deployment not found'],
  ['info', { deployment: `${owner}:5`, workload: 'vm9' }, "workload 'vm9' not found in deployment"],
  ['info', { deployment: `${owner}:5`, workload: 'd' }, "workload type 'zmount' not supported for info command"],
  ['health', {}, 'deployment is required when system_probe is not specified'],
])('an admin’s %s of %j is refused', (command, payload, said) => {
  const look = () => ask(busyNode(open), `zos.debug.deployment.${command}`, { twin: admin, payload })
  expect(look).toThrow(said)
})
