import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NodeContract } from '#domain/deployed.ts'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { toPlanned } from '#domain/plan/planned.ts'
import { withWorkload, placed, type Plan } from '#domain/plan/plan.ts'
import { planOfRunning } from '#domain/plan/update.ts'
import { operationsOf } from '#domain/plan/update-operations.ts'
import { recipesFor } from '#domain/plan/update-recipes.ts'
import { gib } from '#domain/units.ts'
import { submit } from '#protocols/chain/submit.ts'
import { startGrid, type Grid } from '../grid.ts'
import { Citizen, disk, machine, network, quick, signed } from '../testbed.ts'
import { volume, zdb } from './install/samples.ts'

let grid: Grid
let bob: Citizen
let node: number
beforeAll(async () => {
  grid = await startGrid(quick)
  bob = await Citizen.of(grid, 'bob')
  const answer = await fetch(`${grid.ready.gridproxy}/nodes?status=up&free_hru=${gib(100)}`)
  const withHdd = ((await answer.json()) as { nodeId: number }[]).map(({ nodeId }) => nodeId)
  node = grid.ready.sampleNodes.find((id) => withHdd.includes(id))!
})
afterAll(async () => {
  await bob.leave()
  await grid.stop()
})

const holds = async (contract_id: number) => (await bob.ask(node, 'zos.deployment.get', { contract_id })) as Deployment

const planOf = (id: number, held: Deployment): Plan =>
  planOfRunning([{ id, nodeId: node, text: '{"version":3}' } as NodeContract], new Map([[id, held]]), 'web', 'vm')

/** Signs and sends what a plan changes, and waits until its node has the version. */
async function update(id: number, plan: Plan) {
  const before = await holds(id)
  const [planned] = toPlanned(plan, bob.twin, () => ({ twinId: 0, domain: '' }), new Map([[id, before]]))
  const { deployment, contractData: data } = planned!
  await submit(bob.api, bob.signer, [{ call: 'update-node-contract', contractId: id, hash: hash(deployment), data }])
  await bob.ask(node, 'zos.deployment.update', await signed(deployment, bob.signer))
  const settled = async () => {
    const past = (await bob.ask(node, 'zos.deployment.changes', { contract_id: id })) as Required<Workload>[]
    return deployment.workloads
      .filter(({ version }) => version === deployment.version)
      .every(({ name }) =>
        past.some((one) => one.name === name && one.version === deployment.version && one.result.state === 'ok'),
      )
  }
  await expect.poll(settled, { timeout: 10_000, interval: 50 }).toBe(true)
  return holds(id)
}

const change = (plan: Plan, name: string, data: object) => {
  const { at } = placed(plan).find(({ workload }) => workload.name === name)!
  return withWorkload(plan, at, (one) => ({ ...one, data: { ...one.data, ...data } }) as Workload)
}

test.each<[string, Workload, object]>([
  ['a disk that grows', disk('w'), { size: gib(20) }],
  ['a volume that grows', volume('w'), { size: gib(20) }],
  ['a database that grows', zdb('w'), { size: gib(20) }],
  ['a database with another password', zdb('w'), { password: 'another' }],
  ['a database that is public no more', zdb('w'), { public: false }],
  ['a network that listens elsewhere', network('w', '10.21.2.0/24', 4100), { wireguard_listen_port: 4200 }],
])('%s is planned so that its node takes it, though it tells workloads in no order', async (_, workload, data) => {
  const name = `w${Math.floor(performance.now())}`
  const { id } = await bob.deploy(node, { ...workload, name } as Workload, disk('beside'), volume('too'))
  const now = await update(id, change(planOf(id, await holds(id)), name, data))
  expect(now.version).toBe(1)
  const versions = Object.fromEntries(now.workloads.map((one) => [one.name, one.version]))
  expect(versions).toEqual({ [name]: 1, beside: 0, too: 0 })
  expect(now.workloads.find((one) => one.name === name)!.data).toMatchObject(data)
  expect(now.workloads.every(({ result }) => result!.state === 'ok')).toBe(true)
})

test('a mounted disk grows by each of its recipes and keeps what is on it', async () => {
  await bob.deploy(node, network('net1'))
  const { id } = await bob.deploy(node, disk('d'), machine('vm1', 'net1', ['d']))
  const before = await holds(id)
  const wanted = change(planOf(id, before), 'd', { size: gib(20) })
  const at = { node: 0, deployment: 0 }
  const [refused] = operationsOf(before, wanted.nodes[0]!.deployments[0]!.deployment)
  const [renamed] = recipesFor(wanted, at, before, refused!)
  const after = await update(id, renamed!.plan)
  expect(after.workloads.map(({ name, version }) => `${name} ${version}`).toSorted()).toEqual(['d 1', 'vm2 1'])

  const again = change(planOf(id, after), 'd', { size: gib(30) })
  const [second] = operationsOf(after, again.nodes[0]!.deployments[0]!.deployment)
  const kept = recipesFor(again, at, after, second!).find(({ id: recipe }) => recipe === 'two-steps')!
  await update(id, kept.plan)
  const last = await update(id, kept.after!)
  expect(last.workloads.map(({ name, version }) => `${name} ${version}`).toSorted()).toEqual(['d 2', 'vm2 3'])
  expect(last.workloads.every(({ result }) => result!.state === 'ok')).toBe(true)
})

test('sizes past 2^53 are signed again as the node holds them, to the last digit', async () => {
  const size = 2n ** 62n + 1n
  const { id, results } = await bob.deploy(node, disk('a', size), disk('d'))
  expect(results.a).toMatchObject({ state: 'error' })
  const before = await holds(id)
  const asSigned = before.workloads.toSorted((a, b) => a.name.localeCompare(b.name))
  expect(grid.chain.contract(id)).toMatchObject({ detail: { hash: hash({ ...before, workloads: asSigned }) } })
  const after = await update(id, change(planOf(id, before), 'd', { size: gib(20) }))
  expect(after.workloads.find(({ name }) => name === 'a')).toMatchObject({ version: 0, data: { size } })
})
