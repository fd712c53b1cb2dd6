import { expect, test } from 'vitest'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { gib } from '#domain/units.ts'
import { newDeployment, bare, type Plan } from './plan.ts'
import { operationsOf, type ContractTerms, type Operation } from './update-operations.ts'
import { recipesFor } from './update-recipes.ts'

const disk = (size: number, name = 'disk1'): Workload => ({ ...bare(name), type: 'zmount', data: { size: gib(size) } })
const volume = (size: number): Workload => ({ ...bare('vol1'), type: 'volume', data: { size: gib(size) } })
const zdb = (data: object): Workload => ({
  ...bare('db1'),
  type: 'zdb',
  data: { size: gib(10), mode: 'user', password: '', public: false, ...data },
})
const machine = (data: object = {}): Workload => ({
  ...bare('vm1'),
  type: 'zmachine',
  data: {
    flist: 'f',
    network: { public_ip: '', planetary: false, interfaces: [{ network: 'net', ip: '10.20.2.2' }] },
    size: 0,
    compute_capacity: { cpu: 1, memory: gib(2) },
    mounts: [{ name: 'disk1', mountpoint: '/mnt' }],
    entrypoint: '',
    env: {},
    ...data,
  },
})
const logs: Workload = { ...bare('logs'), type: 'zlogs', data: { zmachine: 'vm1', output: 'redis://1.1.1.1' } }
const ip: Workload = { ...bare('ip1'), type: 'ip', data: { v4: true, v6: false } }
const gateway = (data: object = {}): Workload => ({
  ...bare('gw'),
  type: 'gateway-name-proxy',
  data: { name: 'gw', tls_passthrough: false, backends: ['http://1.1.1.1'], ...data },
})

const of = (...workloads: Workload[]): Deployment => ({ ...newDeployment(workloads), contract_id: 5 })
const bigger = machine({ compute_capacity: { cpu: 4, memory: gib(2) } })
const paid: ContractTerms = { state: 'Created', publicIps: 0 }

const words = (operations: Operation[]) =>
  operations.map(({ kind, workload, problem }) => `${kind} ${workload.name}${problem ? `: ${problem.said}` : ''}`)

test.each<[string, Workload[], Workload[], string[]]>([
  ['nothing', [disk(5)], [disk(5)], []],
  ['a disk that grows and nobody mounts', [disk(5)], [disk(6)], ['change disk1']],
  ['a disk that shrinks', [disk(5)], [disk(4)], ['change disk1: not safe to shrink a disk']],
  [
    'a disk that grows under its machine',
    [disk(5), machine()],
    [disk(6), machine()],
    ['change disk1: disk is mounted, please delete the VM first'],
  ],
  ['a disk that grows as its machine goes', [disk(5), machine()], [disk(6)], ['remove vm1', 'change disk1']],
  ['a volume that grows', [volume(5)], [volume(6)], ['change vol1']],
  [
    'a volume that shrinks',
    [volume(5)],
    [volume(4)],
    [`change vol1: cannot shrink volume to be less than provisioned space. old: ${gib(5)}, requested: ${gib(4)}`],
  ],
  ['a database with another password', [zdb({})], [zdb({ password: 'p' })], ['change db1']],
  ['a database that grows', [zdb({})], [zdb({ size: gib(11) })], ['change db1']],
  ['a database of another mode', [zdb({})], [zdb({ mode: 'seq' })], ['change db1: cannot change namespace mode']],
  ['a database that shrinks', [zdb({})], [zdb({ size: gib(9) })], ['change db1: cannot shrink zdb namespace']],
  ['a larger machine', [machine()], [bigger], ["change vm1: workload 'zmachine' does not support upgrade"]],
  [
    'another backend',
    [gateway()],
    [gateway({ backends: ['http://2.2.2.2'] })],
    ["change gw: workload 'gateway-name-proxy' does not support upgrade"],
  ],
  [
    'another type',
    [disk(5)],
    [{ ...volume(5), name: 'disk1' } as Workload],
    ["change disk1: cannot change workload type 'disk1'"],
  ],
  ['a public address more', [machine()], [machine(), ip], ['add ip1: required 1 ips while contract has 0 ip reserved']],
  ['an address of IPv6 more', [], [{ ...ip, data: { v4: false, v6: true } } as Workload], ['add ip1']],
])('%s', (_, before, after, said) => {
  expect(words(operationsOf(of(...before), of(...after), paid))).toEqual(said)
})

