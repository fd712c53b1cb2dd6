import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { gib } from '#domain/units.ts'
import { disk, machine, network } from '../../testbed.ts'
import { fqdnGateway, ip, ipv4, lightMachine, lightNetwork, nameGateway, qsfs, volume, zdb, zlogs } from './samples.ts'
import { SoleNode, twin } from './sole-node.ts'

const at = <W extends Workload>(version: number, workload: W): W => ({ ...workload, version })

/** What a node says last of `to`, when `from` was there before. */
async function changed(from: Workload, to: Workload, beside: Workload[] = []) {
  const sole = new SoleNode({ light: from.type.endsWith('-light') })
  const id = await sole.deploy([from, ...beside])
  await sole.update(id, [at(1, to), ...beside])
  const kept = sole.node.deployments.find(id)!
  const last = kept.history.findLast(({ name }) => name === to.name)!
  return { sole, id, last, now: kept.workloads.get(to.name)! }
}

const w = `${twin}-1-w`
const peers = [
  { subnet: '10.20.3.0/24', wireguard_public_key: 'k', allowed_ips: ['10.20.3.0/24'], endpoint: '29.0.1.2:3011' },
]
const full = network('w')
test.each<[string, Workload, Workload, object | null]>([
  ['a disk that grows', disk('w'), disk('w', gib(20)), { volume_id: w }],
  ['a disk that stays as it is', disk('w'), disk('w'), { volume_id: w }],
  ['a folder that grows', volume('w'), volume('w', gib(20)), { id: w }],
  ['a folder that stays as it is', volume('w'), volume('w'), { id: w }],
  ['a folder beyond its disk, which is only a limit', volume('w'), volume('w', gib(9000)), { id: w }],
  ['a 0-db that grows', zdb('w'), zdb('w', { size: gib(20) }), { Namespace: w }],
  ['a 0-db with another password', zdb('w'), zdb('w', { password: 'other' }), { Namespace: w }],
  ['a 0-db that is public no more', zdb('w'), zdb('w', { public: false }), { Namespace: w }],
  ['a 0-db that stays as it is', zdb('w'), zdb('w'), { Namespace: w }],
  ['a network with a peer', full, { ...full, data: { ...full.data, peers } }, null],
  ['a network that listens elsewhere', full, network('w', '10.20.2.0/24', 4000), null],
  ['a light network with a peer', lightNetwork('w'), lightNetwork('w', { peers }), null],
  ['a qsfs with a larger cache', qsfs('w'), qsfs('w', gib(2)), { path: expect.stringContaining(w) }],
  ['a qsfs with a smaller cache', qsfs('w', gib(2)), qsfs('w'), { path: expect.stringContaining(w) }],
])('%s is updated', async (_, from, to, data) => {
  const { last, now } = await changed(from, to)
  expect(last).toMatchObject({ version: 1, result: { state: 'ok', message: '' } })
  expect(now).toEqual(last)
  if (data === null) expect(now.result.data).toBeNull()
  else expect(now.result.data).toMatchObject(data)
})

test.each<[string, Workload, Workload, string]>([
  ['a disk that shrinks', disk('w'), disk('w', gib(5)), 'not safe to shrink a disk'],
  [
    'a disk that finds no room to grow',
    disk('w'),
    disk('w', gib(5000)),
    'failed to truncate disk to size: no space left on device',
  ],
  ['a 0-db of another mode', zdb('w'), zdb('w', { mode: 'seq' }), 'cannot change namespace mode'],
  ['a 0-db that shrinks', zdb('w'), zdb('w', { size: gib(5) }), 'cannot shrink zdb namespace'],
  [
    'a 0-db that finds no room to grow',
    zdb('w'),
    zdb('w', { size: gib(5000) }),
    'no enough free space to support new size',
  ],
])('%s stays as it is, which only the history tells', async (_, from, to, message) => {
  const { last, now } = await changed(from, to)
  expect(last).toMatchObject({ version: 1, data: to.data, result: { state: 'unchanged', message } })
  expect(now).toMatchObject({ version: 0, data: from.data, result: { state: 'ok' } })
})

test.each<[string, Workload, Workload, string]>([
  [
    'a folder that shrinks',
    volume('w'),
    volume('w', gib(5)),
    `cannot shrink volume to be less than provisioned space. old: ${gib(10)}, requested: ${gib(5)}`,
  ],
  ['a folder that failed', volume('w', gib(900)), volume('w'), `no volume with name "${w}" found: %!w(<nil>)`],
  ['a 0-db that failed', zdb('w', { size: gib(5000) }), zdb('w', { size: gib(6000) }), 'namespace not found'],
  [
    'a qsfs that failed',
    qsfs('w', gib(900)),
    qsfs('w', gib(9000)),
    `failed to update qsfs mount: failed to get qsfs flist mountpoint: subvolume '${w}' not found: file does not exist`,
  ],
])('%s cannot be updated and is in error', async (_, from, to, message) => {
  const { now } = await changed(from, to)
  expect(now).toMatchObject({ version: 1, result: { state: 'error', message } })
})

