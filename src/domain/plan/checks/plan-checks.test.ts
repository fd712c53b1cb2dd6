import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import type { Node } from '#domain/node.ts'
import { someNode } from '#domain/some-node.ts'
import { bytes, gib } from '#domain/units.ts'
import type { Check } from '../check.ts'
import type { NodeFacts, PlanFacts } from '../facts.ts'
import { bare, emptyPlan, newDeployment, placed, type Plan } from '../plan.ts'
import { costChecks } from './costs.ts'
import { planChecks } from './plan-checks.ts'

const node = (change: Partial<Node> = {}): Node => ({ ...someNode, ...change })
const known = <T>(data: T) => ({ data, error: null })

const nodeFacts = (change: Partial<NodeFacts> = {}): NodeFacts => ({
  node: known(node()),
  capacity: known({ total: node().total, used: node().used }),
  pools: known([{ kind: 'ssd', size: gib(500), used: gib(20) }]),
  gpus: known([]),
  ports: known({ ports: [3010], answeredInMs: 140.4 }),
  address: known(null),
  hasIpv6: known(false),
  features: known(node().features),
  alternatives: known([]),
  ...change,
})

const facts = (change: Partial<PlanFacts> = {}, of: Partial<NodeFacts> = {}): PlanFacts => ({
  need: undefined,
  twinId: 29,
  balance: 10_000_000_000n,
  verified: known(true),
  nodes: new Map([[7, nodeFacts(of)]]),
  names: new Map(),
  domains: new Map(),
  networks: known([]),
  contracts: known([]),
  held: known(new Map()),
  ...change,
})

const net1: Workload<'network'> = {
  ...bare('net1'),
  type: 'network',
  data: {
    ip_range: '10.20.0.0/16',
    subnet: '10.20.2.0/24',
    wireguard_private_key: 'mHzQ0YJNQWpvqJ3wQ0h0yqQdZ5Z6cQ5v3n0qvQ0h0yo=',
    wireguard_listen_port: 3011,
    peers: [],
    mycelium: { hex_key: '11'.repeat(32), peers: [] },
  },
}
const ip1: Workload<'ip'> = { ...bare('ip1'), type: 'ip', data: { v4: true, v6: false } }
const vm1: Workload<'zmachine'> = {
  ...bare('vm1'),
  type: 'zmachine',
  data: {
    flist: 'https://hub.grid.tf/tf-official-apps/threefoldtech-ubuntu-22.04.flist',
    network: { public_ip: 'ip1', planetary: false, interfaces: [{ network: 'net1', ip: '10.20.2.2' }] },
    size: 0,
    compute_capacity: { cpu: 2, memory: gib(2) },
    mounts: [],
    entrypoint: '/sbin/zinit init',
    env: { SSH_KEY: 'ssh-ed25519 AAAA' },
  },
}

const plan = (
  change: (vm: Workload<'zmachine'>, net: Workload<'network'>) => unknown = () => undefined,
  id: number | null = 7,
) => {
  const [vm, net] = structuredClone([vm1, net1] as const)
  change(vm, net)
  const nodes = [{ node: id, deployments: [[net], [ip1, vm]].map((some) => ({ deployment: newDeployment(some) })) }]
  return { ...emptyPlan('shop', 'vm'), nodes } satisfies Plan
}

const rows = (checks: readonly Check[]) => checks.map(({ state, words }) => `${state} ${words}`)
const besidesOk = (of: Plan, known_: PlanFacts) => rows(planChecks(of, known_).filter(({ state }) => state !== 'ok'))

test('a plan that holds good is a few rows that passed', () => {
  expect(rows(planChecks(plan(), facts()))).toEqual([
    'ok Twin 29 signs and pays',
    'ok Identity is verified',
    'ok Node 7 answers in 140 ms',
    'ok Cores, memory and disk fit',
    'ok Farm 3 has 3 free IPv4',
    'ok WireGuard port 3011 is free',
  ])
})

