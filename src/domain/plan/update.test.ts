import { describe, expect, test } from 'vitest'
import type { NodeContract } from '#domain/deployed.ts'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import vectors from '#domain/deployment/deployments.vectors.json' with { type: 'json' }
import { gib } from '#domain/units.ts'
import type { PlanDeployment } from './plan.ts'
import { toPlanned } from './planned.ts'
import { isUnchanged, planOfRunning, versioned, withoutResult } from './update.ts'
import golden from './update.golden.json' with { type: 'json' }

const contract = (id: number, nodeId = 7, text = '{"version":3}'): NodeContract => ({
  id,
  twinId: 9,
  state: 'Created',
  createdAt: 0,
  kind: 'node',
  nodeId,
  hash: '',
  text,
  data: { type: 'vm', name: 'web', projectName: 'vm/web' },
  publicIps: 0,
})

/** As its node tells it: workloads in no order and with results, the expiration gone. */
const told = (deployment: Deployment): Deployment => ({
  ...deployment,
  expiration: 0,
  workloads: deployment.workloads
    .map((one) => ({ ...one, result: { created: 1, state: 'ok', message: '', data: null } }) as Workload)
    .toReversed(),
})

const nextOf = (deployment: Deployment) =>
  planOfRunning([contract(5)], new Map([[5, deployment]]), 'web', 'vm').nodes[0]!.deployments[0]!

test('a plan of what runs has each contract on its node, with the text that it carries, byte for byte', () => {
  const text = '{ "version": 3,"type":"vm",\n "odd":1}'
  const held = new Map([5, 6, 7].map((id) => [id, { ...golden.typescript, contract_id: id } as Deployment]))
  const plan = planOfRunning([contract(5), contract(6, 8, text), contract(7), contract(8)], held, 'web', 'vm')
  expect(plan).toMatchObject({ name: 'web', solution: 'vm' })
  expect(
    plan.nodes.map(({ node, deployments }) => [node, deployments.map((one) => one.deployment.contract_id)]),
  ).toEqual([
    [7, [5, 7]],
    [8, [6]],
  ])
  expect(plan.nodes[1]!.deployments[0]!.contract_data).toBe(text)
})

describe.each(Object.entries(golden) as unknown as [string, Deployment][])('what %s wrote', (_, held) => {
  test('is kept whole, whatever its members, and only the version is another', () => {
    const { deployment } = nextOf(told(held))
    const { workloads, version, signature_requirement, expiration, ...rest } = deployment
    expect(rest).toEqual({
      twin_id: held.twin_id,
      contract_id: held.contract_id,
      metadata: held.metadata,
      description: held.description,
    })
    expect(version).toBe(held.version + 1)
    expect(expiration).toBe(0)
    expect(signature_requirement).toEqual({ ...held.signature_requirement, signatures: [] })
    expect(workloads).toHaveLength(held.workloads.length)
    for (const workload of held.workloads)
      expect(workloads.find(({ name }) => name === workload.name)).toEqual(withoutResult(workload))
  })

  test('changes nothing by itself, and a disk more is all that is new', () => {
    const { deployment } = nextOf(told(held))
    expect(isUnchanged(deployment, held)).toBe(true)
    const disk: Workload = {
      name: 'more',
      type: 'zmount',
      version: 0,
      metadata: '',
      description: '',
      data: { size: gib(9) },
    }
    const next = versioned({ ...deployment, workloads: [...deployment.workloads, disk] }, held)
    expect(isUnchanged(next, held)).toBe(false)
    for (const { name, version } of next.workloads)
      expect(version).toBe(held.workloads.find((one) => one.name === name)?.version ?? held.version + 1)
  })
})

test('the hash does not depend on the order in which a node tells its workloads', () => {
  for (const { deployment } of vectors as unknown as { deployment: Deployment }[]) {
    const workloads = deployment.workloads ?? []
    const forward = nextOf({ ...deployment, workloads }).deployment
    const back = nextOf({ ...deployment, workloads: workloads.toReversed() }).deployment
    expect(hash(back)).toBe(hash(forward))
  }
})

const zdb = (data: object): Workload => ({
  name: 'db1',
  type: 'zdb',
  version: 2,
  metadata: '',
  description: '',
  data: { size: gib(10), mode: 'user', password: 'p', public: false, ...data },
})
const holding = (...workloads: Workload[]): Deployment => ({
  ...(golden.go as unknown as Deployment),
  version: 4,
  workloads,
})

test.each<[string, object, number]>([
  ['the same', {}, 2],
  ['members that nodes do not know', { __type: 'x' }, 2],
  ['another password', { password: 'q' }, 5],
  ['a larger size', { size: gib(20) }, 5],
])('a workload with %s has version', (_, data, version) => {
  expect(versioned(holding(zdb(data)), holding(zdb({}))).workloads[0]!.version).toBe(version)
})

test('what is as before is sent as it was written, even when a form read it its own way', () => {
  const before = zdb({ __type: 'ZdbModel' })
  const { public: _, ...read } = before.data as { public: boolean }
  const next = versioned(holding({ ...before, data: read } as Workload), holding(before))
  expect(next.workloads[0]!.data).toEqual(before.data)
})

test('of a plan only what changes is signed, each as the next version of what its node holds', () => {
  const held = new Map([
    [5, told(golden.typescript as unknown as Deployment)],
    [6, told({ ...(golden.go as unknown as Deployment), contract_id: 6 })],
  ])
  const plan = planOfRunning([contract(5), contract(6)], held, 'web', 'vm')
  const node = { twinId: 70, domain: '' }
  expect(toPlanned(plan, 9, () => node, held)).toEqual([])
  const removed = {
    ...plan,
    nodes: plan.nodes.map((one) => ({ ...one, deployments: one.deployments.map(withoutLogs) })),
  }
  expect(toPlanned(removed, 9, () => node, held)).toMatchObject([
    {
      node: { id: 7, twinId: 70 },
      contractData: '{"version":3}',
      deployment: { contract_id: 5, version: 2, workloads: [{ version: 0 }, { version: 0 }, { version: 1 }] },
      previous: { version: 1 },
    },
  ])
})

const withoutLogs = (one: PlanDeployment): PlanDeployment => ({
  ...one,
  deployment: { ...one.deployment, workloads: one.deployment.workloads.filter(({ type }) => type !== 'zlogs') },
})
