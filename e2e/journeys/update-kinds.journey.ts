import type { Workload } from '#domain/deployment/deployment.ts'
import { gib } from '#domain/units.ts'
import type { Grid } from '#grid/grid.ts'
import { disk, network } from '#grid/testbed.ts'
import { lightNetwork, qsfs, volume, zdb } from '#grid/node/install/samples.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'
import { enterAs, Seeder, type Written } from '#support/seeder.ts'
import { change, heldInBalance, openUpdate, operations, signUpdate } from '#support/updates.ts'

// The account's password is stretched, on purpose.
test.describe.configure({ timeout: 240_000 })

/** A deployment of a name of its own, with a disk beside what is changed. */
const beside = (workload: Workload): Written => ({
  data: JSON.stringify({
    version: 3,
    type: 'vm',
    name: `with-${workload.name}`,
    projectName: `vm/with-${workload.name}`,
  }),
  workloads: [workload, disk(`beside_${workload.name}`)],
})

const nodeWith = async (grid: Grid, filter: string): Promise<number> => {
  const asked = await fetch(`${grid.ready.gridproxy}/nodes?status=up&in_dedicated_farm=false&${filter}`)
  return ((await asked.json()) as { nodeId: number }[])[0]!.nodeId
}

test('a disk, a volume, a database and a storage change in place, and nothing beside them', async ({ page, grid }) => {
  const node = grid.ready.sampleNodes[0]!
  const bob = await Seeder.of(grid)
  const all: [workload: Workload, typed: Record<string, string>, said: string, data: object][] = [
    [disk('d1'), { Size: '20' }, 'Change d1 disk on node', { size: gib(20) }],
    [volume('v1'), { Size: '20' }, '10 GiB to 20 GiB', { size: gib(20) }],
    [zdb('z1'), { Password: 'second secret' }, 'Change z1', { password: 'second secret', size: gib(10) }],
    [qsfs('q1'), { Cache: '3' }, '1 GiB cache to 3 GiB cache', { cache: gib(3) }],
  ]
  const ids = new Map<string, number>()
  for (const [one] of all) ids.set(one.name, await bob.deploy(node, beside(one)))
  await enterAs(page, grid)
  for (const [{ name, data: before }, typed, said, data] of all) {
    await openUpdate(page, `with-${name}`)
    await change(page, name, typed)
    await expect(operations(page).getByRole('listitem')).toHaveCount(1)
    await expect(operations(page)).toContainText(said)
    await page.getByRole('button', { name: 'Review and sign in the builder' }).click()
    await signUpdate(page, `with-${name}`)
    const held = await heldInBalance(grid, bob, node, ids.get(name)!)
    expect(held.version).toBe(1)
    expect(held.workloads.find((one) => one.name === name)).toMatchObject({
      version: 1,
      data: { ...before, ...data },
      result: { state: 'ok' },
    })
    expect(held.workloads.find((one) => one.name === `beside_${name}`)).toMatchObject({ version: 0 })
  }
  await bob.leave()
})

test('the cache of a storage is changed by keyboard alone, and a size that is none is told', async ({ page, grid }) => {
  const node = grid.ready.sampleNodes[0]!
  const bob = await Seeder.of(grid)
  await bob.deploy(node, beside(qsfs('q1')))
  await enterAs(page, grid)
  await openUpdate(page, 'with-q1')
  await tabTo(page, page.getByRole('button', { name: 'Change q1' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Cache'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Enter a size')).toBeVisible()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(operations(page)).toContainText('1 GiB cache to 2 GiB cache')
  await expectNoAxeViolations(page)
  await bob.leave()
})

test('networks of either kind change in place, from the page of their deployment', async ({ page, grid }) => {
  const nodes = [grid.ready.sampleNodes[0]!, await nodeWith(grid, 'features=zmachine-light')] as const
  const bob = await Seeder.of(grid)
  const parts = [beside(network('nwfull')), beside(lightNetwork('nwlight'))] as const
  const ids = [await bob.deploy(nodes[0], parts[0]), await bob.deploy(nodes[1], parts[1])] as const
  await enterAs(page, grid)
  for (const [i, name] of ['nwfull', 'nwlight'].entries()) {
    await openUpdate(page, `with-${name}`)
    await page.getByRole('button', { name: 'Open in the builder' }).click()
    await page.getByLabel('Port', { exact: true }).fill('4567')
    await expect(operations(page).getByRole('listitem')).toHaveText([new RegExp(`^Change ${name}`)])
    await expect(operations(page)).not.toContainText('Not in place')
    await expectNoAxeViolations(page)
    await signUpdate(page, `with-${name}`)
    const held = await heldInBalance(grid, bob, nodes[i]!, ids[i]!)
    const { data } = parts[i]!.workloads[0] as Workload
    expect(held.workloads.find((one) => one.name === name)).toMatchObject({
      version: 1,
      data: { ...data, wireguard_listen_port: 4567 },
      result: { state: 'ok' },
    })
    expect(held.workloads.find((one) => one.name === `beside_${name}`)).toMatchObject({ version: 0 })
  }
  await bob.leave()
})