const asking = { error: null }
const silent = { error: new Error('silence') }

test.each<[string, Partial<PlanFacts>, Partial<NodeFacts>, string]>([
  ['no account', { need: 'account', twinId: undefined }, {}, 'fail No account is open'],
  ['a locked key', { need: 'key' }, {}, 'fail The account’s key is locked'],
  ['no twin', { need: 'twin', twinId: undefined }, {}, 'fail The account has no twin yet'],
  ['a chain that is slow', { twinId: undefined }, {}, 'wait Asking the chain for your account'],
  ['no money', { balance: 5n }, {}, 'fail The account has 0.0000 TFT left to spend'],
  ['an unverified owner', { verified: known(false) }, {}, 'fail Identity is not verified'],
  ['a silent identity service', { verified: silent }, {}, 'warn Identity check did not answer'],
  ['a slow identity service', { verified: asking }, {}, 'wait Asking whether identity is verified'],
  ['a node that is looked up', {}, { node: asking }, 'wait Looking up node 7'],
  ['a node of another grid', {}, { node: known(null) }, 'fail There is no node 7'],
  ['a GridProxy that is away', {}, { node: silent }, 'fail Node 7 cannot be looked up'],
  ['a node that is down', {}, { node: known(node({ status: 'down' })) }, 'fail Node 7 cannot take it'],
  ['a node that sleeps', {}, { node: known(node({ status: 'standby' })) }, 'fail Node 7 cannot take it'],
  ['a node of a tenant', {}, { node: known(node({ rentedByTwinId: 5 })) }, 'fail Node 7 cannot take it'],
  ['a node to be rented', {}, { node: known(node({ inDedicatedFarm: true })) }, 'fail Node 7 cannot take it'],
  ['a node that is slow', {}, { ports: asking }, 'wait Asking node 7'],
  ['a node that is silent', {}, { ports: silent }, 'fail Node 7 does not answer'],
  ['a node whose disks are full', {}, { pools: known([]) }, 'fail It does not fit on the node'],
  [
    'a node whose memory is full',
    {},
    { capacity: known({ total: node().total, used: { ...node().used, mru: gib(63) } }) },
    'fail It does not fit on the node',
  ],
  [
    'a node of another kind',
    {},
    { features: known(['zmachine-light', 'network', 'ip']) },
    'fail vm1, type: node 7 takes no zmachine',
  ],
  ['a farm without addresses', {}, { node: known(node({ freeFarmIps: 0 })) }, 'fail Farm 3 has no free IPv4'],
  [
    'a port in use',
    {},
    { ports: known({ ports: [3011], answeredInMs: 1 }) },
    'fail net1, WireGuard port: 3011 is taken on node 7',
  ],
])('%s is told', (_, change, of, row) => {
  expect(besidesOk(plan(), facts(change, of))).toContain(row)
})

test('before a node is chosen, only that is missing', () => {
  const empty = plan((vm, net) => {
    vm.data.network.interfaces[0]!.ip = ''
    net.data.subnet = ''
    net.data.wireguard_listen_port = 0
  }, null)
  expect(besidesOk(empty, facts())).toEqual(['fail No node is chosen'])
})

