import { expect, test } from 'vitest'
import { bare, newDeployment } from '#domain/plan/plan.ts'
import { gib } from '#domain/units.ts'
import type { Deployment, Workload } from './deployment.ts'
import { upgrade, upgradeProblem } from './upgrade.ts'

const disk = (name: string, version = 0, size = 10): Workload => ({
  ...bare(name),
  version,
  type: 'zmount',
  data: { size: gib(size) },
})
const ip = (name: string, version = 0): Workload => ({
  ...bare(name),
  version,
  type: 'ip',
  data: { v4: true, v6: false },
})
const held = { version: 1, workloads: [disk('a'), disk('b', 1), ip('c')] }
const next = (workloads: Workload[], version = 2): Deployment => ({
  ...newDeployment(workloads),
  version,
  contract_id: 5,
})

// The words are those of zosbase pkg/gridtypes/deployment.go Upgrade and pkg/provision/engine.go Update.
test.each<[string, Deployment, string | undefined]>([
  ['it grows a disk, adds one and drops the rest', next([disk('a', 2, 20), disk('d', 2)]), undefined],
  ['it changes nothing', next(held.workloads), undefined],
  ['its version is not the next', next(held.workloads, 3), 'expecting deployment version 2, got 3'],
  ['its version is the same', next(held.workloads, 1), 'expecting deployment version 2, got 1'],
  ['a new one has an old version', next([disk('d', 1)]), "invalid version number for workload 'd' expected '2'"],
  ['a name comes back as another type', next([ip('a', 2)]), "cannot change workload type 'a'"],
  ['an address would change in place', next([ip('c', 2)]), "workload 'ip' does not support upgrade"],
])('a node on an update where %s', (_, deployment, said) =>
  expect(upgradeProblem(held, deployment)).toBe(said && `${said}: upgrade validation error`),
)

test('what is missing goes, what is new comes, and only what carries the new version changes', () => {
  const { removals, additions, changes } = upgrade(held, next([disk('a', 2, 20), disk('b', 1, 99), disk('d', 2)]))
  const names = (list: readonly Workload[]) => list.map(({ name }) => name)
  expect([names(removals), names(additions), names(changes)]).toEqual([['c'], ['d'], ['a']])
})
