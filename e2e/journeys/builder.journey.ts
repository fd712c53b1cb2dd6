import type { Page } from '@playwright/test'
import { getAccount, tabTo } from '#support/machine.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'

const row = (page: Page, name: string) =>
  page.getByRole('list', { name: /^Workloads/ }).getByRole('button', { name: new RegExp(`^${name}[,.]`) })
const box = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Who uses what' }).getByRole('button', { name: new RegExp(`^${name},`) })
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

async function add(page: Page, what: string, place = 0) {
  await page.getByRole('button', { name: 'Add workload' }).nth(place).click()
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

async function chooseNode(page: Page, id: number, place = 'Choose a node') {
  await page.getByRole('button', { name: place }).click()
  await page.getByLabel('Node id or farm name').fill(String(id))
  await page.getByRole('button', { name: `Choose node ${id}`, exact: true }).click()
}

test('a machine with a disk, a public address and logs is composed from nothing', async ({ page, grid }) => {
  await page.goto('/deploy')
  await expect(page.getByText('Begin with a machine, a database or a gateway')).toBeVisible()
  await expectNoAxeViolations(page)
  await add(page, 'Machine')
  await expect(row(page, 'vm1')).toHaveAccessibleName(/^vm1, uses nw\w+\. Machine, 1 vCPU, 2 GiB/)
  await add(page, 'Disk')
  await add(page, 'Public IP')
  await add(page, 'Logs')
  await expect(row(page, 'vm1')).toHaveAccessibleName(/^vm1, uses disk1, ip1, nw\w+\./)
  await expect(row(page, 'logs1')).toHaveAccessibleName(/^logs1, uses vm1\./)
  await expect(row(page, 'logs1')).toHaveAccessibleName(/has a problem$/)
  await field(page, 'Send to').fill('redis://logs.example:6379/vm1')
  await expect(row(page, 'logs1')).toHaveAccessibleName(/complete$/)

  await page.getByRole('button', { name: 'Choose a node' }).click()
  const dialog = page.getByRole('dialog', { name: 'Choose a node' })
  await expect(dialog).toContainText('For 1 vCPU, 2 GiB of memory, 10.5 GiB of SSD and 1 public IPv4')
  await expect(dialog.getByRole('list', { name: 'Nodes' }).getByRole('button').first()).toBeVisible()
  await expectNoAxeViolations(page)
  await dialog.getByLabel('Node id or farm name').fill(String(grid.ready.sampleNodes[0]))
  await dialog.getByRole('button', { name: `Choose node ${grid.ready.sampleNodes[0]}`, exact: true }).click()
  await expect(page.getByRole('button', { name: `Node ${grid.ready.sampleNodes[0]} ` })).toBeVisible()
  await row(page, 'vm1').click()
  await expect(field(page, 'Private IPv4')).toHaveValue('10.20.2.2')
  await expectNoAxeViolations(page)
})

test('two machines on two nodes share a network, and each has its part of it', async ({ page, grid }) => {
  const [first, second] = grid.ready.sampleNodes as [number, number]
  await page.goto('/deploy')
  await getAccount(page)
  await add(page, 'Machine')
  await chooseNode(page, first)
  await page.getByRole('button', { name: 'Add node' }).click()
  await chooseNode(page, second)
  await add(page, 'Machine', 1)

  await expect(page.getByRole('list', { name: `Workloads, Node ${first}` })).toContainText('10.20.2.0/24')
  await expect(page.getByRole('list', { name: `Workloads, Node ${second}` })).toContainText('10.20.3.0/24')
  await row(page, 'vm2').click()
  await expect(field(page, 'Private IPv4')).toHaveValue('10.20.3.2')

  await page.getByRole('button', { name: `Remove Node ${second}` }).click()
  const dialog = page.getByRole('dialog', { name: `Remove Node ${second}?` })
  await expect(dialog).toContainText('vm2')
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(row(page, 'vm2')).toBeHidden()
})

test('what names a workload follows its new name', async ({ page }) => {
  await page.goto('/deploy')
  await add(page, 'Machine')
  await add(page, 'Disk')
  await row(page, 'disk1').press('F2')
  await page.getByLabel('New name of disk1').fill('my-data')
  await expect(page.getByRole('alert')).toContainText('no spaces, no dashes')
  await page.getByLabel('New name of disk1').fill('data')
  await page.keyboard.press('Enter')

  await expect(row(page, 'data')).toBeFocused()
  await expect(row(page, 'vm1')).toHaveAccessibleName(/^vm1, uses data, /)
  await expect(box(page, 'vm1')).toHaveAccessibleName(/^vm1, uses data, /)
})

test('removing what others use names them first', async ({ page }) => {
  await page.goto('/deploy')
  await add(page, 'Machine')
  await add(page, 'Disk')
  await page.getByRole('button', { name: 'What to do with disk1' }).click()
  await page.getByRole('menuitem', { name: 'Remove' }).click()
  const dialog = page.getByRole('dialog', { name: 'Remove disk1?' })
  await expect(dialog).toContainText('vm1 uses it, and cannot run until it no longer names it.')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await row(page, 'disk1').press('Delete')
  await dialog.getByRole('button', { name: 'Remove disk1' }).click()

  await expect(row(page, 'disk1')).toBeHidden()
  await expect(row(page, 'vm1')).toHaveAccessibleName(/has a problem$/)
})

test('steps are undone and redone, a word as one, and a clone is one of them', async ({ page }) => {
  await page.goto('/deploy')
  await add(page, 'Machine')
  await page.getByRole('button', { name: 'What to do with vm1' }).click()
  await page.getByRole('menuitem', { name: 'Clone' }).click()
  await expect(row(page, 'vm2')).toBeFocused()
  await field(page, 'Memory').fill('16')
  await expect(row(page, 'vm2')).toHaveAccessibleName(/16 GiB/)

  await row(page, 'vm2').press('Control+z')
  await expect(row(page, 'vm2')).toHaveAccessibleName(/2 GiB/)
  await page.keyboard.press('Control+z')
  await expect(row(page, 'vm2')).toBeHidden()
  await expect(row(page, 'vm1')).toBeVisible()
  await page.getByRole('button', { name: 'Redo' }).click()
  await page.getByRole('button', { name: 'Redo' }).click()
  await expect(row(page, 'vm2')).toHaveAccessibleName(/16 GiB/)
  await expect(page.getByRole('button', { name: 'Redo' })).toHaveAttribute('aria-disabled', 'true')
})

test('a reload in the middle loses nothing', async ({ page }) => {
  await page.goto('/deploy')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await page.getByLabel('Name of the deployment').fill('shop-prod')
  await page.keyboard.press('Enter')
  await add(page, 'Machine')
  await field(page, 'vCPU').fill('4')
  await page.reload()

  await expect(page.getByRole('heading', { name: 'shop-prod' })).toBeVisible()
  await expect(row(page, 'vm1')).toHaveAccessibleName(/4 vCPU/)
  await expect(row(page, 'vm1')).toHaveAttribute('aria-current', 'true')
})

test('a draft is duplicated and deleted', async ({ page }) => {
  await page.goto('/deploy')
  await add(page, 'Machine')
  const first = page.url()
  await page.getByRole('button', { name: 'More' }).first().click()
  await page.getByRole('menuitem', { name: 'Duplicate draft' }).click()
  await expect(page.getByRole('heading', { name: 'deployment1-copy' })).toBeVisible()
  await expect(row(page, 'vm1')).toBeVisible()

  await page.goto(first)
  await page.getByRole('button', { name: 'More' }).first().click()
  await page.getByRole('menuitem', { name: 'Delete draft' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete draft' }).click()
  await expect(page).not.toHaveURL(first)
  await page.goto(first)
  await expect(page.getByText('This browser has no such draft')).toBeVisible()
  await expectNoAxeViolations(page)
})

test('list and graph are gone through, renamed and emptied with the keyboard alone', async ({ page }) => {
  await page.goto('/deploy')
  const more = page.getByRole('button', { name: 'Add workload' })
  await tabTo(page, more)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.type('mach')
  await page.keyboard.press('Enter')
  await expect(row(page, 'vm1')).toBeFocused()
  await tabTo(page, more)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.type('disk')
  await page.keyboard.press('Enter')
  await expect(row(page, 'disk1')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(row(page, 'vm1')).toBeFocused()
  await expect(row(page, 'vm1')).toHaveAttribute('aria-current', 'true')

  await tabTo(page, box(page, 'vm1'))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowUp')
  await expect(box(page, 'vm1')).toBeFocused()
  await page.keyboard.press('F2')
  await expect(page.getByLabel('New name of vm1')).toBeFocused()
  await page.keyboard.type('web')
  await page.keyboard.press('Enter')
  await expect(box(page, 'web')).toBeFocused()
  await expect(row(page, 'web')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(row(page, 'web')).toBeHidden()
  await expect(row(page, 'disk1')).toBeVisible()
})

test('the whole graph is seen in large, and says what state each is in', async ({ page }) => {
  await page.goto('/deploy')
  await add(page, 'Machine')
  await add(page, 'Logs')
  await page.getByRole('button', { name: 'Enlarge the graph' }).click()
  const dialog = page.getByRole('dialog', { name: 'Who uses what' })
  await dialog.getByRole('button', { name: /^logs1, uses vm1, has a problem/ }).click()
  await expect(dialog).toContainText('logs1 Logs, has a problem')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('New name of logs1').fill('weblogs')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(row(page, 'weblogs')).toBeVisible()
})

test('a light node takes light machines, and says what it does not take', async ({ page, grid }) => {
  const asked = `${grid.ready.gridproxy}/nodes?status=up&in_dedicated_farm=false&features=zmachine-light`
  const [{ nodeId: light }] = (await (await fetch(asked)).json()) as [{ nodeId: number }]
  await page.goto('/deploy')
  await add(page, 'Machine')
  await chooseNode(page, light)
  await expect(page.getByRole('heading', { name: 'vm1' }).locator('..')).toContainText('zmachine-light')
  await page.getByRole('button', { name: 'Add workload' }).click()
  const item = page.getByRole('menuitem', { name: /^Public IP/ })
  await expect(item).toContainText('ZOS light gives no public addresses')
  await expect(item).toHaveAttribute('aria-disabled', 'true')
})

test('on a phone the panes take turns', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/deploy')
  await add(page, 'Machine')
  await expect(page.getByRole('radio', { name: 'vm1' })).toBeVisible()
  await expectNoAxeViolations(page)
  await row(page, 'vm1').click()
  await expect(field(page, 'vCPU')).toBeVisible()
  await expectNoAxeViolations(page)
})
