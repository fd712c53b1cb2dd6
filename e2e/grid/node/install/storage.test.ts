import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { gib } from '#domain/units.ts'
import { disk, machine, network } from '../../testbed.ts'
import { Host } from '../host.ts'
import { qsfs, volume, zdb } from './samples.ts'
import { SoleNode, twin, type Wanted } from './sole-node.ts'

const result = async (workload: Workload, wanted: Wanted = {}) => {
  const sole = new SoleNode(wanted)
  return sole.result(await sole.deploy([workload]), workload.name)
}
const id = (name: string, contract = 1) => `${twin}-${contract}-${name}`
const noSsd = 'not enough space left in pools of this type ssd'
const mycelium = expect.stringMatching(/^[45][0-9a-f]{2}:/)

test('each kind of storage tells where it is', async () => {
  expect(await result(disk('d'))).toMatchObject({ state: 'ok', message: '', data: { volume_id: id('d') } })
  expect(await result(volume('v'))).toMatchObject({ state: 'ok', data: { id: id('v') } })
  expect(await result(qsfs('q'))).toMatchObject({
    state: 'ok',
    data: {
      path: `/var/cache/modules/qsfsd/mounts/${id('q')}`,
      metrics_endpoint: expect.stringMatching(/^http:\/\/\[3.*\]:9100\/metrics$/),
    },
  })
})

test('a 0-db tells its IPv6, its yggdrasil and its mycelium address, those that its node has', async () => {
  const public6 = expect.stringMatching(/^3ffe:/)
  const ygg = expect.stringMatching(/^3[0-9a-f]{2}:/)
  const made = (IPs: unknown[]) => ({ state: 'ok', data: { Namespace: id('z'), IPs, Port: 9900 } })
  expect(await result(zdb('z'))).toMatchObject(made([public6, ygg, mycelium]))
  expect(await result(zdb('z'), { hasIpv6: false })).toMatchObject(made([ygg, mycelium]))
  expect(await result(zdb('z'), { light: true })).toMatchObject(made([mycelium]))
})

test('what contracts took before the grid started is missing from the disks of their kind', () => {
  const { pools } = new Host(new SoleNode().node.world, { cru: 0, mru: gib(0), sru: gib(30), hru: gib(700) })
  expect(pools.map(({ type, size, used }) => [type, size, used])).toEqual([
    ['ssd', gib(500), gib(30)],
    ['hdd', gib(1000), gib(700)],
  ])
})

test.each<[string, Workload, string, unknown]>([
  [
    'disk',
    disk('w', gib(481)),
    `failed to find a candidate to host vdisk of size '${gib(481)}': ${noSsd}`,
    { volume_id: id('w') },
  ],
  ['folder', volume('w', gib(481)), `failed to create new volume with name "${id('w')}": ${noSsd}`, null],
  [
    'qsfs',
    qsfs('w', gib(481)),
    `failed to create qsfs mount: failed to mount qsfs flist: failed to create read-write subvolume for 0-fs: ${noSsd}`,
    null,
  ],
  [
    '0-db',
    zdb('w', { size: gib(1001) }),
    "couldn't allocate device to satisfy namespace size: no more free devices found",
    { Namespace: '', IPs: null, Port: 0 },
  ],
])('a %s that fits nowhere fails', async (_, workload, message, data) => {
  expect(await result(workload)).toMatchObject({ state: 'error', message, data })
})

test('space is taken from the pool of the kind and given back', async () => {
  const sole = new SoleNode()
  const used = () => sole.node.host.pools.map((pool) => [pool.type, pool.used / gib(1)])
  expect(used()).toEqual([
    ['ssd', 20],
    ['hdd', 0],
  ])
  const net = await sole.deploy([network('net1')])
  const first = await sole.deploy([
    disk('d', gib(300)),
    volume('v', gib(30)),
    qsfs('q', gib(3)),
    machine('vm1', 'net1'),
  ])
  const second = await sole.deploy([zdb('z', { size: gib(700) })])
  expect(used()).toEqual([
    ['ssd', 353 + 500 / 1024],
    ['hdd', 700],
  ])
  expect(sole.states(await sole.deploy([zdb('z', { size: gib(400) })])).z).toContain('no more free devices found')
  for (const contract of [first, second, net]) sole.cancel(contract)
  await sole.idle()
  expect(used()).toEqual([
    ['ssd', 20],
    ['hdd', 0],
  ])
})

test('the largest disk is placed first, so that it finds room', async () => {
  const sole = new SoleNode()
  const contract = await sole.deploy([disk('small', gib(100)), disk('large', gib(400))])
  expect(sole.states(contract)).toEqual({
    large: 'ok',
    small: `failed to find a candidate to host vdisk of size '${gib(100)}': ${noSsd}`,
  })
})

test('a contract is charged for what runs, which GridProxy and the chain are told', async () => {
  const sole = new SoleNode()
  await sole.deploy([network('net1')])
  const contract = await sole.deploy([
    machine('vm1', 'net1', ['d']),
    disk('d'),
    disk('huge', gib(5000)),
    zdb('z'),
    qsfs('q', gib(2)),
  ])
  const used = { cru: 2, mru: gib(1.5), sru: gib(12) + (500 / 1024) * gib(1), hru: gib(10) }
  expect(sole.usage.of(1)).toEqual(used)
  expect(sole.told.get(contract)).toEqual(used)
})