test('nothing can be changed while the contract is out of funds', () => {
  const all = operationsOf(of(disk(5)), of(zdb({})), { state: 'GracePeriod', publicIps: 0 })
  expect(all.map(({ problem }) => problem?.said)).toEqual([
    'CannotUpdateContractInGraceState',
    'CannotUpdateContractInGraceState',
  ])
})

/** What the recipes for the only refusal make of a plan. */
function recipes(before: Workload[], after: Workload[]) {
  const plan: Plan = { name: 'web', solution: 'vm', nodes: [{ node: 7, deployments: [{ deployment: of(...after) }] }] }
  const previous = of(...before)
  const refused = operationsOf(previous, of(...after), paid).findLast(({ problem }) => problem)!
  return recipesFor(plan, { node: 0, deployment: 0 }, previous, refused, paid).map((recipe) => {
    const [first, more] = recipe.plan.nodes[0]!.deployments
    const after = recipe.after?.nodes[0]!.deployments[0]!.deployment
    return {
      id: recipe.id,
      loses: recipe.loses,
      now: words(operationsOf(previous, first!.deployment, paid)),
      ...(more && { beside: more.deployment.workloads.map(({ name }) => name) }),
      ...(after && {
        after: words(operationsOf({ ...first!.deployment, version: 1 }, after, paid)),
        afterVersion: after.version,
      }),
    }
  })
}

test('a larger machine is made anew: beside its disk, which stays, and with its logs', () => {
  const loses = ['What vm1 keeps on its root disk; it stands still meanwhile']
  expect(recipes([disk(5), machine(), logs], [disk(5), bigger, logs])).toEqual([
    {
      id: 'new-name',
      loses,
      now: ['remove vm1', 'remove logs', 'add vm2', 'add logs1'],
    },
    { id: 'two-steps', loses, now: ['remove vm1', 'remove logs'], after: ['add vm1', 'add logs'], afterVersion: 2 },
  ])
})

test('a mounted disk grows once its machine is gone, and keeps what is on it', () => {
  expect(recipes([disk(5), machine()], [disk(6), machine()])).toMatchObject([
    { id: 'new-name', loses: [expect.stringContaining('vm1')], now: ['remove vm1', 'change disk1', 'add vm2'] },
    { id: 'two-steps', now: ['remove vm1', 'change disk1'], after: ['add vm1'] },
  ])
})

test('a smaller disk is another disk: all that was on it goes, and its machine is made anew', () => {
  expect(recipes([disk(5), machine()], [disk(4), machine()])[0]).toEqual({
    id: 'new-name',
    loses: ['Everything on disk1', 'What vm1 keeps on its root disk; it stands still meanwhile'],
    now: ['remove disk1', 'remove vm1', 'add disk2', 'add vm2'],
  })
})

test('a public address takes its machine and disks into a contract of its own', () => {
  const addressed = machine({ network: { public_ip: 'ip1', interfaces: [{ network: 'net', ip: '10.20.2.2' }] } })
  expect(recipes([disk(5), machine(), disk(1, 'other')], [disk(5), ip, addressed, disk(1, 'other')])).toEqual([
    {
      id: 'new-contract',
      loses: ['Everything on disk1', 'What vm1 keeps on its root disk; it stands still meanwhile'],
      now: ['remove disk1', 'remove vm1'],
      beside: ['disk1', 'ip1', 'vm1'],
    },
  ])
})

test('a machine without its public address goes on paying for it unless it has a new contract', () => {
  const terms: ContractTerms = { state: 'Created', publicIps: 1 }
  const addressed = machine({ network: { public_ip: 'ip1', interfaces: [{ network: 'net', ip: '10.20.2.2' }] } })
  const previous = of(ip, addressed)
  const plan: Plan = { name: 'web', solution: 'vm', nodes: [{ node: 7, deployments: [{ deployment: of(machine()) }] }] }
  const operations = operationsOf(previous, of(machine()), terms)
  expect(operations[0]).toMatchObject({ kind: 'remove', note: expect.stringContaining('pays for it') })
  expect(
    recipesFor(plan, { node: 0, deployment: 0 }, previous, operations[1]!, terms).map(({ id, loses }) => [
      id,
      loses.at(-1),
    ]),
  ).toEqual([
    ['new-name', expect.stringContaining('root disk')],
    ['new-contract', 'Contract 5, which nothing is left under: cancel it when this runs'],
    ['two-steps', expect.stringContaining('root disk')],
  ])
})
