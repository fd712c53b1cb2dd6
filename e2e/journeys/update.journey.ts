import type { Deployment } from '#domain/deployment/deployment.ts'
import { tabTo } from '#support/machine.ts'
import { enterAs, Seeder } from '#support/seeder.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { change, openUpdate, operations, signUpdate } from '#support/updates.ts'
import { goMachine, goNetwork, tsDatabase, tsMachine, tsNetwork } from '#support/written.ts'

// The account's password is stretched, on purpose.
test.describe.configure({ timeout: 240_000 })

test('what may change in place does, and what other clients wrote stays theirs', async ({ page, grid }) => {
  const [first, second] = grid.ready.sampleNodes as [number, number]
  const bob = await Seeder.of(grid)
  await bob.deploy(first, tsDatabase('db1'))
  await bob.deploy(second, goNetwork('gonet', 3, 4002))
  const box = await bob.deploy(second, goMachine('gobox', 'gonet', 3))
  const written = grid.chain.contract(box)!.detail
  await enterAs(page, grid)

  await openUpdate(page, 'db1')
  await change(page, 'db1', { Size: '20', Password: 'second secret' })
  await page.getByRole('button', { name: 'Review and sign in the builder' }).click()
  await signUpdate(page, 'db1')
  await openUpdate(page, 'db1')
  await expect(page.getByRole('list', { name: 'Workloads' })).toContainText('Database 20 GiB')

  await openUpdate(page, 'gobox')
  await change(page, 'data', { Size: '8' })
  await expect(operations(page)).toContainText('5 GiB to 8 GiB')
  await page.getByRole('button', { name: 'Review and sign in the builder' }).click()
  await signUpdate(page, 'gobox')
  const held = (await bob.ask(second, 'zos.deployment.get', { contract_id: box })) as Deployment
  expect(held.version).toBe(1)
  const sent = goMachine('gobox', 'gonet', 3)
  const { data } = sent.workloads[1] as { data: object }
  expect(held.workloads.find(({ name }) => name === 'gobox')).toMatchObject({ version: 0, data })
  expect(held.workloads.find(({ name }) => name === 'data')).toMatchObject({ version: 1, result: { state: 'ok' } })
  expect(held.metadata).toBe(sent.data)
  const { hash: _, ...kept } = grid.chain.contract(box)!.detail as { hash?: string }
  expect(written).toMatchObject(kept)
  await bob.leave()
})

test('a mounted disk grows in two updates that keep the machine’s name', async ({ page, grid }) => {
  const [node] = grid.ready.sampleNodes as [number]
  const bob = await Seeder.of(grid)
  await bob.deploy(node, tsNetwork('nwone', 'vm/web', 2, 4001))
  const id = await bob.deploy(node, tsMachine('web', 'nwone', 2))
  await enterAs(page, grid)
  await openUpdate(page, 'web')
  await change(page, 'web_disk0', { Size: '30' })
  const ways = page.getByRole('list', { name: 'Ways to change web_disk0' })
  await ways.getByRole('listitem').filter({ hasText: 'Keep the name' }).getByRole('button').click()
  await page.getByRole('button', { name: 'Review and sign in the builder' }).click()
  await signUpdate(page, 'web')
  await openUpdate(page, 'web')
  await page.getByRole('list', { name: 'Drafts of this deployment' }).getByRole('link').last().click()
  await signUpdate(page, 'web')
  const held = (await bob.ask(node, 'zos.deployment.get', { contract_id: id })) as Deployment
  expect(held.workloads.map(({ name, version }) => `${name} ${version}`).toSorted()).toEqual(['web 2', 'web_disk0 1'])
  await bob.leave()
})

test('what a node does not change in place is explained, and what each way around it costs', async ({ page, grid }) => {
  const [node] = grid.ready.sampleNodes as [number]
  const bob = await Seeder.of(grid)
  await bob.deploy(node, tsNetwork('nwone', 'vm/web', 2, 4001))
  const id = await bob.deploy(node, tsMachine('web', 'nwone', 2))
  await enterAs(page, grid)
  await openUpdate(page, 'web')

  await change(page, 'web_disk0', { Size: '5' })
  await expect(operations(page)).toContainText('not safe to shrink a disk')
  await expect(operations(page)).toContainText('Lost: Everything on web_disk0')
  await page.getByRole('button', { name: 'Undo all' }).click()
  await change(page, 'web', { vCPU: '4' })
  await expect(operations(page)).toContainText("workload 'zmachine' does not support upgrade")
  await page.getByRole('button', { name: 'Undo all' }).click()

  await change(page, 'web_disk0', { Size: '30' })
  await expect(operations(page)).toContainText('web_disk0 cannot grow while web has it mounted')
  await expect(operations(page)).toContainText('“disk is mounted, please delete the VM first”')
  const ways = page.getByRole('list', { name: 'Ways to change web_disk0' })
  await expect(ways).toContainText('Lost: What web keeps on its root disk')
  await expectNoAxeViolations(page)
  await ways.getByRole('listitem').filter({ hasText: 'Make web anew as web1' }).getByRole('button').click()
  await expect(operations(page).getByRole('listitem')).toContainText(['Remove web', 'Change web_disk0', 'Add web1'])
  await expect(operations(page)).toContainText('15 GiB to 30 GiB')
  await page.getByRole('button', { name: 'Review and sign in the builder' }).click()
  await expect(page).toHaveURL(/\/deploy\?draft=/)
  await expect(page.getByText('web1').filter({ visible: true }).first()).toBeVisible()

  await openUpdate(page, 'web')
  await page.getByRole('link', { name: 'JSON' }).click()
  await page.getByLabel('Compare with a draft').selectOption({ index: 1 })
  await expect(page).toHaveURL(/against=/)
  const lines = page.getByRole('region', { name: `Contract ${id}` }).getByRole('list', { name: 'Lines that differ' })
  await expect(lines).toContainText(/Added: \+\s+"size": 32212254720/)
  await expect(operations(page).getByRole('listitem')).toContainText(['Remove web', 'Change web_disk0', 'Add web1'])
  await expectNoAxeViolations(page)
  await bob.leave()
})

test('a database gets another password and size by keyboard alone, up to the builder', async ({ page, grid }) => {
  const [node] = grid.ready.sampleNodes as [number]
  const bob = await Seeder.of(grid)
  await bob.deploy(node, tsDatabase('db1'))
  await enterAs(page, grid)
  await openUpdate(page, 'db1')
  await tabTo(page, page.getByRole('button', { name: 'Change db1' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByLabel('Size'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('20')
  await tabTo(page, page.getByLabel('Password', { exact: true }))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('second secret')
  await page.keyboard.press('Enter')
  await expect(operations(page)).toHaveText(/Change db1.*10 GiB to 20 GiB/)
  await expect(operations(page)).not.toContainText('Not in place')
  await tabTo(page, page.getByRole('button', { name: 'Review and sign in the builder' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/deploy\?draft=/)
  await expectNoAxeViolations(page)
  await bob.leave()
})
