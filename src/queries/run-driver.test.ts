import { expect, test } from 'vitest'
import { failuresOf, isRunning, isUnclear, todo } from '#domain/deployment/run.ts'
import { begin } from '#domain/deployment/run-begin.ts'
import { hash } from '#domain/deployment/challenge.ts'
import type { Deployment, Workload } from '#domain/deployment/deployment.ts'
import { bare, newDeployment } from '#domain/plan/plan.ts'
import type { Planned } from '#domain/plan/planned.ts'
import { gib } from '#domain/units.ts'
import type { Fault } from '#protocols/fault.ts'
import { RunDriver } from './run-driver.ts'
import { FakeGrid } from './run-fake-world.ts'
import type { RunRecord } from './run-record.ts'
import type { World } from './run-world.ts'

const twinId = 1
const disk = (name: string, size = 10): Workload => ({ ...bare(name), type: 'zmount', data: { size: gib(size) } })
const shop = (backend: string): Workload => ({
  ...bare('shop'),
  type: 'gateway-name-proxy',
  data: { name: 'shop', tls_passthrough: false, backends: [backend] },
})
const planned = (nodeId: number, deployment: Deployment, previous?: Deployment): Planned => ({
  node: { id: nodeId, twinId: 100 + nodeId },
  deployment: { ...deployment, twin_id: twinId },
  contractData: '',
  ...(previous && { previous }),
})

const held = { ...newDeployment([disk('disk1')]), twin_id: twinId, contract_id: 5 }
const changed = { ...held, version: 1, workloads: [{ ...disk('disk1'), description: 'renewed', version: 1 }] }
/** Two signatures: a machine's disk and an update of another, then a gateway to what came up. */
const plan = [
  planned(7, newDeployment([disk('disk2')])),
  planned(12, changed, held),
  planned(12, newDeployment([shop('http://{disk2.ip}')])),
]

function newGrid(): FakeGrid {
  const grid = new FakeGrid(twinId)
  grid.hold(12, held)
  grid.contracts.set(3, { id: 3, twinId, hash: 'other', nodeId: 7 })
  return grid
}

const newRecord = (): RunRecord => ({
  id: 'one',
  network: { id: 'local', chain: '', relay: '' },
  who: { by: 'key', address: '5F', name: '', type: 'sr25519', guard: 'browser' },
  run: begin({ name: 'web1', solution: 'vm', planned: plan, cancels: [3], at: 0 }),
  planned: plan,
  calls: [],
  signed: [],
})

