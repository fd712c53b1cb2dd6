import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { hash } from '#domain/deployment/challenge.ts'
import { gib } from '#domain/units.ts'
import { awaited, filled, foreseen } from './awaited.ts'
import { addNode, addWorkload, chooseNode, cloneWorkload, freeName, removeNode, removeWorkload } from './edit.ts'
import { bare, emptyPlan, newDeployment, placed, readSpot, spotText, workloadAt, type Plan } from './plan.ts'
import { toPlanned } from './planned.ts'
import { dependants, references } from './references.ts'
import { renameWorkload } from './rename.ts'

const disk: Workload = { ...bare('disk1'), type: 'zmount', data: { size: gib(10) } }
const network: Workload<'network'> = {
  ...bare('net1'),
  type: 'network',
  data: {
    ip_range: '10.20.0.0/16',
    subnet: '10.20.2.0/24',
    wireguard_private_key: 'AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE=',
    wireguard_listen_port: 3011,
    peers: [],
    mycelium: { hex_key: '01'.repeat(32), peers: [] },
  },
}
const machine = (name = 'vm1'): Workload<'zmachine'> => ({
  ...bare(name),
  type: 'zmachine',
  data: {
    flist: 'https://hub.grid.tf/x.flist',
    network: {
      public_ip: 'ip1',
      planetary: false,
      interfaces: [{ network: 'net1', ip: '10.20.2.2' }],
      mycelium: { network: 'net1', hex_seed: '000002000002' },
    },
    size: 0,
    compute_capacity: { cpu: 1, memory: gib(2) },
    mounts: [{ name: 'disk1', mountpoint: '/data' }],
    entrypoint: '/sbin/zinit init',
    env: { SITE: 'https://{web.fqdn}', KEEP: '{a.b}' },
    gpu: [],
  },
})
const ip: Workload = { ...bare('ip1'), type: 'ip', data: { v4: true, v6: false } }
const logs: Workload = { ...bare('logs1'), type: 'zlogs', data: { zmachine: 'vm1', output: 'redis://host' } }
const web: Workload<'gateway-name-proxy'> = {
  ...bare('web'),
  type: 'gateway-name-proxy',
  data: { name: 'shop', tls_passthrough: false, backends: ['http://[{vm1.mycelium_ip}]:80'] },
}

const all = [network, disk, ip, machine(), logs]
const composed: Plan = (() => {
  const start = addNode(chooseNode(emptyPlan('shop', 'vm'), 0, 7), 12)
  const first = all.reduce((plan, workload) => addWorkload(plan, 0, workload).plan, start)
  return addWorkload(first, 1, web).plan
})()
const at = (name: string) => placed(composed).find(({ workload }) => workload.name === name)!.at
const drawn = (plan: Plan) =>
  references(plan).map(({ from, to, as }) => `${workloadAt(plan, from)!.name} → ${workloadAt(plan, to)!.name} (${as})`)

test('networks and gateways get contracts of their own, everything else on a node shares one', () => {
  const names = composed.nodes.map(({ deployments }) =>
    deployments.map(({ deployment }) => deployment.workloads.map(({ name }) => name).join(' ')),
  )
  expect(names).toEqual([['net1', 'disk1 ip1 vm1 logs1'], ['web']])
})

test('a spot is told in an address and read from it', () => {
  expect(readSpot(spotText(at('vm1')))).toEqual(at('vm1'))
  expect([readSpot(undefined), readSpot('1.2'), readSpot('a.b.c')]).toEqual([undefined, undefined, undefined])
})

test('a machine needs its disk, its address, its network and where its gateway will be; others need it', () => {
  expect(drawn(composed)).toEqual([
    'vm1 → disk1 (mount)',
    'vm1 → ip1 (public ip)',
    'vm1 → net1 (network)',
    'vm1 → web (address)',
    'logs1 → vm1 (logs)',
    'web → vm1 (backend)',
  ])
  expect(dependants(composed, at('vm1')).map(({ as }) => as)).toEqual(['logs', 'backend'])
})

test('a disk of another deployment is not what a mount means, nor a network of another node', () => {
  const moved = addWorkload(removeWorkload(composed, at('net1')), 1, network).plan
  expect(drawn(moved)).not.toContain('vm1 → net1 (network)')
})

test.each(['net1', 'disk1', 'ip1', 'vm1', 'web'])('%s is renamed, and all that name it follow', (name) => {
  const renamed = renameWorkload(composed, at(name), 'other')
  expect(drawn(renamed)).toEqual(drawn(composed).map((line) => line.replaceAll(name, 'other')))
  expect(JSON.stringify(renamed)).not.toMatch(new RegExp(`"${name}"|\\{${name}\\.`))
})

test('a network’s new name is also that of the machine’s mycelium, however it is spelt', () => {
  const go = {
    ...composed,
    nodes: JSON.parse(
      JSON.stringify(composed.nodes).replace('"network":"net1","hex_seed', '"Network":"net1","hex_seed'),
    ) as Plan['nodes'],
  }
  expect(JSON.stringify(renameWorkload(go, at('net1'), 'other'))).toContain('"Network":"other"')
})

