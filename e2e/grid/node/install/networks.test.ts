import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { disk, network } from '../../testbed.ts'
import { changedMachine, ip, ipv4, lightNetwork } from './samples.ts'
import { SoleNode, twin, type Wanted } from './sole-node.ts'

const states = async (workloads: Workload[], ips?: number, wanted: Wanted = {}) => {
  const sole = new SoleNode(wanted)
  return sole.states(await sole.deploy(workloads, ips))
}

test('networks of both kinds come up and say nothing', async () => {
  const full = new SoleNode()
  expect(full.result(await full.deploy([network('net1')]), 'net1')).toMatchObject({
    state: 'ok',
    message: '',
    data: null,
  })
  expect(full.node.host.wireguardPorts()).toEqual([3011])
  const light = new SoleNode({ light: true })
  const mycelium = { hex_key: '22'.repeat(32), peers: [] }
  const plain: Workload<'network-light'> = { ...lightNetwork('net1'), data: { subnet: '10.20.2.0/24', mycelium } }
  expect(light.result(await light.deploy([plain]), 'net1')).toMatchObject({ state: 'ok', data: null })
  expect(light.node.host.wireguardPorts()).toEqual([])
})

test('two networks cannot listen on one port, of either kind, but without WireGuard there is no port', async () => {
  const taken = (name: string) =>
    `failed to create network resource for network ${twin}-2-${name}: ` +
    'wireguard listen port already in use, pick another one: port 3011 is already in the set'
  const full = new SoleNode()
  await full.deploy([network('net1')])
  expect(full.states(await full.deploy([network('net2', '10.21.2.0/24')])).net2).toBe(taken('net2'))
  expect(full.states(await full.deploy([network('net3', '10.21.2.0/24', 3012)])).net3).toBe('ok')
  const light = new SoleNode({ light: true })
  await light.deploy([lightNetwork('net1')])
  expect(light.states(await light.deploy([lightNetwork('net2')])).net2).toBe(taken('net2'))
  const silent = lightNetwork('net3', { wireguard_private_key: '' })
  expect(light.states(await light.deploy([silent])).net3).toBe('ok')
})

test('the port of a network that is gone is free', async () => {
  const sole = new SoleNode()
  sole.cancel(await sole.deploy([network('net1')]))
  expect(sole.states(await sole.deploy([network('net2', '10.21.2.0/24')])).net2).toBe('ok')
})

test('a light network is an IPv4 network', async () => {
  expect(await states([lightNetwork('net1', { subnet: 'fd00::/64' })], 0, { light: true })).toEqual({
    net1: `failed to create network resource for network ${twin}-1-net1: private ip range must be IPv4 address`,
  })
})

test('a twin has one network of a name on a node: another is refused at once, and passed over in an update', async () => {
  const sole = new SoleNode()
  await sole.deploy([network('net1')])
  await expect(sole.deploy([network('net1')])).rejects.toThrow(
    "global workload with the same name 'net1' exists: conflict",
  )
  const id = await sole.deploy([disk('d')])
  await sole.update(id, [disk('d'), { ...network('net1'), version: 1 }])
  expect(sole.states(id)).toEqual({ d: 'ok' })
})

test('addresses are those that the farm holds for the contract, each for one workload', async () => {
  const sole = new SoleNode()
  await sole.deploy([ip('other')])
  const id = await sole.deploy([ip('a'), ipv4('b'), ip('both', true, true), ip('six', false, true)])
  const slaac = expect.stringMatching(/^3ffe:0:1:0:[0-9a-f:]*ff:fe[0-9a-f:]*\/64$/)
  const data = (name: string) => sole.result(id, name).data
  const v4 = [data('a'), data('b'), data('both')] as { ip: string }[]
  expect(v4.map((one) => one.ip).toSorted()).toEqual(['28.0.1.11/24', '28.0.1.12/24', '28.0.1.13/24'])
  expect(data('a')).toMatchObject({ ip6: '', gateway: '28.0.1.1' })
  expect(data('both')).toMatchObject({ ip6: slaac, gateway: '28.0.1.1' })
  expect(data('six')).toMatchObject({ ip: '', ip6: slaac, gateway: '' })
})

test('addresses that the contract does not hold are not given', async () => {
  expect(await states([ip('a')], 0)).toEqual({ a: 'required 1 ips while contract has 0 ip reserved' })
  // The node counts all of them, though only those with IPv4 must be reserved.
  expect((await states([ip('a'), ipv4('b'), ip('six', false, true)], 1)).a).toBe(
    'required 3 ips while contract has 1 ip reserved',
  )
  const sole = new SoleNode()
  const id = await sole.deploy([ip('a')], 0)
  expect(sole.result(id, 'a').data).toEqual({ ip: '', ip6: '', gateway: '' })
})

test('an address that the farm lists twice is given once', async () => {
  const sole = new SoleNode()
  const address = { ip: '28.0.1.10/24', gateway: '28.0.1.1', contractId: 1 }
  sole.farmIps.push(address, address)
  const id = await sole.deploy([ip('a'), ip('b')], 0)
  expect(sole.states(id)).toEqual({ a: 'ok', b: 'could not allocate public IP address to workload' })
})

test('a node without IPv6 gives none', async () => {
  expect(await states([ip('six', false, true)], 0, { hasIpv6: false })).toEqual({
    six: 'could not look up ipv6 prefix: no public ipv6 found',
  })
})

test('types of the other kind of node are not taken', async () => {
  const light = new SoleNode({ light: true })
  for (const workload of [network('net1'), changedMachine({}), ip('a'), ipv4('a')])
    await expect(light.deploy([workload])).rejects.toThrow(`invalid reservation type '${workload.type}'`)
  await expect(new SoleNode().deploy([lightNetwork('net1')])).rejects.toThrow(
    "invalid reservation type 'network-light'",
  )
})
