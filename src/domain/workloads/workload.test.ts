import { expect, test } from 'vitest'
import { none } from '#domain/capacity.ts'
import { bytes, gib, mib } from '#domain/units.ts'
import { coresProblem, memoryProblem, mountpointProblem, rootSizeProblem } from './machine.ts'
import {
  capacity,
  isUpdatable,
  isWorkloadType,
  publicIps,
  type DataOf,
  type Workload,
  type WorkloadType,
} from './workload.ts'
import { sizeProblem } from './zmount.ts'

const workload = <T extends WorkloadType>(type: T, data: unknown): Workload =>
  ({ version: 0, name: 'it', type, data: data as DataOf[T], metadata: '', description: '' }) as Workload

const machine = { size: 0, compute_capacity: { cpu: 4, memory: gib(8) } }

test.each([
  ['zmachine', machine, { ...none, cru: 4, mru: gib(8), sru: gib(2) }],
  ['zmachine-light', { ...machine, size: gib(20) }, { ...none, cru: 4, mru: gib(8), sru: gib(20) }],
  ['zmount', { size: gib(10) }, { ...none, sru: gib(10) }],
  ['volume', { size: 1024n }, { ...none, sru: bytes(1024) }],
  ['zdb', { size: gib(10) }, { ...none, hru: gib(10) }],
  ['qsfs', { cache: gib(3) }, { ...none, cru: 1, mru: gib(1), sru: gib(3) }],
  ['network', {}, none],
  ['network-light', {}, none],
  ['ip', { v4: true }, none],
  ['ipv4', {}, none],
  ['zlogs', {}, none],
  ['gateway-name-proxy', {}, none],
  ['gateway-fqdn-proxy', {}, none],
] as const)('what a %s takes', (type, data, taken) => expect(capacity(workload(type, data))).toEqual(taken))

test('an IPv4 is reserved for each address that asks for one', () => {
  const ip = (v4: boolean) => workload('ip', { v4, v6: true })
  expect(publicIps([ip(true), ip(false), workload('ipv4', {}), workload('zmount', { size: 1 })])).toBe(2)
})

test('disks, databases, file systems and networks change while they run; machines, addresses and gateways do not', () => {
  expect(
    ['zmount', 'volume', 'zdb', 'qsfs', 'network', 'network-light'].filter(isWorkloadType).every(isUpdatable),
  ).toBe(true)
  const others = ['zmachine', 'zmachine-light', 'ip', 'ipv4', 'zlogs', 'gateway-name-proxy', 'gateway-fqdn-proxy']
  expect(others.filter(isWorkloadType).some(isUpdatable)).toBe(false)
})

test.each([
  [coresProblem(1), undefined],
  [coresProblem(255), undefined],
  [coresProblem(0), 'at least one core'],
  [coresProblem(1.5), 'whole number'],
  [coresProblem(-1), 'whole number'],
  [coresProblem(256), '1 to 255'],
  [coresProblem(NaN), 'whole number'],
  [memoryProblem(mib(250)), undefined],
  [memoryProblem(mib(249)), '250 MiB'],
  [memoryProblem(NaN), '250 MiB'],
  [rootSizeProblem(0, 1, gib(1)), undefined],
  [rootSizeProblem(mib(500), 1, gib(1)), undefined],
  [rootSizeProblem(mib(499), 1, gib(1)), '500 MiB'],
  [rootSizeProblem(gib(1), 8, gib(1)), '2 GiB'],
  [rootSizeProblem(-1, 1, gib(1)), '500 MiB'],
  [rootSizeProblem(NaN, NaN, NaN), '2 GiB'],
  [sizeProblem(1), undefined],
  [sizeProblem(0), 'a size'],
  [sizeProblem(-5), 'a size'],
  [mountpointProblem('/mnt/data'), undefined],
  [mountpointProblem('/a/../b'), undefined],
  [mountpointProblem('data'), 'Begin with /'],
  [mountpointProblem(''), 'Begin with /'],
  [mountpointProblem('/'), 'below it'],
  [mountpointProblem('//.'), 'below it'],
  [mountpointProblem('/a/..'), 'below it'],
])('a form’s rule, case %#', (problem, words) => {
  if (words === undefined) expect(problem).toBeUndefined()
  else expect(problem?.words).toContain(words)
})
