import { expect, test } from 'vitest'
import { gib, mib } from '#domain/units.ts'
import type { Workload } from '#domain/deployment/deployment.ts'
import { hash } from '#domain/deployment/challenge.ts'
import { Faults } from '../../faults.ts'
import { Register } from '../../kyc/register.ts'
import { deploymentOf, disk, machine, network, signed } from '../../testbed.ts'
import { Usage } from '../../usage.ts'
import { makeWorld } from '../../world.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { SimulatedNode } from '../simulated-node.ts'

const { nodes, accounts, genesis } = await makeWorld({ seed: 5, farms: 2, nodes: 4, relayDomain: '127.0.0.1' })
const alice = await phraseSigner(accounts[0]!.mnemonic)
const twin = accounts[0]!.twin!

/** A node that takes alice's deployments; each gets a contract of its own, numbered from 1. */
function soleNode() {
  const hashes = new Map<number, string>()
  const contract = (id: number) => ({
    id,
    twinId: twin,
    state: 'Created' as const,
    createdAt: 0,
    detail: { kind: 'node' as const, nodeId: 1, hash: hashes.get(id)!, data: '', publicIps: 0 },
    solutionProviderId: null,
  })
  const chain = { twin: (id: number) => genesis.twins[id - 1], contract, contracts: () => [] }
  const register = new Register([alice.publicKey], () => false)
  const faults = new Faults(() => {})
  const node = new SimulatedNode(nodes[0]!, { chain, register, usage: new Usage(), faults, pace: 0 })
  const agree = async (contract_id: number, version: number, workloads: Workload[]) => {
    const deployment = { ...deploymentOf(twin, ...workloads), version }
    hashes.set(contract_id, hash(deployment))
    return { ...(await signed(deployment, alice)), contract_id }
  }
  return { node, agree }
}

/** What becomes of the last of `deployments` on a node of its own, workload by workload. */
async function outcome(...deployments: Workload[][]) {
  const { node, agree } = soleNode()
  for (const [i, workloads] of deployments.entries()) node.deploy(await agree(i + 1, 0, workloads), twin)
  const last = () => [...node.deployments.find(deployments.length)!.workloads.values()]
  await expect.poll(() => last().every(({ result }) => result.state !== 'init'), { interval: 5 }).toBe(true)
  return Object.fromEntries(last().map(({ name, result }) => [name, result.message || result.state]))
}

const withData = (change: object): Workload<'zmachine'> => {
  const vm = machine('vm1', 'net1')
  return { ...vm, data: { ...vm.data, ...change } }
}
const joining = (change: object) => withData({ network: { ...machine('vm1', 'net1').data.network, ...change } })
const { cru, mru } = nodes[0]!.chain.resources

test.each<[string, Workload, string]>([
  [
    'more memory than is free',
    machine('vm1', 'net1', [], gib(4096)),
    `cannot fulfil required memory size ${gib(4096)} bytes out of usable`,
  ],
  [
    'more cores than there are',
    withData({ compute_capacity: { cru, cpu: cru + 1, memory: mib(300) } }),
    `invalid cpu must be between 1 and ${cru}`,
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
    'could not get network resource subnet',
  ],
  [
    'a mycelium seed of zeros',
    joining({ mycelium: { network: 'net1', hex_seed: '000000000000' } }),
    'could not set up tap device: invalid seed',
  ],
  [
    'a card without a rent',
    withData({ gpu: ['0000:0e:00.0/1002/744c'] }),
    'usage of GPU is not allowed unless node is rented',
  ],
  [
    'a disk that is not there',
    withData({ mounts: [{ name: 'disk9', mountpoint: '/mnt' }] }),
    "failed to get mount 'disk9' workload",
  ],
  [
    'a root disk that fits nowhere',
    withData({ size: 2 ** 50 }),
    'failed to create vm rootfs: not enough space left in pools of this type ssd',
  ],
])('a machine with %s fails', async (_, vm, said) => {
  expect((await outcome([network('net1')], [vm])).vm1).toContain(said)
})

test('a full machine needs a disk to boot from', async () => {
  const flist = 'https://hub.grid.tf/tf-official-vms/ubuntu-22.04.flist'
  expect((await outcome([network('net1')], [withData({ flist })])).vm1).toBe(
    'at least one mount has to be attached for Vm mode',
  )
})

test('a disk cannot be mounted at /', async () => {
  const vm = withData({ mounts: [{ name: 'disk1', mountpoint: '/' }] })
  expect((await outcome([network('net1')], [disk('disk1'), vm])).vm1).toBe("validating disk /: mount target can't be /")
})

test('two networks cannot listen on one port', async () => {
  expect((await outcome([network('net1')], [network('net2', '10.21.2.0/24')])).net2).toMatch(
    /^failed to create network resource for network \d+-2-net2: wireguard listen port already in use, pick another one$/,
  )
})

test('a network of the same name is refused at once', async () => {
  await expect(outcome([network('net1')], [network('net1')])).rejects.toThrow(
    "global workload with the same name 'net1' exists: conflict",
  )
})

test('machines use memory up', async () => {
  const half = gib(Math.floor(mru / 2 ** 30 / 2))
  expect(
    await outcome([network('net1')], [machine('vm1', 'net1', [], half)], [machine('vm2', 'net1', [], half)]),
  ).toEqual({
    vm2: expect.stringContaining('cannot fulfil required memory size'),
  })
})

test('an update grows a disk, adds and removes workloads; a disk never shrinks and a machine never changes', async () => {
  const { node, agree } = soleNode()
  const at = <W extends Workload>(version: number, workload: W): W => ({ ...workload, version })
  const told = () =>
    node.deployments.find(1)!.history.map(({ name, version, result }) => `${name} ${version} ${result.state}`)
  node.deploy(await agree(1, 0, [disk('a'), disk('b'), disk('c')]), twin)
  await expect.poll(told, { interval: 5 }).toContain('c 0 ok')
  node.update(await agree(1, 1, [at(1, disk('a', gib(20))), at(1, disk('b', gib(5))), at(1, disk('d'))]), twin)
  await expect.poll(told, { interval: 5 }).toContain('d 1 ok')
  expect(told()).toEqual(expect.arrayContaining(['c 0 deleted', 'a 1 ok', 'b 1 unchanged']))
  const { workloads } = node.deployments.find(1)!
  expect([...workloads.keys()].toSorted()).toEqual(['a', 'b', 'd'])
  expect(workloads.get('b')).toMatchObject({ version: 0, data: { size: gib(10) } })

  const wrong = await agree(1, 5, [disk('a')])
  expect(() => node.update(wrong, twin)).toThrow('expecting deployment version 2, got 5: upgrade validation error')
  node.deploy(await agree(2, 0, [machine('vm1', 'net1')]), twin)
  const changed = await agree(2, 1, [at(1, machine('vm1', 'net1'))])
  expect(() => node.update(changed, twin)).toThrow(
    "workload 'zmachine' does not support upgrade: upgrade validation error",
  )
})