test('a disk grows only while no machine has it mounted; a light machine is not asked', async () => {
  const sole = new SoleNode()
  await sole.deploy([network('net1')])
  const id = await sole.deploy([disk('d'), machine('vm1', 'net1', ['d'])])
  await sole.update(id, [at(1, disk('d', gib(20))), machine('vm1', 'net1', ['d'])])
  expect(sole.story(id).at(-1)).toBe('d 1 unchanged disk is mounted, please delete the VM first')
  await sole.update(id, [at(2, disk('d', gib(20)))])
  expect(sole.story(id).slice(-2)).toEqual(['vm1 0 deleted deleted by an update', 'd 2 ok'])

  const light = new SoleNode({ light: true })
  await light.deploy([lightNetwork('net1')])
  const vm = lightMachine('vm1', 'net1', { mounts: [{ name: 'd', mountpoint: '/mnt' }] })
  const other = await light.deploy([disk('d')])
  await light.update(other, [disk('d'), at(1, vm)])
  await light.update(other, [at(2, disk('d', gib(20))), at(1, vm)])
  expect(light.story(other).slice(-2)).toEqual(['vm1 1 ok', 'd 2 ok'])
})

test('a disk that failed stays failed however it is updated; a network that failed comes up', async () => {
  const { last, now } = await changed(disk('w', gib(900)), disk('w', gib(9000)))
  expect(last.result.message).toBe(`disk with id '${w}' does not exists: file does not exist`)
  expect(now).toMatchObject({ version: 0, result: { state: 'error' } })

  const sole = new SoleNode()
  await sole.deploy([network('net1')])
  const id = await sole.deploy([network('net2', '10.21.2.0/24')])
  await sole.update(id, [at(1, network('net2', '10.21.2.0/24', 3012))])
  expect(sole.states(id)).toEqual({ net2: 'ok' })
})

test.each<Workload>([
  ip('w'),
  ipv4('w'),
  zlogs('w', 'vm1'),
  nameGateway('w'),
  fqdnGateway('w', '29-0-1-2.sslip.io'),
  machine('w', 'net1'),
  lightMachine('w', 'net1'),
])('$type is never updated', async (workload) => {
  const beside = workload.type === 'zlogs' ? [machine('vm1', 'net1')] : []
  await expect(changed(workload, workload, beside)).rejects.toThrow(
    `workload '${workload.type}' does not support upgrade: upgrade validation error`,
  )
})

test.each<[string, number, Workload[], string]>([
  ['skips a version', 2, [at(2, disk('w'))], 'expecting deployment version 1, got 2'],
  ['repeats the version', 0, [disk('w')], 'expecting deployment version 1, got 0'],
  [
    'adds a workload of an older version',
    1,
    [disk('w'), disk('x')],
    "invalid version number for workload 'x' expected '1'",
  ],
  ['changes a type', 1, [at(1, volume('w'))], "cannot change workload type 'w'"],
])('an update that %s is refused', async (_, version, workloads, said) => {
  const sole = new SoleNode()
  const id = await sole.deploy([disk('w')])
  const sent = version === 0 ? sole.resend(id, workloads) : sole.send(id, version, workloads)
  await expect(sent).rejects.toThrow(`${said}: upgrade validation error`)
})

test('what has an older version is left alone, whatever is said of it', async () => {
  const sole = new SoleNode()
  const id = await sole.deploy([disk('a'), disk('b')])
  await sole.update(id, [disk('a', gib(99)), at(1, disk('b', gib(20)))])
  const size = (name: string) => sole.node.deployments.find(id)!.workloads.get(name)!.data
  expect([size('a'), size('b')]).toEqual([{ size: gib(10) }, { size: gib(20) }])
})

test('removals come first and from the last, then the rest in the order of types, nothing by size', async () => {
  const sole = new SoleNode()
  await sole.deploy([network('net1')])
  const id = await sole.deploy([disk('a'), volume('b'), machine('vm1', 'net1', ['a']), zlogs('logs', 'vm1')])
  const start = sole.story(id).length
  const next = [machine('vm2', 'net1', ['c']), ip('ip1'), disk('c'), volume('e', gib(5)), disk('d', gib(20))]
  await sole.update(id, [...next.map((workload) => at(1, workload)), at(1, volume('b', gib(30)))])
  expect(
    sole
      .story(id)
      .slice(start)
      .filter((line) => !line.includes('init')),
  ).toEqual([
    'logs 0 deleted deleted by an update',
    'vm1 0 deleted deleted by an update',
    'a 0 deleted deleted by an update',
    'c 1 ok',
    'd 1 ok',
    'e 1 ok',
    'b 1 ok',
    expect.stringContaining('ip1 1 error required 1 ips'),
    'vm2 1 ok',
  ])
})

test('a hash that is not in the contract fails every workload, and the version stays', async () => {
  const sole = new SoleNode()
  const id = await sole.deploy([disk('a'), disk('b')])
  await sole.send(id, 1, [at(1, disk('a', gib(20)))], {
    kind: 'node',
    nodeId: 1,
    hash: 'another',
    data: '',
    publicIps: 0,
  })
  await sole.idle()
  const message = 'contract hash does not match deployment hash'
  expect(sole.states(id)).toEqual({ a: message, b: message })
  await sole.update(id, [at(2, disk('c'))])
  expect(sole.states(id)).toEqual({ c: 'ok' })
  expect(sole.node.deployments.find(id)!.deployment.version).toBe(2)
})
