import { expect, test } from 'vitest'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { failuresOf, isRunning } from '#domain/deployment/run.ts'
import { begin } from '#domain/deployment/run-begin.ts'
import { bare, newDeployment } from '#domain/plan/plan.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { gib } from '#domain/units.ts'
import type { Fault } from '#protocols/fault.ts'
import { RunDriver } from './run-driver.ts'
import { FakeGrid } from './run-fake-world.ts'
import type { RunRecord } from './run-record.ts'
import type { World } from './run-world.ts'

const disk = (name: string, size: number, version: number): Workload => ({
  ...bare(name),
  version,
  type: 'zmount',
  data: { size: gib(size) },
})
const held = { ...newDeployment([disk('disk1', 10, 0), disk('beside', 10, 0)]), twin_id: 1, contract_id: 5 }
/** Grows a disk, adds another, and leaves a third alone. */
const grown = { ...held, version: 1, workloads: [disk('disk1', 20, 1), disk('beside', 10, 0), disk('disk2', 5, 1)] }
const plan: Planned[] = [{ node: { id: 7, twinId: 107 }, deployment: grown, contractData: '', previous: held }]

function newGrid(): FakeGrid {
  const grid = new FakeGrid(1)
  grid.hold(7, held)
  return grid
}
const newRecord = (): RunRecord => ({
  id: 'one',
  network: { id: 'local', chain: '', relay: '' },
  who: { by: 'key', address: '5F', name: '', type: 'sr25519', guard: 'browser' },
  run: begin({ name: 'web1', solution: 'vm', planned: plan, cancels: [], at: 0 }),
  planned: plan,
  calls: [],
  signed: [],
})

type Page = World & { steps: () => number }