/** Lets a page act until nothing happens any more: it is over, waits for a person, or is dead. */
async function quiet(world: World & { steps: () => number }): Promise<void> {
  for (let still = 0, last = -1; still < 6; still = world.steps() === last ? still + 1 : 0) {
    last = world.steps()
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

async function act(
  driver: (world: World) => RunDriver,
  world: World & { steps: () => number },
  how: (one: RunDriver) => unknown,
) {
  const one = driver(world)
  void how(one)
  await quiet(world)
  return one
}

const fresh = (world: World) => new RunDriver(newRecord(), world, () => undefined)
const left = (grid: FakeGrid) => (world: World) =>
  new RunDriver(structuredClone(grid.kept ?? newRecord()), world, () => undefined)

/** Exactly what the plan wants, once: the contract that it ends is gone, its own are there, and nodes hold them. */
function expectBalanced(grid: FakeGrid) {
  const books = [...grid.contracts.values()].map(({ nodeId, name }) => name ?? nodeId).sort()
  expect(books).toEqual([12, 12, 7, 'shop'])
  expect(grid.blocks.size).toBe(2)
  expect([...grid.nodes.values()].map(({ deployment: { version } }) => version).sort()).toEqual([0, 0, 1])
  expect(grid.contracts.get(5)!.hash).toBe(hash(changed))
}

/** Everything as it was before the run, but for the contract that it ended. */
function expectUndone(grid: FakeGrid, version: number) {
  expect([...grid.contracts.keys()]).toEqual([5])
  const now = grid.nodes.get(5)!.deployment
  expect([now.version, now.workloads[0]!.description]).toEqual([version, ''])
  expect(grid.contracts.get(5)!.hash).toBe(hash({ ...now, contract_id: 5 }))
}

test('a plan of two rounds comes up with two signatures', async () => {
  const grid = newGrid()
  const { record } = await act(fresh, grid.page(), (one) => one.pump())
  expect([isRunning(record.run), todo(record.run)]).toEqual([true, []])
  expect(grid.signatures).toBe(2)
  expect(grid.nodes.get([...grid.nodes.keys()].at(-1)!)!.deployment.workloads[0]!.data).toMatchObject({
    backends: ['http://10.20.2.2'],
  })
  expectBalanced(grid)
})

test.each(['before', 'after'] as const)(
  'a page that dies %s any step at all leaves another one to finish, and nothing twice',
  async (mode) => {
    const whole = newGrid().page()
    await act(fresh, whole, (one) => one.pump())
    expect(whole.steps()).toBeGreaterThan(25)
    for (let step = 1; step <= whole.steps(); step++) {
      const grid = newGrid()
      await act(fresh, grid.page(step, mode), (one) => one.pump())
      const { record } = await act(left(grid), grid.page(), (one) => one.resume())
      expect([step, failuresOf(record.run), isRunning(record.run)]).toEqual([step, [], true])
      expectBalanced(grid)
    }
  },
  60_000,
)

test.each(['before', 'after'] as const)(
  'an undo whose page dies %s any step leaves nothing of the run, whoever finishes it',
  async (mode) => {
    const failed = async () => {
      const grid = newGrid()
      grid.broken.set('disk2', 'no space left')
      await act(fresh, grid.page(), (one) => one.pump())
      expect(failuresOf(grid.kept!.run)).toMatchObject([{ title: 'Node 7 could not start disk2' }])
      return grid
    }
    const once = await failed()
    const whole = once.page()
    await act(left(once), whole, (one) => one.undo())
    expectUndone(once, 2)
    for (let step = 1; step <= whole.steps(); step++) {
      const grid = await failed()
      await act(left(grid), grid.page(step, mode), (one) => one.undo())
      const page = grid.page()
      const { record } = await act(left(grid), page, (one) => one.resume())
      if (record.run.undoneAt === undefined) await act(left(grid), grid.page(), (one) => one.undo())
      expect([step, grid.kept!.run.undoneAt !== undefined]).toEqual([step, true])
      expectUndone(grid, 2)
    }
  },
  60_000,
)

test('what could not be started is made anew under another contract, and nothing of the first stays', async () => {
  const grid = newGrid()
  grid.broken.set('disk2', 'no space left')
  await act(fresh, grid.page(), (one) => one.pump())
  grid.broken.clear()
  const { record } = await act(left(grid), grid.page(), (one) => one.retry())
  expect(isRunning(record.run)).toBe(true)
  expect([...grid.contracts.values()].map(({ nodeId, name }) => name ?? nodeId).sort()).toEqual([12, 12, 7, 'shop'])
})

const silent: Fault = { kind: 'silent', where: 'Node 7', timeoutMs: 1 }
const gone: Fault = { kind: 'unreachable', where: 'Node 7' }
const times = (n: number, step: keyof World, fault: Fault, done = false) =>
  Array.from({ length: n }, () => ({ step, fault, done }))

test.each<[string, FakeGrid['faults']]>([
  ['a lost answer to a deployment that the node took', times(1, 'deploy', silent, true)],
  ['a lost answer to an update that the node took', times(1, 'update', silent, true)],
  ['a node that is away for a moment', times(3, 'deploy', gone)],
  ['twenty lost answers while it installs', times(20, 'changes', silent)],
  [
    'a pool that loses the transaction',
    times(2, 'submit', { kind: 'transaction', where: 'TFChain', hash: '', outcome: 'dropped' }),
  ],
  ['a chain that goes away after the signature', times(2, 'submit', { kind: 'unreachable', where: 'TFChain' })],
])('%s stops nothing and costs no second signature', async (_, faults) => {
  const grid = newGrid()
  grid.faults = faults
  const { record } = await act(fresh, grid.page(), (one) => one.pump())
  expect([failuresOf(record.run), isRunning(record.run)]).toEqual([[], true])
  expect(grid.signatures).toBe(2)
  expectBalanced(grid)
})

test('a node that stays away stops its own deployment only, and goes on by a retry', async () => {
  const grid = newGrid()
  grid.faults = [...times(4, 'update', gone), ...times(4, 'held', gone)]
  const driver = await act(fresh, grid.page(), (one) => one.pump())
  expect(failuresOf(driver.record.run)).toMatchObject([{ at: 'send', title: 'Node 7 cannot be reached' }])
  expect(driver.record.run.parts[0]!.settledAt).toBeDefined()
  const again = await act(left(grid), grid.page(), (one) => one.retry())
  expect(isRunning(again.record.run)).toBe(true)
  expectBalanced(grid)
})

test('an update that its node never took is undone on the chain alone', async () => {
  const grid = newGrid()
  grid.faults = times(4, 'update', gone)
  await act(fresh, grid.page(), (one) => one.pump())
  await act(left(grid), grid.page(), (one) => one.undo())
  expectUndone(grid, 0)
})

test('what the chain refuses costs nothing and is signed anew by a retry', async () => {
  const grid = newGrid()
  grid.faults = times(1, 'submit', { kind: 'refused', where: 'TFChain', reason: 'smartContractModule.NameExists' })
  const driver = await act(fresh, grid.page(), (one) => one.pump())
  expect(failuresOf(driver.record.run)).toMatchObject([{ at: 'chain' }])
  expect([grid.contracts.size, isUnclear(driver.record.run)]).toEqual([2, false])
  expect(isRunning((await act(left(grid), grid.page(), (one) => one.retry())).record.run)).toBe(true)
})

test('it waits for the key and goes on once that is unlocked', async () => {
  const grid = newGrid()
  grid.faults = times(1, 'changes', { kind: 'locked', where: '5F' })
  const world = grid.page()
  const driver = await act(fresh, world, (one) => one.pump())
  expect([driver.locked, isRunning(driver.record.run)]).toEqual([true, false])
  driver.unlocked()
  await quiet(world)
  expect(isRunning(driver.record.run)).toBe(true)
})

test('a wallet is not opened by a page that comes back: a person asks for the signature again', async () => {
  const grid = newGrid()
  await act(fresh, grid.page(3, 'before'), (one) => one.pump())
  grid.kept = { ...grid.kept!, who: { by: 'wallet', source: 'x', address: '5F', name: '', type: 'sr25519' } }
  const { record } = await act(left(grid), grid.page(), (one) => one.resume())
  expect([grid.signatures, failuresOf(record.run)]).toMatchObject([0, [{ title: 'Nothing was signed' }]])
})

test('a contract that ended elsewhere is told, and made again by a retry', async () => {
  const grid = newGrid()
  grid.faults = times(9, 'changes', silent)
  const world = grid.page()
  const driver = fresh(world)
  driver.pump()
  await expect.poll(() => driver.record.run.parts[0]!.acceptedAt, { interval: 1 }).toBeDefined()
  const { contractId } = driver.record.run.parts[0]!
  grid.contracts.delete(contractId!)
  grid.nodes.delete(contractId!)
  await quiet(world)
  expect(failuresOf(driver.record.run)).toMatchObject([{ at: 'gone', title: `Contract ${contractId} has ended` }])
  const again = await act(left(grid), grid.page(), (one) => one.retry())
  expect(isRunning(again.record.run)).toBe(true)
})

test('a name that the twin has already is neither paid for again nor given up by an undo', async () => {
  const grid = newGrid()
  grid.contracts.set(8, { id: 8, twinId, hash: '', name: 'shop' })
  await act(fresh, grid.page(), (one) => one.pump())
  expect([...grid.contracts.values()].filter(({ name }) => name === 'shop')).toHaveLength(1)
  await act(left(grid), grid.page(), (one) => one.undo())
  expect([...grid.contracts.keys()].sort()).toEqual([5, 8])
})

test('an environment goes to its machine as it is where it names nothing of the plan', async () => {
  const machine = {
    ...bare('vm1'),
    type: 'zmachine',
    data: { flist: '', size: 0, env: { PAGE: '{page.ip}' }, compute_capacity: { cpu: 1, memory: 0 }, mounts: [] },
  } as unknown as Workload
  const grid = new FakeGrid(twinId)
  const alone = [planned(7, newDeployment([machine]))]
  const run = begin({ name: 'vm1', solution: 'vm', planned: alone, cancels: [], at: 0 })
  await act(
    (world) => new RunDriver({ ...newRecord(), run, planned: alone }, world, () => undefined),
    grid.page(),
    (one) => one.pump(),
  )
  const [held] = [...grid.nodes.values()]
  expect(held!.deployment.workloads[0]!.data).toMatchObject({ env: { PAGE: '{page.ip}' } })
})
