import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { gib, mib } from '#domain/units.ts'
import { disk, machine, network } from '../../testbed.ts'
import { changedMachine, ip, joining, lightMachine, lightNetwork, qsfs, volume, zlogs } from './samples.ts'
import { SoleNode, totals, twin, type Wanted } from './sole-node.ts'

const card = { id: '0000:0e:00.0/1002/744c', vendor: 'AMD', device: 'Navi 31', vram: gib(24), contract: 0 }

/** What becomes of `workloads` on a node where the network `net1` is. */
async function outcome(workloads: Workload[], wanted: Wanted = {}, ips?: number): Promise<Record<string, string>> {
  const sole = new SoleNode(wanted)
  await sole.deploy([wanted.light ? lightNetwork('net1') : network('net1')])
  return sole.states(await sole.deploy(workloads, ips))
}

test('a machine tells its addresses and its console', async () => {
  const sole = new SoleNode()
  await sole.deploy([network('net1')])
  const id = await sole.deploy([machine('vm1', 'net1')])
  expect(sole.result(id, 'vm1')).toMatchObject({
    state: 'ok',
    data: {
      id: `${twin}-2-vm1`,
      ip: '10.20.2.5',
      planetary_ip: expect.stringMatching(/^3[0-9a-f]{2}:/),
      mycelium_ip: expect.stringMatching(/^[45][0-9a-f]{2}:[0-9a-f:]+:ff0f:0:200:5$/),
      console_url: '10.20.2.1:20005',
    },
  })
})

test('an IPv4 address may be written as IPv6', async () => {
  const vm = joining({ interfaces: [{ network: 'net1', ip: '::ffff:10.20.2.9' }] })
  const sole = new SoleNode()
  await sole.deploy([network('net1')])
  const id = await sole.deploy([vm])
  expect(sole.result(id, 'vm1').data).toMatchObject({ ip: '10.20.2.9', console_url: '10.20.2.1:20009' })
})

test('a light machine has its console in the mycelium network and no planetary address', async () => {
  const sole = new SoleNode({ light: true })
  await sole.deploy([lightNetwork('net1')])
  const id = await sole.deploy([lightMachine('vm1', 'net1')])
  expect(sole.result(id, 'vm1')).toMatchObject({
    state: 'ok',
    data: {
      id: `${twin}-2-vm1`,
      ip: '10.20.2.5',
      mycelium_ip: expect.stringMatching(/^[45][0-9a-f]{2}:.*:ff0f:0:200:5$/),
      console_url: expect.stringMatching(/^\[[45][0-9a-f]{2}:[0-9a-f:]+\]:20005$/),
    },
  })
  expect(sole.result(id, 'vm1').data).not.toHaveProperty('planetary_ip')
})

test.each<[string, Workload<'zmachine'>, string]>([
  [
    'more memory than is free',
    machine('vm1', 'net1', [], gib(4096)),
    'failed to satisfy required capacity: cannot fulfil required memory size 4398046511104 bytes out of usable ',
  ],
  [
    'more cores than there are',
    changedMachine({ compute_capacity: { cpu: 9, memory: mib(300) } }),
    'machine configuration validation failed: invalid cpu must be between 1 and 8',
  ],
  [
    'an address outside the subnet',
    joining({ interfaces: [{ network: 'net1', ip: '10.20.3.2' }] }),
    'IP 10.20.3.2 is not part of local nr subnet 10.20.2.0/24',
  ],
  [
    'the address of the gateway',
    joining({ interfaces: [{ network: 'net1', ip: '10.20.2.1' }] }),
    'ip 10.20.2.1 is reserved',
  ],
  [
    'an IPv6 address',
    joining({ interfaces: [{ network: 'net1', ip: 'fd00::2' }] }),
    'invalid IPv4 supplied to wg interface',
  ],
  [
    'another network',
    joining({ interfaces: [{ network: 'net2', ip: '10.20.2.2' }] }),
    "could not get network resource subnet: couldn't load network with id (",
  ],
  [
    'another network for mycelium',
    joining({ mycelium: { network: 'net2', hex_seed: '000002000005' } }),
    "could not set up tap device: failed to get network resource '",
  ],
  [
    'a mycelium seed of zeros',
    joining({ mycelium: { network: 'net1', hex_seed: '000000000000' } }),
    'could not set up tap device: invalid seed',
  ],
  [
    'a mycelium seed of ones',
    joining({ mycelium: { network: 'net1', hex_seed: 'FFFFFFFFFFFF' } }),
    'could not set up tap device: invalid seed',
  ],
  [
    'a card on a node that nobody rents',
    changedMachine({ gpu: [card.id] }),
    'usage of GPU is not allowed unless node is rented',
  ],
  [
    'a disk that is not there',
    changedMachine({ mounts: [{ name: 'disk9', mountpoint: '/mnt' }] }),
    "failed to get mount 'disk9' workload: no workload with name 'disk9': workload not found",
  ],
  [
    'a root disk that fits nowhere',
    changedMachine({ size: 2 ** 50 }),
    'failed to create vm rootfs: not enough space left in pools of this type ssd',
  ],
])('a machine with %s fails', async (_, vm, said) => {
  expect((await outcome([vm])).vm1).toContain(said)
})

test('a machine cannot have a mycelium address in a network without', async () => {
  const plain = network('net1')
  const sole = new SoleNode()
  await sole.deploy([{ ...plain, data: { ...plain.data, mycelium: null } }])
  const id = await sole.deploy([machine('vm1', 'net1')])
  expect(sole.states(id).vm1).toBe('could not set up tap device: network resource does not support mycelium')
  expect(sole.result(id, 'vm1').data).toMatchObject({ ip: '10.20.2.5', mycelium_ip: '', console_url: '' })
})