/** A page that goes on with what the browser keeps, until nothing happens any more. */
async function act(grid: FakeGrid, world: Page, how: (one: RunDriver) => unknown): Promise<RunDriver> {
  const one = new RunDriver(structuredClone(grid.kept ?? newRecord()), world, () => undefined)
  void how(one)
  for (let still = 0, last = -1; still < 6; still = world.steps() === last ? still + 1 : 0) {
    last = world.steps()
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return one
}

/** As far as the failure, with a node that is well again by then. */
async function failed(...names: string[]): Promise<FakeGrid> {
  const grid = newGrid()
  for (const name of names) grid.broken.set(name, 'no space left')
  await act(grid, grid.page(), (one) => one.pump())
  grid.broken.clear()
  return grid
}

/** One contract, whose hash is what its node holds, and everything in it as it was wanted. */
function expectBalanced(grid: FakeGrid, version: number) {
  expect([...grid.contracts.keys()]).toEqual([5])
  const now = grid.nodes.get(5)!.deployment
  expect([now.version, grid.contracts.get(5)!.hash]).toEqual([version, hash({ ...now, contract_id: 5 })])
  const sizes = (all: readonly Workload[]) => all.map(({ name, data }) => [name, data]).sort()
  expect(sizes(now.workloads)).toEqual(sizes(grown.workloads))
  expect(now.workloads.find(({ name }) => name === 'beside')!.version).toBe(0)
}

test.each([
  ['left as it was is changed by the next version, for one signature', ['disk1'], 2, 2],
  ['never came up is taken away, then made anew', ['disk2'], 3, 3],
  ['failed in both ways comes up together', ['disk1', 'disk2'], 3, 3],
])('what a node %s', async (_, names, version, signatures) => {
  const grid = await failed(...names)
  expect(failuresOf(grid.kept!.run)).toMatchObject([{ at: 'workload', what: 'no space left' }])
  const { record } = await act(grid, grid.page(), (one) => one.retry())
  expect([failuresOf(record.run), isRunning(record.run)]).toEqual([[], true])
  expect(grid.signatures).toBe(signatures)
  expectBalanced(grid, version)
})

test.each(['before', 'after'] as const)(
  'a retry whose page dies %s any step is finished by another, and nothing of it is done twice',
  async (mode) => {
    const once = await failed('disk1', 'disk2')
    const whole = once.page()
    await act(once, whole, (one) => one.retry())
    expect(whole.steps()).toBeGreaterThan(15)
    for (let step = 1; step <= whole.steps(); step++) {
      const grid = await failed('disk1', 'disk2')
      await act(grid, grid.page(step, mode), (one) => one.retry())
      const { record } = await act(grid, grid.page(), (one) => one.resume())
      // The wish itself was not written down yet.
      if (!isRunning(record.run)) await act(grid, grid.page(), (one) => one.retry())
      expect([step, isRunning(grid.kept!.run), grid.blocks.size]).toEqual([step, true, 3])
      expectBalanced(grid, 3)
    }
  },
  60_000,
)

test('a retry that fails too is retried, and undone from the version that its node has', async () => {
  const grid = await failed('disk1')
  grid.broken.set('disk1', 'still no space')
  await act(grid, grid.page(), (one) => one.retry())
  expect(failuresOf(grid.kept!.run)).toMatchObject([{ what: 'still no space' }])
  await act(grid, grid.page(), (one) => one.retry())
  grid.broken.clear()
  const { record } = await act(grid, grid.page(), (one) => one.undo())
  expect(record.run.undoneAt).toBeDefined()
  const now = grid.nodes.get(5)!.deployment
  expect([now.version, now.workloads.map(({ name }) => name)]).toEqual([4, ['beside', 'disk1']])
  expect(grid.contracts.get(5)!.hash).toBe(hash({ ...now, contract_id: 5 }))
})

const refused = (where: string, reason: string): Fault => ({ kind: 'refused', where, reason })

test('a retry that the chain refuses is signed anew by the next, and stays one further version', async () => {
  const grid = await failed('disk1')
  grid.faults = [{ step: 'submit', fault: refused('TFChain', 'TwinNotExists'), done: false }]
  const { record } = await act(grid, grid.page(), (one) => one.retry())
  expect(failuresOf(record.run)).toMatchObject([{ at: 'chain' }])
  await act(grid, grid.page(), (one) => one.retry())
  expectBalanced(grid, 2)
})

test('an update that its node refused is sent again by a retry, and nothing more is signed', async () => {
  const grid = newGrid()
  grid.faults = [{ step: 'update', fault: refused('Node 7', 'user with twin id 1 is not verified'), done: false }]
  await act(grid, grid.page(), (one) => one.pump())
  expect(failuresOf(grid.kept!.run)).toMatchObject([{ at: 'send' }])
  await act(grid, grid.page(), (one) => one.retry())
  expect(grid.blocks.size).toBe(1)
  expectBalanced(grid, 1)
})

test('an update that came too late for its node follows what the node holds by then', async () => {
  const grid = newGrid()
  const other: Deployment = { ...held, version: 4, workloads: [disk('disk1', 15, 4), disk('beside', 10, 0)] }
  grid.hold(7, other)
  await act(grid, grid.page(), (one) => one.pump())
  expect(failuresOf(grid.kept!.run)).toMatchObject([{ at: 'send' }])
  await act(grid, grid.page(), (one) => one.retry())
  expectBalanced(grid, 5)
})

test('a node that does not say what it holds leaves the retry for later', async () => {
  const grid = await failed('disk1')
  grid.faults = [{ step: 'held', fault: { kind: 'unreachable', where: 'Node 7' }, done: false }]
  const page = grid.page()
  const driver = await act(grid, page, () => undefined)
  await expect(driver.retry()).rejects.toThrow()
  expect(failuresOf(driver.record.run)).toMatchObject([{ at: 'workload' }])
  await act(grid, grid.page(), (one) => one.retry())
  expectBalanced(grid, 2)
})

test('a retry waits for the key, and goes on by itself once that is unlocked', async () => {
  const grid = await failed('disk1')
  grid.faults = [{ step: 'held', fault: { kind: 'locked', where: '5F' }, done: false }]
  const driver = await act(grid, grid.page(), (one) => one.retry())
  expect([driver.locked, grid.blocks.size]).toEqual([true, 1])
  driver.unlocked()
  await expect.poll(() => isRunning(driver.record.run), { interval: 5 }).toBe(true)
  expectBalanced(grid, 2)
})
