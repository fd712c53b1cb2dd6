import { expect, test } from 'vitest'
import type { Workload } from '#domain/deployment/deployment.ts'
import { bare, emptyPlan, newDeployment } from '#domain/plan/plan.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { gib } from '#domain/units.ts'
import { signatureWords, signLines } from './sign-words.ts'
import { whyNot } from './why-not.ts'

const disk = (name: string, size = gib(10)): Workload => ({ ...bare(name), type: 'zmount', data: { size } })
const ip: Workload = { ...bare('ip1'), type: 'ip', data: { v4: true, v6: false } }
const gateway = (backend: string): Workload => ({
  ...bare('web'),
  type: 'gateway-name-proxy',
  data: { name: 'shop', tls_passthrough: false, backends: [backend] },
})
const planned = (id: number, ...workloads: Workload[]): Planned => ({
  node: { id, twinId: id },
  deployment: newDeployment(workloads),
  contractData: '',
})

test('a signature is told by what it makes, where, and which names it keeps', () => {
  const plan = [planned(7, disk('disk1'), ip), planned(7, disk('disk2')), planned(12, gateway('http://10.0.0.2'))]
  expect(signLines(plan, ['shop']).map(({ title, detail }) => `${title}: ${detail}`)).toEqual([
    'Create 3 contracts: 2 on node 7 with 1 public IPv4, 1 on node 12; each is billed by the hour until it is cancelled',
    'Reserve the name shop: Yours as long as you pay for it',
    'Start 4 workloads: disk1, ip1, disk2, web',
  ])
})

test('an update is told by what its node does', () => {
  const before = { ...newDeployment([disk('disk1'), disk('disk2')]), contract_id: 40 }
  const next = {
    ...before,
    version: 1,
    workloads: [
      { ...disk('disk1', gib(20)), version: 1 },
      { ...disk('disk3'), version: 1 },
    ],
  }
  const update: Planned = { ...planned(7), deployment: next, previous: before }
  expect(signLines([update], [])).toEqual([
    { kind: 'updates', title: 'Update contract 40', detail: 'On node 7: remove disk2, change disk1, add disk3' },
  ])
})

test('a second signature is told, and what it waits for', () => {
  const plan = [planned(7, disk('vm1')), planned(7, gateway('http://[{vm1.planetary_ip}]:80'))]
  expect(signatureWords(plan, 1)).toBe('One signature pays for all of it.')
  expect(signatureWords(plan, 2)).toContain('It takes 2 signatures: where vm1 can be reached')
})

test('what keeps one from signing is named by its field and workload', () => {
  const plan = { ...emptyPlan('shop', 'vm'), nodes: [{ node: 7, deployments: [{ deployment: newDeployment([ip]) }] }] }
  const at = { node: 0, deployment: 0, workload: 0 }
  const failed = { id: 'a', state: 'fail' as const, words: 'No node is chosen' }
  const waiting = { id: 'b', state: 'wait' as const, words: 'Asking' }
  expect(whyNot(plan, [{ ...failed, at, field: 'network.interfaces.0.ip' }], false)).toBe(
    '1 check fails: private IPv4 of ip1',
  )
  expect(whyNot(plan, [failed, { ...failed, id: 'c' }], false)).toBe('2 checks fail: no node is chosen')
  expect(whyNot(plan, [waiting], false)).toBe('Some checks are still running')
  expect(whyNot(plan, [], true)).toBe('The price is not known yet')
  expect(whyNot(plan, [], false)).toBeUndefined()
  expect(whyNot(emptyPlan('shop', 'vm'), [], false)).toBe('There is nothing in it yet')
})
