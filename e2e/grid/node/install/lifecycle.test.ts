import { expect, test } from 'vitest'
import { gib } from '#domain/units.ts'
import { disk, machine, network } from '../../testbed.ts'
import { ip, nameGateway, qsfs, volume, zdb, zlogs } from './samples.ts'
import { SoleNode, twin } from './sole-node.ts'

/** A node with a deployment of nearly everything, one of which failed. */
async function busyNode(): Promise<{ sole: SoleNode; id: number }> {
  const sole = new SoleNode()
  sole.names.set('web', twin)
  await sole.deploy([network('net1')])
  const id = await sole.deploy([
    zlogs('logs', 'vm1'),
    machine('vm1', 'net1', ['d']),
    ip('ip1'),
    qsfs('q'),
    volume('v'),
    disk('d'),
    disk('huge', gib(5000)),
    zdb('z'),
    nameGateway('web'),
  ])
  return { sole, id }
}
const names = (story: string[]) => story.map((line) => line.split(' ')[0])
const ordered = ['d', 'v', 'q', 'ip1', 'vm1', 'logs']

test('workloads are written down as they came and installed in the order of types; unnamed types come last', async () => {
  const { sole, id } = await busyNode()
  const story = sole.story(id)
  expect(story.slice(0, 9)).toEqual(
    ['logs', 'vm1', 'ip1', 'q', 'v', 'd', 'huge', 'z', 'web'].map((name) => `${name} 0 init`),
  )
  expect(names(story.slice(9, 16))).toEqual(['huge', ...ordered])
  expect(names(story.slice(16)).toSorted()).toEqual(['web', 'z'])
})

test('a contract that ends takes all away, last things first, failed ones too, and the node forgets it', async () => {
  const { sole, id } = await busyNode()
  const kept = sole.node.deployments.find(id)!
  const start = kept.history.length
  sole.cancel(id)
  await sole.idle()
  const ended = kept.history.slice(start)
  const order = ended.map(({ name }) => name)
  expect(order.slice(0, 2).toSorted()).toEqual(['web', 'z'])
  expect(order.slice(2)).toEqual(['logs', 'vm1', 'ip1', 'q', 'v', 'huge', 'd'])
  for (const { result } of ended)
    expect(result).toMatchObject({ state: 'deleted', message: 'contract canceled event received' })
  expect(sole.node.deployments.find(id)).toBeUndefined()
  expect(sole.usage.of(1)).toEqual({ cru: 0, mru: 0, sru: 0, hru: 0 })
})

test('a contract in its grace period pauses what runs and resumes it when it is paid', async () => {
  const { sole, id } = await busyNode()
  const before = sole.node.deployments.find(id)!.workloads
  const data = Object.fromEntries([...before].map(([name, { result }]) => [name, result.data]))
  const used = sole.usage.of(1)
  sole.node.grace(id, true)
  await sole.idle()
  const { huge, ...rest } = sole.states(id)
  expect(huge).toContain('not enough space')
  expect(new Set(Object.values(rest))).toEqual(new Set(['paused']))
  expect(sole.result(id, 'vm1')).toMatchObject({ state: 'paused', message: 'paused', data: data.vm1 })
  expect(names(sole.story(id).slice(-6))).toEqual(ordered.toReversed())
  expect(sole.usage.of(1)).toEqual(used)

  sole.node.grace(id, false)
  await sole.idle()
  expect(new Set(Object.values(sole.states(id)))).toEqual(new Set([huge, 'ok']))
  expect(sole.result(id, 'vm1')).toMatchObject({ state: 'ok', message: '', data: data.vm1 })
  expect(names(sole.story(id).slice(-8, -2))).toEqual(ordered)
})

test('a paused disk is not mounted, and a paused machine still has its disk', async () => {
  const sole = new SoleNode()
  await sole.deploy([network('net1')])
  const id = await sole.deploy([disk('d'), machine('vm1', 'net1', ['d'])])
  sole.node.grace(id, true)
  const vm2 = { ...machine('vm2', 'net1', ['d']), version: 1 }
  await sole.update(id, [{ ...disk('d', gib(20)), version: 1 }, machine('vm1', 'net1', ['d']), vm2])
  expect(sole.story(id).slice(-3)).toEqual([
    'd 1 unchanged disk is mounted, please delete the VM first',
    'vm2 1 init',
    "vm2 1 error invalid disk 'd' state",
  ])
})

test('a reboot installs all that runs again, whatever hash the contract has; disks stay', async () => {
  const { sole, id } = await busyNode()
  const address = sole.result(id, 'ip1').data
  const start = sole.story(id).length
  const { used } = sole.node.host.pools[0]!
  const contract = sole.contracts.get(id)!
  sole.contracts.set(id, { ...contract, detail: { ...contract.detail, hash: 'another' } as never })
  sole.node.reboot()
  await sole.idle()
  const again = sole.story(id).slice(start)
  // The folder is there already, so the node writes nothing of it.
  expect(names(again).slice(0, 5)).toEqual(['d', 'q', 'ip1', 'vm1', 'logs'])
  expect(names(again).slice(5).toSorted()).toEqual(['web', 'z'])
  for (const line of again) expect(line).toMatch(/ ok$/)
  expect(sole.result(id, 'ip1').data).toEqual(address)
  expect(sole.node.host.pools[0]!.used).toBe(used)
})

test('after a reboot a node looks which contracts ended or fell due meanwhile', async () => {
  const sole = new SoleNode()
  const [gone, due, paid] = [
    await sole.deploy([disk('a')]),
    await sole.deploy([disk('b')]),
    await sole.deploy([disk('c')]),
  ]
  sole.node.grace(paid, true)
  await sole.idle()
  const history = sole.node.deployments.find(gone)!.history
  sole.contracts.delete(gone)
  sole.contracts.set(due, { ...sole.contracts.get(due)!, state: 'GracePeriod' })
  sole.node.reboot()
  await sole.idle()
  expect(sole.node.deployments.find(gone)).toBeUndefined()
  expect(history.slice(-2).map(({ result }) => `${result.state} ${result.message}`)).toEqual([
    'error failed to get deployment contract: object not found',
    'deleted contract not active on chain',
  ])
  expect(sole.states(due)).toEqual({ b: 'paused' })
  expect(sole.states(paid)).toEqual({ c: 'ok' })
})

test('what failed is not tried again at a reboot', async () => {
  const sole = new SoleNode()
  const first = await sole.deploy([disk('a', gib(400))])
  const id = await sole.deploy([disk('b', gib(400)), disk('c')])
  sole.cancel(first)
  sole.node.reboot()
  await sole.idle()
  expect(sole.states(id)).toEqual({ b: expect.stringContaining('not enough space'), c: 'ok' })
})

test.each([
  ['no contract', null, 'failed to get deployment contract: object not found'],
  ['a name contract', { kind: 'name', name: 'web' }, 'invalid contract type, expecting node contract'],
  [
    "another node's contract",
    { kind: 'node', nodeId: 2, hash: '', data: '', publicIps: 0 },
    'invalid node address in contract',
  ],
] as const)('with %s every workload fails', async (_, detail, said) => {
  const sole = new SoleNode()
  await sole.send(1, 0, [disk('a'), disk('b')], detail)
  await sole.idle()
  expect(sole.states(1)).toEqual({ a: said, b: said })
})
