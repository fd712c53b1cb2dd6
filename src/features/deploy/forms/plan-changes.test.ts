import { expect, test } from 'vitest'
import { bare, emptyPlan, newDeployment, placed, workloadAt, type Plan } from '#domain/plan/plan.ts'
import { references } from '#domain/plan/references.ts'
import { gib } from '#domain/units.ts'
import type { Workload } from '#domain/workloads/workload.ts'
import { backendTo, stoodIn, targets } from './backend-targets.ts'
import { bootingFrom, leavesWith, mounting, unmounting } from './beside.ts'
import { joining, type MachineWorkload } from './machine-view.ts'
import { named, workloadNameProblem } from './name.ts'
import { networkChoices, subnetOf } from './network-choices.ts'

const network = (name: string): Workload =>
  ({ ...bare(name), type: 'network', data: { ip_range: '10.20.0.0/16', subnet: '10.20.2.0/24' } }) as Workload
const machine = (name: string, mounts: string[]): Workload =>
  ({
    ...bare(name),
    type: 'zmachine',
    data: {
      mounts: mounts.map((one) => ({ name: one, mountpoint: `/mnt/${one}` })),
      network: {
        public_ip: 'ip1',
        planetary: true,
        interfaces: [{ network: 'net1', ip: '10.20.2.2' }],
        mycelium: { network: 'net1', hex_seed: '000002000002' },
      },
    },
  }) as unknown as Workload
const disk = (name: string): Workload => ({ ...bare(name), type: 'zmount', data: { size: gib(1) } })

const plan: Plan = {
  ...emptyPlan('shop', 'vm'),
  nodes: [
    {
      node: 42,
      deployments: [
        { deployment: newDeployment([network('net1')]) },
        {
          deployment: newDeployment([
            machine('vm1', ['disk1', 'shared']),
            machine('vm2', ['shared']),
            disk('disk1'),
            disk('shared'),
            { ...bare('ip1'), type: 'ip', data: { v4: true, v6: true } },
          ]),
        },
      ],
    },
    { node: 7, deployments: [{ deployment: newDeployment([network('net1')]) }] },
  ],
}
const vm1 = { node: 0, deployment: 1, workload: 0 }
const names = (of: Plan) => placed(of).map(({ workload }) => workload.name)

test('a network is renamed on all its nodes, and what joins it follows', () => {
  const next = named(plan, { node: 1, deployment: 0, workload: 0 }, 'lan')
  expect(names(next).filter((name) => name === 'lan')).toHaveLength(2)
  expect(references(next).filter(({ as }) => as === 'network')).toHaveLength(2)
})

test.each(['', 'disk1', 'net1', 'with space'])('“%s” is no name for a machine here, and changes nothing', (name) => {
  expect(workloadNameProblem(plan, vm1, name)).toBeDefined()
  expect(named(plan, vm1, name)).toBe(plan)
})

test('a disk goes with the only machine that mounts it; a shared one, and one that runs, stays', () => {
  expect(names(unmounting(plan, vm1, 0))).not.toContain('disk1')
  expect(names(unmounting(plan, vm1, 1))).toContain('shared')
  const [first, ...others] = plan.nodes
  const [net, ours] = first!.deployments
  const running = { deployment: { ...ours!.deployment, contract_id: 9 } }
  const update = { ...plan, nodes: [{ ...first!, deployments: [net!, running] }, ...others] }
  expect(leavesWith(update, vm1, 'disk1')).toBe(false)
})

test('a mount is added at a place of its own, and another disk can be booted from', () => {
  const mounts = (of: Plan) => (workloadAt(of, vm1) as MachineWorkload).data.mounts!.map(({ name }) => name)
  expect((workloadAt(mounting(plan, vm1, 'disk9'), vm1) as MachineWorkload).data.mounts!.at(-1)).toEqual({
    name: 'disk9',
    mountpoint: '/mnt/disk9',
  })
  expect(mounts(bootingFrom(plan, vm1, 1))).toEqual(['shared', 'disk1'])
})

test('in another network a machine gets other addresses', () => {
  const { network: joined } = (workloadAt(joining(plan, vm1, 'lan'), vm1) as MachineWorkload).data
  expect(joined).toMatchObject({
    public_ip: 'ip1',
    interfaces: [{ network: 'lan', ip: '' }],
    mycelium: { network: 'lan', hex_seed: '' },
  })
})

const facts = {
  networks: {
    data: [
      { name: 'old', members: [{ nodeId: 42, subnet: '10.9.2.0/24' }] },
      { name: 'far', members: [{ nodeId: 3 }] },
    ],
    error: null,
  },
} as never

test('a machine can join the networks of its node, those of the plan, and those that run', () => {
  expect(networkChoices(plan, vm1, facts).map(({ name }) => name)).toEqual([
    'net1, 10.20.2.0/24 here',
    'old, 10.9.2.0/24 here',
    'far, runs on node 3',
  ])
  expect(subnetOf(plan, vm1, facts, 'net1')).toBe('10.20.2.0/24')
  expect(subnetOf(plan, vm1, facts, 'old')).toBe('10.9.2.0/24')
  expect(subnetOf(plan, vm1, facts, 'far')).toBe('')
})

test('a gateway reaches a machine by every address that it has', () => {
  const ways = targets(plan).filter(({ words }) => words.startsWith('vm1'))
  expect(ways.map((way) => backendTo(way, 80, false))).toEqual([
    'http://[{vm1.mycelium_ip}]:80',
    'http://[{vm1.planetary_ip}]:80',
    'http://{ip1.ip}:80',
    'http://[{ip1.ip6}]:80',
    'http://{vm1.ip}:80',
  ])
  expect(ways.at(-1)!.network).toBe('net1')
  expect(stoodIn(backendTo(ways[0]!, 443, true))).toBe('[400::2]:443')
  expect(stoodIn('http://{ip1.ip}')).toBe('http://10.0.0.2')
})
