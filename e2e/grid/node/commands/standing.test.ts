import { afterAll, beforeAll, expect, test } from 'vitest'
import { startGrid, type Grid } from '../../grid.ts'
import { Citizen, disk, quick } from '../../testbed.ts'

let grid: Grid
let alice: Citizen
let bob: Citizen
let node: number

beforeAll(async () => {
  grid = await startGrid(quick)
  node = grid.ready.sampleNodes[0]!
  alice = await Citizen.of(grid, 'alice')
  bob = await Citizen.of(grid, 'bob')
})
afterAll(async () => {
  await alice.leave()
  await bob.leave()
  await grid.stop()
})

const read = async <T>(path: string) => (await (await fetch(`${grid.ready.gridproxy}${path}`)).json()) as T

test('alice looks after the grid and sees what bob deployed; bob sees his own only', async () => {
  const { id } = await bob.deploy(node, disk('disk1'))
  const workloads = [{ type: 'zmount', name: 'disk1', state: 'ok' }]
  expect(await alice.ask(node, 'zos.debug.deployment.list', { twin_id: bob.twin })).toEqual({
    deployments: [{ twin_id: bob.twin, contract_id: id, workloads }],
  })
  const unauthorized = { fault: { reason: 'unauthorized' } }
  await expect(bob.ask(node, 'zos.debug.deployment.list')).rejects.toMatchObject(unauthorized)
  await expect(alice.ask(node, 'zos.admin.interfaces')).rejects.toMatchObject(unauthorized)
})

test('alice farms: her node does for her what it does for its farmer alone, and nothing for bob', async () => {
  const { farm } = grid.ready.accounts[0]!
  const [own] = await read<{ nodeId: number }[]>(`/nodes?farm_ids=${farm}&status=up`)
  expect(await alice.ask(own!.nodeId, 'zos.admin.interfaces')).toBeTypeOf('object')
  await expect(bob.ask(own!.nodeId, 'zos.admin.interfaces')).rejects.toMatchObject({
    fault: { reason: 'unauthorized' },
  })
})

test('the seeded contracts of a node are missing from its disks, 0-dbs from its HDDs', async () => {
  const nodes = await read<{ nodeId: number; used_resources: { hru: number } }[]>(
    '/nodes?status=up&total_hru=1&size=99',
  )
  for (const { nodeId, used_resources } of nodes) {
    const pools = (await alice.ask(nodeId, 'zos.storage.pools')) as { type: string; used: number }[]
    expect(pools.find(({ type }) => type === 'hdd')!.used).toBe(used_resources.hru)
  }
})

test('the first node of a farm looks at its public addresses, as the chain has them', async () => {
  const { farmId } = grid.chain.node(1)!
  const asked = await alice.ask(1, 'zos.perf.get', { name: 'public-ip-validation' })
  const { result } = asked as { result: object }
  expect(Object.keys(result)).toEqual(grid.chain.farm(farmId)!.publicIps.map(({ ip }) => ip))
  const { result: elsewhere } = (await alice.ask(2, 'zos.perf.get', {
    name: 'public-ip-validation',
  })) as typeof asked & {
    result: object
  }
  expect(elsewhere).toEqual({})
})