/** The row that fails, and the plan after its button was pressed fails no more. */
test.each<[string, (vm: Workload<'zmachine'>, net: Workload<'network'>) => unknown, string, string]>([
  [
    'a reserved address',
    (vm) => (vm.data.network.interfaces[0]!.ip = '10.20.2.1'),
    'vm1, private IPv4: .1 is reserved',
    'Use .2',
  ],
  [
    'too little memory',
    (vm) => (vm.data.compute_capacity.memory = bytes(1)),
    'vm1, memory: give it 250 MiB or more',
    'Give it 250 MiB',
  ],
  ['too many cores', (vm) => (vm.data.compute_capacity.cpu = 9), 'vm1, cores: node 7 has 8 in all', 'Use 8'],
  [
    'a taken port',
    (_, net) => (net.data.wireguard_listen_port = 3010),
    'net1, WireGuard port: 3010 is taken on node 7',
    'Take port 3001',
  ],
  [
    'a dash',
    (vm) => (vm.name = 'my-vm'),
    'my-vm, name: use letters, digits and underscores only: no spaces, no dashes',
    'Rename to my_vm',
  ],
  [
    'a disk that is not there',
    (vm) => (vm.data.mounts = [{ name: 'd', mountpoint: '/d' }]),
    'vm1, disk: there is no “d” in its contract',
    'Take it off',
  ],
  [
    'a card without rent',
    (vm) => (vm.data.gpu = ['a/b/c']),
    'vm1, GPU: only who rents the whole node can use its cards',
    'Go without',
  ],
  [
    'another network',
    (vm) => (vm.data.network.interfaces[0]!.network = 'net9'),
    'vm1, network: “net9” is not on node 7',
    'Join net1',
  ],
  ['a name twice', (vm) => (vm.name = 'ip1'), 'ip1, name: another part is named “ip1” already', 'Rename to ip2'],
])('%s can be mended with a press', (_, change, words, button) => {
  const broken = plan(change)
  const failed = planChecks(broken, facts()).filter(({ state }) => state === 'fail')
  expect(failed.map((check) => check.words)).toEqual([words])
  const { fix } = failed[0]!
  expect(fix?.words).toBe(button)
  expect(besidesOk(fix!.plan, facts()).filter((row) => row.startsWith('fail'))).toEqual([])
})

test('a node that cannot take it is exchanged for one that can', () => {
  const others = { alternatives: known([node({ id: 12 })]), ports: silent }
  const [check] = planChecks(plan(), facts({}, others)).filter(({ state }) => state === 'fail')
  expect(check?.fix?.words).toBe('Use node 12 instead')
  expect(check?.fix?.plan.nodes[0]?.node).toBe(12)
})

test('what is there already, letter by letter, is made to differ', () => {
  const twice: Plan = {
    ...plan(),
    nodes: [{ node: 7, deployments: [1, 2].map(() => ({ deployment: newDeployment([ip1]) })) }],
  }
  const check = planChecks(twice, facts()).find(({ id }) => id.startsWith('hash'))
  expect(check).toMatchObject({ state: 'fail', words: 'ip1 is there already, letter by letter' })
  expect(planChecks(check!.fix!.plan, facts()).some(({ id }) => id.startsWith('hash'))).toBe(false)
})

test('what nothing uses is told, and keeps nobody from signing', () => {
  const idle = plan((vm) => (vm.data.network.public_ip = ''))
  expect(besidesOk(idle, facts())).toEqual(['warn ip1, name: no machine has it'])
})

test('each row of a plan is told apart from the others', () => {
  const ids = planChecks(plan(), facts()).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(placed(plan())).toHaveLength(3)
})

test.each([
  [100n, 200n, 1n, 0n, ['fail The account has less than the fee of 0.0000 TFT']],
  [100n, 10n, 200n, 0n, ['fail The balance does not pay for the first hour']],
  [1000n, 10n, 50n, 50n, ['warn The balance lasts 10 h with it']],
  [100_000n, 10n, 50n, 50n, []],
  [undefined, 10n, 50n, 50n, []],
  [100n, undefined, undefined, undefined, []],
])('a balance of %s, a fee of %s and %s an hour beside %s', (balance, fee, hour, spent, told) => {
  expect(rows(costChecks(balance, fee, hour, spent))).toEqual(told)
})

test('an environment may name what is in no plan, and is told of it', () => {
  const named = plan((vm) => (vm.data.env = { SSH_KEY: vm.data.env!.SSH_KEY!, THEIRS: '{page.ip}' }))
  expect(besidesOk(named, facts())).toEqual(['warn vm1, environment: the plan has no gateway or machine “page”'])
})