test.each<[string, Workload<'zmachine-light'>, string]>([
  [
    'another network',
    lightMachine('vm1', 'net2'),
    "could not get network resource subnet: couldn't load network with name (",
  ],
  [
    'no mycelium',
    lightMachine('vm1', 'net1', { network: { interfaces: [{ network: 'net1', ip: '10.20.2.5' }] } }),
    'runtime error: invalid memory address or nil pointer dereference',
  ],
  [
    'mycelium of another network',
    lightMachine('vm1', 'net1', {
      network: {
        interfaces: [{ network: 'net1', ip: '10.20.2.5' }],
        mycelium: { network: 'net2', hex_seed: '000002000005' },
      },
    }),
    'could not set up tap device: resource not found: ',
  ],
])('a light machine with %s fails', async (_, vm, said) => {
  expect((await outcome([vm], { light: true })).vm1).toContain(said)
})

const fullFlist = 'https://hub.grid.tf/tf-official-vms/ubuntu-22.04.flist'
const full = (...mounts: string[]) =>
  changedMachine({ flist: fullFlist, mounts: mounts.map((name) => ({ name, mountpoint: `/mnt/${name}` })) })

test.each<[string, Workload[], string]>([
  ['without a disk', [full()], 'at least one mount has to be attached for Vm mode'],
  ['from a folder', [full('d'), volume('d')], 'mount is not a valid disk workload'],
  ['from a disk that is not there', [full('d')], "no workload with name 'd': workload not found"],
  ['from a disk that failed', [full('d'), disk('d', gib(5000))], 'boot disk was not deployed correctly'],
  [
    'from a disk smaller than its image',
    [full('d'), disk('d', gib(1))],
    'failed to write image to disk: image size is bigger than disk',
  ],
  ['from a disk that is large enough', [full('d'), disk('d')], 'ok'],
])('a full machine that boots %s comes to: %s', async (_, workloads, said) => {
  expect((await outcome(workloads)).vm1).toBe(said)
})

const mounting = (name: string, mountpoint: string) => changedMachine({ mounts: [{ name, mountpoint }] })

test.each<[string, Workload[], string]>([
  [
    'a disk at /',
    [disk('d'), mounting('d', '/')],
    "machine configuration validation failed: validating disk /: mount target can't be /",
  ],
  [
    'a folder at /',
    [volume('d'), mounting('d', '/mnt/..')],
    "machine configuration validation failed: validating virtiofs /mnt/..: mount target can't be /",
  ],
  ['a disk that failed', [disk('d', gib(5000)), mounting('d', '/mnt')], "invalid disk 'd' state"],
  ['an address', [ip('d'), mounting('d', '/mnt')], "expecting a reservation of type 'zmount' or 'qsfs' for disk 'd'"],
  [
    'a disk, a folder and a qsfs',
    [
      disk('a'),
      volume('b'),
      qsfs('c'),
      changedMachine({ mounts: ['a', 'b', 'c'].map((name) => ({ name, mountpoint: `/${name}` })) }),
    ],
    'ok',
  ],
])('a machine that mounts %s comes to: %s', async (_, workloads, said) => {
  expect((await outcome(workloads)).vm1).toBe(said)
})

test('a machine needs a public address that is one and that is okay', async () => {
  const vm = joining({ public_ip: 'ip1' })
  expect((await outcome([ip('ip1'), vm])).vm1).toBe('ok')
  expect((await outcome([ip('ip1'), vm], {}, 0)).vm1).toBe(
    'could not get public ip config: public ip workload is not okay',
  )
  expect((await outcome([disk('ip1'), vm])).vm1).toBe(
    'could not get public ip config: workload for public IP is of wrong type',
  )
})

test('a card goes to one machine of whoever rents the node, and is free again when that is gone', async () => {
  const sole = new SoleNode({ cards: [card, { ...card, id: '0000:1e:00.0/1002/744c', contract: 7 }] })
  sole.isRented = true
  await sole.deploy([network('net1')])
  const vm = async (gpu: string[]) => sole.deploy([changedMachine({ gpu })])
  const said = async (gpu: string[]) => sole.states(await vm(gpu)).vm1
  const id = await vm([card.id])
  expect(sole.states(id).vm1).toBe('ok')
  expect(await said([card.id])).toBe("device '0000:0e:00.0' is already used by another workload")
  expect(await said(['0000:1e:00.0/1002/744c'])).toBe("device '0000:1e:00.0' is already used by another workload")
  expect(await said(['0000:2e:00.0/1/2'])).toBe(
    "failed to prepare requested gpu device(s): unknown GPU id '0000:2e:00.0/1/2'",
  )
  sole.cancel(id)
  expect(await said([card.id])).toBe('ok')
})

test('machines use memory up until they are gone', async () => {
  const half = gib(totals.mru / gib(1) / 2)
  const sole = new SoleNode()
  await sole.deploy([network('net1')])
  const id = await sole.deploy([machine('vm1', 'net1', [], half)])
  const usable = totals.mru - half - Math.floor(totals.mru / 10)
  expect(sole.states(await sole.deploy([machine('vm2', 'net1', [], half)])).vm2).toBe(
    `failed to satisfy required capacity: cannot fulfil required memory size ${half} bytes out of usable ${usable} bytes`,
  )
  sole.cancel(id)
  expect(sole.states(await sole.deploy([machine('vm3', 'net1', [], half)])).vm3).toBe('ok')
})

test('logs are sent off even when there is no machine to send them: the node forgets to refuse', async () => {
  expect(await outcome([machine('vm1', 'net1'), zlogs('logs', 'vm1')])).toEqual({ vm1: 'ok', logs: 'ok' })
  expect((await outcome([machine('vm1', 'net9'), zlogs('logs', 'vm1')])).logs).toBe('ok')
})