test('the last workload of a contract takes the contract along', () => {
  const less = removeWorkload(composed, at('net1'))
  expect(less.nodes[0]!.deployments).toHaveLength(1)
  expect(removeNode(less, 0).nodes).toHaveLength(1)
})

test('an update that loses its last workload stays, since its node has to be told', () => {
  const plan: Plan = {
    ...composed,
    nodes: [{ node: 7, deployments: [{ deployment: { ...newDeployment([disk]), contract_id: 5, version: 1 } }] }],
  }
  expect(removeWorkload(plan, { node: 0, deployment: 0, workload: 0 }).nodes[0]!.deployments).toHaveLength(1)
})

test('a copy stands beside what it was copied from, under the next free name', () => {
  const { plan, at: copy } = cloneWorkload(composed, at('vm1'))
  expect(workloadAt(plan, copy)).toMatchObject({ name: 'vm2', type: 'zmachine' })
  expect(copy.deployment).toBe(at('vm1').deployment)
  expect([freeName(plan, 'vm1'), freeName(plan, 'db')]).toEqual(['vm3', 'db1'])
})

const nodeOf = (id: number) => ({ twinId: id * 10, domain: id === 12 ? 'gent01.grid.tf' : '' })

test('a plan is signed in the order networks, machines, gateways, with what can be foreseen in it', () => {
  const planned = toPlanned(composed, 9, nodeOf)
  expect(planned.map(({ node, contractData }) => [node.id, node.twinId, contractData])).toEqual([
    [7, 70, '{"version":3,"type":"network","name":"net1","projectName":"vm/shop"}'],
    [7, 70, '{"version":3,"type":"vm","name":"shop","projectName":"vm/shop"}'],
    [12, 120, '{"version":3,"type":"gateway","name":"web","projectName":"vm/shop"}'],
  ])
  const [, vm, gateway] = planned
  expect(vm!.deployment).toMatchObject({
    twin_id: 9,
    signature_requirement: { requests: [{ twin_id: 9, required: false, weight: 1 }] },
  })
  expect(JSON.stringify(vm)).toContain('"SITE":"https://shop.gent01.grid.tf","KEEP":"{a.b}"')
  expect(gateway!.deployment.workloads[0]!.data).toMatchObject({
    backends: [expect.stringMatching(/^http:\/\/\[[45].*\]:80$/)],
  })
  expect(new Set(planned.map(({ deployment }) => hash(deployment))).size).toBe(3)
})

test('a part without a node cannot be signed', () => {
  expect(() => toPlanned(chooseNode(composed, 0, null), 9, nodeOf)).toThrow('no node is chosen')
})

const backend = { address: '{db1.address}', namespace: '{db1.Namespace}', password: 'p' }
const qsfs: Workload<'qsfs'> = {
  ...bare('fs'),
  type: 'qsfs',
  data: {
    cache: gib(1),
    config: {
      minimal_shards: 1,
      expected_shards: 1,
      redundant_groups: 0,
      redundant_nodes: 0,
      max_zdb_data_dir_size: 32,
      encryption: { algorithm: 'AES', key: '' },
      meta: { type: 'zdb', config: { prefix: 'p', encryption: { algorithm: 'AES', key: '' }, backends: [backend] } },
      groups: [{ backends: [backend] }],
      compression: { algorithm: 'snappy' },
    },
  },
}

test.each<[string, string[] | null, string]>([
  ['yggdrasil first', ['2a10::1', '300:1::2', '5ab:1::3'], '[300:1::2]:9900'],
  ['mycelium where there is no yggdrasil', ['2001:db8::1', '5ab:1::3'], '[5ab:1::3]:9900'],
  ['whatever there is', ['2a10::1'], '[2a10::1]:9900'],
  ['nothing while there is none', null, '{db1.address}'],
])('a file system gets the address of its database: %s', (_, IPs, address) => {
  expect(awaited(qsfs)).toEqual(['db1'])
  const results = new Map([['db1', { Namespace: '9-1-db1', IPs, Port: 9900 }]])
  const [made] = filled(newDeployment([qsfs]), results).workloads as [typeof qsfs]
  const expected = { address, namespace: '9-1-db1', password: 'p' }
  expect(made.data.config.groups).toEqual([{ backends: [expected] }])
  expect(made.data.config.meta.config.backends).toEqual([expected])
})

test('a public address is told without its mask, and is not foreseen', () => {
  const gateway = { ...web, data: { ...web.data, backends: ['http://{ip1.ip}:80'] } }
  expect(awaited(gateway)).toEqual(['ip1'])
  expect(foreseen(composed, () => '').has('ip1')).toBe(false)
  const [made] = filled(newDeployment([gateway]), new Map([['ip1', { ip: '185.1.2.3/24' }]])).workloads
  expect(made!.data).toMatchObject({ backends: ['http://185.1.2.3:80'] })
})
