import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { gib } from '#domain/units.ts'
import { startGrid, type Grid } from '../grid.ts'
import { Citizen, disk, machine, network, quick, read } from '../testbed.ts'
import {
  fqdnGateway,
  ip,
  ipv4,
  joining,
  lightMachine,
  lightNetwork,
  nameGateway,
  qsfs,
  volume,
  zdb,
  zlogs,
} from './install/samples.ts'

type NodeRow = {
  nodeId: number
  features: string[]
  dedicated: boolean
  publicConfig: { domain: string; ipv4: string }
}

let grid: Grid
let alice: Citizen
let full: number

beforeAll(async () => {
  grid = await startGrid({ ...quick, nodes: 120 })
  full = grid.ready.sampleNodes[0]!
  alice = await Citizen.of(grid, 'alice')
})
afterAll(async () => {
  await alice.leave()
  await grid.stop()
})

const nodesWhere = async (filter: string): Promise<NodeRow[]> => read(grid, `/nodes?status=up&size=200&${filter}`)
const okay = (...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, expect.objectContaining({ state: 'ok' })]))

test('a full node runs all kinds of storage, a machine with an address, its logs and 0-dbs', async () => {
  await alice.deploy(full, network('net1'))
  const vm = joining({ public_ip: 'ip1', interfaces: [{ network: 'net1', ip: '10.20.2.7' }] })
  vm.data.mounts = ['d', 'v', 'q'].map((name) => ({ name, mountpoint: `/mnt/${name}` }))
  const workloads: Workload[] = [disk('d'), volume('v'), qsfs('q'), ip('ip1'), ipv4('ip2'), vm, zlogs('logs', 'vm1')]
  const { id, results } = await alice.deploy(full, ...workloads)
  expect(results).toEqual(okay('d', 'v', 'q', 'ip1', 'ip2', 'vm1', 'logs'))
  const held = [...grid.chain.farm(grid.chain.node(full)!.farmId)!.publicIps].filter((one) => one.contractId === id)
  expect([results.ip1!.data, results.ip2!.data]).toEqual(
    expect.arrayContaining(held.map(({ ip, gateway }) => expect.objectContaining({ ip, gateway, ip6: '' }))),
  )
  await alice.cancel(id)
})

test('an update grows a disk, adds one and removes a machine, on the chain and on the node', async () => {
  await alice.deploy(full, network('net2', '10.20.4.0/24', 3012))
  const vm = machine('vm1', 'net2', ['d'])
  vm.data.network.interfaces[0]!.ip = '10.20.4.5'
  const { id } = await alice.deploy(full, disk('d'), vm)
  const results = await alice.update(full, id, 1, { ...disk('d', gib(20)), version: 1 }, { ...volume('v'), version: 1 })
  expect(results).toEqual(okay('d', 'v'))
  await alice.cancel(id)
})

test('a node with an HDD runs a 0-db', async () => {
  const [node] = (await nodesWhere(`free_hru=${gib(20)}&features=zdb&available_for=${alice.twin}`)).filter(
    (one) => !one.dedicated,
  )
  const { id, results } = await alice.deploy(node!.nodeId, zdb('z'))
  expect(results.z).toMatchObject({ state: 'ok', data: { Namespace: `${alice.twin}-${id}-z`, Port: 9900 } })
})

test('a gateway serves a name while its contract lasts, and a domain that leads to it', async () => {
  const [gateway] = await nodesWhere(`domain=true&features=zmachine&available_for=${alice.twin}`)
  const { nodeId, publicConfig } = gateway!
  const nameContract = await alice.reserveName('web')
  const own = `${publicConfig.ipv4.split('/')[0]!.replaceAll('.', '-')}.sslip.io`
  const { id, results } = await alice.deploy(nodeId, nameGateway('web'), fqdnGateway('own', own))
  expect(results).toEqual(okay('web', 'own'))
  expect(results.web!.data).toEqual({ fqdn: `web.${publicConfig.domain}` })
  await alice.cancel(nameContract)
  await expect.poll(async () => Object.keys(await alice.settled(nodeId, id)), { timeout: 5000 }).toEqual(['own'])
})

test('a light node runs light networks and machines, and nothing of the other kind', async () => {
  const [light] = await nodesWhere(`features=zmachine-light&available_for=${alice.twin}`)
  await alice.deploy(light!.nodeId, lightNetwork('net1'))
  const { results } = await alice.deploy(light!.nodeId, lightMachine('vm1', 'net1'), disk('d'))
  expect(results).toEqual(okay('vm1', 'd'))
  await expect(alice.deploy(light!.nodeId, machine('vm2', 'net1'))).rejects.toMatchObject({
    fault: { reason: "invalid reservation type 'zmachine'" },
  })
})

test('a node that starts anew brings everything up again', async () => {
  const { id } = await alice.deploy(full, disk('d'), volume('v'))
  const changes = async () => (await alice.ask(full, 'zos.deployment.changes', { contract_id: id })) as Workload[]
  const before = (await changes()).length
  grid.node(full).reboot()
  await expect.poll(async () => (await changes()).length, { timeout: 5000 }).toBe(before + 1)
  expect(await alice.settled(full, id)).toEqual(okay('d', 'v'))
})

test('a contract that is not paid pauses what runs, and takes it away when its grace period is over', async () => {
  const bob = await Citizen.of(grid, 'bob')
  const { id } = await bob.deploy(full, disk('d'))
  await bob.spendAll()
  grid.chain.advance(3600)
  await grid.chain.billNow(id)
  await expect.poll(async () => (await bob.settled(full, id)).d!.state, { timeout: 5000 }).toBe('paused')
  for (let day = 0; day < 16; day++) grid.chain.advance(86_400)
  await grid.chain.billNow(id)
  await expect
    .poll(() => bob.ask(full, 'zos.deployment.get', { contract_id: id }).catch(String), { timeout: 5000 })
    .toContain('deployment not found')
  await bob.leave()
})
