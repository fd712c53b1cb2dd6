import type { Page } from '@playwright/test'
import { tabTo } from '#support/machine.ts'
import { advanceTime, enterAs, Seeder } from '#support/seeder.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { goGateway, tsDatabase, tsMachine, tsNetwork } from '#support/written.ts'

// The account's password is stretched, on purpose.
test.describe.configure({ timeout: 180_000 })

async function open(page: Page, name: string) {
  await page.getByRole('link', { name: 'Deployments' }).first().click()
  await page.getByRole('table', { name: 'Deployments' }).getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
}

const tab = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).last()

test('a deployment says how to reach it, what it is made of, what happened, what it costs and what its node holds', async ({
  page,
  grid,
}) => {
  const [node] = grid.ready.sampleNodes as [number]
  const bob = await Seeder.of(grid)
  await bob.deploy(node, tsNetwork('nwone', 'vm/web', 2, 4001))
  const id = await bob.deploy(node, tsMachine('web', 'nwone', 2))
  await advanceTime(grid, 2 * 3600)
  await enterAs(page, grid)
  await open(page, 'web')
  await expect(page.getByText(/^ssh root@[0-9a-f:]+$/)).toBeVisible()
  await expect(page.getByText('10.20.2.2', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /web_disk0 Disk 15 GiB Running/ })).toBeVisible()
  const timeline = page.getByRole('list', { name: 'What happened' })
  await expect(timeline.getByRole('listitem').first()).toContainText(/^web running/)
  await expect(timeline).toContainText('nwone started to install')
  await expect(page.getByText('3 of 3 workloads')).toBeVisible()
  await expect(page.getByText(/\d+\.\d\d TFT/).first()).toBeVisible()
  await expectNoAxeViolations(page)

  await tab(page, 'JSON').click()
  await expect(page).toHaveURL(`/deployments/${id}/json`)
  const json = page.getByRole('textbox', { name: `JSON of contract ${id}` })
  await expect(json).toHaveValue(/"__type": "zmachine",\n\s+"node_id": 1,/)
  const downloading = page.waitForEvent('download')
  await page
    .getByRole('region', { name: `Contract ${id}` })
    .getByRole('button', { name: 'Download' })
    .click()
  expect((await downloading).suggestedFilename()).toBe(`web-${id}.json`)
  await expectNoAxeViolations(page)

  await tab(page, 'Cost').click()
  await expect(page.getByRole('row', { name: new RegExp(`^${id} web 0\\.\\d*[1-9]`) })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('figure')).toContainText('TFT billed by the hour')
  await expect(page.getByText('Estimated')).toBeVisible()
  await expectNoAxeViolations(page)

  await tab(page, 'Contracts').click()
  await expect(page.getByRole('region', { name: `Contract ${id}` })).toContainText('"projectName":"vm/web"')
  await expect(page.getByRole('region', { name: `Contract ${id}` })).toContainText(/Hash\s*[0-9a-f]{32}/)
  await expectNoAxeViolations(page)
  await bob.leave()
})

test('of what failed the first is blamed, in the words of the node', async ({ page, grid }) => {
  const [node] = grid.ready.sampleNodes as [number]
  const bob = await Seeder.of(grid)
  await bob.deploy(node, tsNetwork('nwone', 'vm/web', 2, 4001))
  grid.faults.activate({ fault: 'workload-error', node, type: 'zmount', message: 'no space left on device' })
  await bob.deploy(node, tsMachine('web', 'nwone', 2))
  await enterAs(page, grid)
  await open(page, 'web')
  await expect(page.getByRole('row', { name: /web_disk0 Disk 15 GiB Failed no space left on device/ })).toBeVisible()
  const timeline = page.getByRole('list', { name: 'What happened' })
  await expect(timeline.getByRole('listitem').filter({ hasText: 'web_disk0 failed' })).toContainText(
    'This failed first',
  )
  await expect(timeline.getByRole('listitem').filter({ hasText: /^web failed/ })).toContainText(
    'needs web_disk0, which failed first',
  )
  await expectNoAxeViolations(page)
  await bob.leave()
})

test('a gateway opens its page, a database tells where it is', async ({ page, grid }) => {
  const [node] = grid.ready.sampleNodes as [number]
  const bob = await Seeder.of(grid)
  await bob.reserveName('blog')
  await bob.deploy(node, goGateway('blog', 'http://[300::1]:80'))
  await bob.deploy(node, tsDatabase('db1'))
  await enterAs(page, grid)
  await open(page, 'blog')
  await expect(page.getByRole('link', { name: /^Open https:\/\/blog\./ })).toHaveAttribute('href', /^https:\/\/blog\./)
  await open(page, 'db1')
  await expect(page.getByText(/^\[[0-9a-f:]+\]:\d+$/).first()).toBeVisible()
  await expect(page.getByText(/^\d+-\d+-db1$/).first()).toBeVisible()
  await expectNoAxeViolations(page)
  await bob.leave()
})

test('a copy of what runs is a draft under the next name; tabs and cancelling take no mouse', async ({
  page,
  grid,
}) => {
  const [node] = grid.ready.sampleNodes as [number]
  const bob = await Seeder.of(grid)
  await bob.deploy(node, tsDatabase('db1'))
  await enterAs(page, grid)
  await open(page, 'db1')
  await expect(page.getByText('1 of 1 workloads')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Clone' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/deploy\?draft=/)
  await expect(page.getByText('db2').first()).toBeVisible()

  await open(page, 'db1')
  await tabTo(page, tab(page, 'Contracts'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/contracts$/)
  await tabTo(page, page.getByRole('button', { name: 'More actions of db1' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Cancel deployment' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Cancel db1?' })
  await expect(dialog).toContainText('db1: 1 database')
  await tabTo(page, dialog.getByRole('button', { name: 'Cancel 1 contract' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('No deployments yet')).toBeVisible({ timeout: 30_000 })
  await bob.leave()
})
