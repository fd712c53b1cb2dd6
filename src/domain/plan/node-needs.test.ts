import { expect, test } from 'vitest'
import type { Node } from '#domain/node.ts'
import { someNode } from '#domain/some-node.ts'
import { bytes, gib } from '#domain/units.ts'
import { addNew } from './new-workload.ts'
import { needsOf, nodeProblems } from './node-needs.ts'
import { emptyPlan, type Plan } from './plan.ts'

const chance = { bytes: (length: number) => new Uint8Array(length), number: () => 0 }
const add = (plan: Plan, type: Parameters<typeof addNew>[2]) => addNew(plan, 0, type, undefined, chance).plan
const full = 'zmount network zdb zmachine volume ip gateway-name-proxy gateway-fqdn-proxy qsfs zlogs'.split(' ')
const light = 'zmachine-light network-light zdb zmount volume qsfs zlogs'.split(' ')

const node = (over: Partial<Node> = {}): Node => ({
  ...someNode,
  total: { cru: 8, mru: gib(32), sru: gib(500), hru: gib(1000) },
  used: { cru: 0, mru: gib(2), sru: gib(100), hru: bytes(0) },
  features: full,
  freeFarmIps: 1,
  ...over,
})

const machine = (['zmachine', 'zmount', 'ip'] as const).reduce(add, emptyPlan('web', 'vm'))
const gateway = add(emptyPlan('shop', 'vm'), 'gateway-name-proxy')

test('a part needs the sum of what is in it', () => {
  const { capacity, publicIps, types } = needsOf(machine, 0)
  expect({ cru: capacity.cru, mru: capacity.mru, publicIps }).toEqual({ cru: 1, mru: gib(2), publicIps: 1 })
  expect(capacity.sru).toBeGreaterThan(gib(10))
  expect(types).toEqual(['network', 'zmachine', 'zmount', 'ip'])
})

test.each<[string, Plan, Partial<Node>, string[]]>([
  ['fits', machine, {}, []],
  ['fits where the twin rents it', machine, { inDedicatedFarm: true, rentedByTwinId: 5 }, []],
  ['is let whole', machine, { inDedicatedFarm: true }, ['It is only let whole: rent it first']],
  ['is asleep', machine, { status: 'standby' }, ['It is asleep; its farmer has to wake it first']],
  ['is light', add(emptyPlan('web', 'vm'), 'zmachine'), { features: light }, []],
  ['is light, with a public IP', machine, { features: light }, ['ZOS light gives no public addresses']],
  [
    'is small',
    machine,
    { total: { cru: 0, mru: gib(3), sru: gib(104), hru: gib(0) } },
    ['1 GiB of memory is free', '4 GiB of SSD is free', 'It has 0 cores'],
  ],
  ['has no addresses', machine, { freeFarmIps: 0 }, ['Its farm has no free public IPs']],
  ['is no gateway', gateway, {}, ['It has no domain for gateways']],
])('a node that %s says so', (_, plan, over, problems) => {
  expect(nodeProblems(node(over), needsOf(plan, 0), 5)).toEqual(problems)
})
