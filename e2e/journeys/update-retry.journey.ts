import type { Page } from '@playwright/test'
import { gib } from '#domain/units.ts'
import { disk } from '#grid/testbed.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { enterAs, Seeder } from '#support/seeder.ts'
import { change, expectUpdated, heldInBalance, openUpdate, operations, sign } from '#support/updates.ts'
import { goMachine, goNetwork, tsDatabase, tsMachine, tsNetwork } from '#support/written.ts'

// The account's password is stretched, on purpose.
test.describe.configure({ timeout: 240_000 })

const retry = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Retry' })
const review = (page: Page) => page.getByRole('button', { name: 'Review and sign in the builder' }).click()
const contractsOf = (grid: { chain: { contracts: () => Iterable<unknown> } }) => [...grid.chain.contracts()].length

test('a change that its node could not do is done by a retry, with the keyboard alone', async ({ page, grid }) => {
  const node = grid.ready.sampleNodes[0]!
  const bob = await Seeder.of(grid)
  await bob.deploy(node, goNetwork('gonet', 3, 4002))
  const id = await bob.deploy(node, goMachine('gobox', 'gonet', 3))
  const before = contractsOf(grid)
  await enterAs(page, grid)
  await openUpdate(page, 'gobox')
  await change(page, 'data', { Size: '8' })
  grid.faults.activate({ fault: 'workload-error', node, type: 'volume', message: 'disk is busy' })
  await review(page)
  await sign(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(`Node ${node} could not change data`, { timeout: 30_000 })
  await expect(alert).toContainText('Ask for data again, by one more update. One signature.')
  await expect(alert).toContainText(`Contract ${id} had been there before and goes on.`)
  await expectNoAxeViolations(page)
  await retry(page).focus()
  await page.keyboard.press('Enter')
  await expectUpdated(page, 'gobox')
  const held = await heldInBalance(grid, bob, node, id)
  expect(held.workloads.map(({ name, version }) => `${name} ${version}`).toSorted()).toEqual(['data 2', 'gobox 0'])
  expect(contractsOf(grid)).toBe(before)
  await expect(page.getByRole('list', { name: 'Steps' })).toContainText('volume and machine again')
  await expectNoAxeViolations(page)
  await bob.leave()
})

test('what could not be started by an update is taken away and made anew, under its name', async ({ page, grid }) => {
  const node = grid.ready.sampleNodes[0]!
  const bob = await Seeder.of(grid)
  await bob.deploy(node, tsNetwork('nwone', 'vm/web', 2, 4001))
  const id = await bob.deploy(node, tsMachine('web', 'nwone', 2))
  const before = contractsOf(grid)
  await enterAs(page, grid)
  await openUpdate(page, 'web')
  await change(page, 'web_disk0', { Size: '30' })
  const ways = page.getByRole('list', { name: 'Ways to change web_disk0' })
  await ways.getByRole('listitem').filter({ hasText: 'Make web anew as web1' }).getByRole('button').click()
  await expect(operations(page).getByRole('listitem')).toContainText(['Remove web', 'Change web_disk0', 'Add web1'])
  grid.faults.activate({ fault: 'workload-error', node, type: 'zmachine' })
  await review(page)
  await sign(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(`Node ${node} could not change web1`, { timeout: 30_000 })
  await expect(alert).toContainText('Take web1 away and then add it anew. Two signatures.')
  await page.reload()
  await retry(page).click()
  await page.getByRole('button', { name: 'Unlock' }).first().click()
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock', exact: true }).click()
  await expectUpdated(page, 'web')
  const held = await heldInBalance(grid, bob, node, id)
  expect(held.workloads.map(({ name, version }) => `${name} ${version}`).toSorted()).toEqual(['web1 3', 'web_disk0 1'])
  expect(held.workloads.every(({ result }) => result!.state === 'ok')).toBe(true)
  expect(contractsOf(grid)).toBe(before)
  await bob.leave()
})

test('an update that the chain refused, and then its node, is there after two retries', async ({ page, grid }) => {
  const node = grid.ready.sampleNodes[0]!
  const bob = await Seeder.of(grid)
  const id = await bob.deploy(node, tsDatabase('db1'))
  await enterAs(page, grid)
  await openUpdate(page, 'db1')
  await change(page, 'db1', { Size: '20' })
  await review(page)
  await page.getByRole('button', { name: 'Review and sign', exact: true }).click()
  const button = page.getByRole('dialog').getByRole('button', { name: 'Sign and deploy' })
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  grid.faults.activate({ fault: 'extrinsic-failed', error: 'SmartContractModule.NodeNotAvailableToDeploy' })
  grid.faults.activate({ fault: 'kyc-unverified' })
  await button.click()
  await expect(page.getByText('Ask for the signature again.')).toBeVisible({ timeout: 30_000 })
  await retry(page).click()
  await expect(page.getByText(`Send it to node ${node} again. Nothing new is paid for.`)).toBeVisible({
    timeout: 60_000,
  })
  await expectNoAxeViolations(page)
  grid.faults.clear()
  await retry(page).click()
  await expectUpdated(page, 'db1')
  expect((await heldInBalance(grid, bob, node, id)).version).toBe(1)
  await bob.leave()
})

test('an undo brings back what its node changes back, and says before what stays', async ({ page, grid }) => {
  const node = grid.ready.sampleNodes[0]!
  const bob = await Seeder.of(grid)
  const { workloads, ...written } = tsDatabase('db1')
  const id = await bob.deploy(node, { ...written, workloads: [...workloads, disk('d1')] })
  await enterAs(page, grid)
  await openUpdate(page, 'db1')
  await change(page, 'db1', { Size: '20' })
  await change(page, 'd1', { Size: '20' })
  grid.faults.activate({ fault: 'workload-error', node, type: 'zmount', message: 'disk is busy' })
  await review(page)
  await sign(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('As before, but for the fees and db1, which no node changes back.', {
    timeout: 30_000,
  })
  await alert.getByRole('button', { name: 'Undo: change one deployment back' }).click()
  await expect(page.getByRole('heading', { name: 'db1 was undone' })).toBeVisible({ timeout: 30_000 })
  const held = await heldInBalance(grid, bob, node, id)
  const sizes = held.workloads.map(({ name, data }) => `${name} ${(data as { size: number }).size / gib(1)}`)
  expect([held.version, sizes.toSorted()]).toEqual([2, ['d1 10', 'db1 20']])
  await expectNoAxeViolations(page)
  await bob.leave()
})

test('a draft that was signed leads to its run, warns before it is signed again, and goes once all runs', async ({
  page,
  grid,
}) => {
  const node = grid.ready.sampleNodes[0]!
  const bob = await Seeder.of(grid)
  await bob.deploy(node, tsDatabase('db1'))
  await enterAs(page, grid)
  await openUpdate(page, 'db1')
  await change(page, 'db1', { Size: '20' })
  grid.faults.activate({ fault: 'workload-error', node, type: 'zdb', message: 'no room' })
  await review(page)
  await sign(page)
  await expect(retry(page)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('goes on as before')).toBeVisible()

  await page.getByRole('link', { name: 'New deployment' }).first().click()
  await page.getByRole('link', { name: 'Drafts' }).first().click()
  const drafts = page.getByRole('table', { name: 'Drafts' })
  await expect(drafts.getByRole('link', { name: /^signed/ })).toBeVisible()
  await expectNoAxeViolations(page)
  await drafts.getByRole('link', { name: 'db1' }).click()
  await page.getByRole('button', { name: 'Review and sign', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('Signed already')
  await expect(dialog.getByRole('button', { name: 'Sign it again' })).toBeVisible()
  await expectNoAxeViolations(page)
  await dialog.getByRole('link', { name: 'See how far it is' }).click()
  await retry(page).click()
  await expectUpdated(page, 'db1')
  await page.getByRole('link', { name: 'New deployment' }).first().click()
  await page.getByRole('link', { name: 'Drafts' }).first().click()
  await expect(page.getByRole('link', { name: /^signed/ })).toBeHidden()
  await bob.leave()
})
