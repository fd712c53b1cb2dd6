import type { Page } from '@playwright/test'
import type { Grid } from '#grid/grid.ts'
import { tabTo } from '#support/machine.ts'
import { enterAs, Seeder } from '#support/seeder.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { goGateway, goMachine, goNetwork, tsDatabase, tsMachine, tsNetwork, wordless } from '#support/written.ts'

// The account's password is stretched, on purpose.
test.describe.configure({ timeout: 180_000 })

const row = (page: Page, name: RegExp) => page.getByRole('row', { name })
/** The names in the list, from above. */
const names = (page: Page) =>
  page.getByRole('table', { name: 'Deployments' }).locator('td:first-child').getByRole('link')

/** What bob made with other clients, on two nodes. */
async function seed(grid: Grid) {
  const [first, second] = grid.ready.sampleNodes as [number, number]
  const bob = await Seeder.of(grid)
  await bob.deploy(first, tsNetwork('nwone', 'vm/web', 2, 4001))
  const web = await bob.deploy(first, tsMachine('web', 'nwone', 2))
  await bob.deploy(second, goNetwork('gonet', 3, 4002))
  const box = await bob.deploy(second, goMachine('gobox', 'gonet', 3))
  const db = await bob.deploy(first, tsDatabase('db1'))
  return { bob, first, second, web, box, db }
}

async function open(page: Page, grid: Grid) {
  await enterAs(page, grid)
  await page.getByRole('link', { name: 'Deployments' }).first().click()
}

test('what other clients made is listed by name, with kind, state, cost and age, and found by filters in the address', async ({
  page,
  grid,
}) => {
  const { bob, first, second, db } = await seed(grid)
  await bob.deploy(second, wordless)
  await open(page, grid)
  await expect(row(page, new RegExp(`web Virtual machine Running.* ${first} 3 `))).toBeVisible()
  await expect(row(page, new RegExp(`gobox Virtual machine Running.* ${second} 2 `))).toBeVisible()
  await expect(row(page, /gonet Network Running/)).toBeVisible()
  await expect(row(page, /db1 Database Running.* 1\.00/)).toBeVisible()
  await expect(row(page, /Contract \d+ Disk Running/)).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Cost' }).click()
  await expect(page).toHaveURL(/sort=cost&order=asc|order=asc&sort=cost/)
  await page.getByRole('button', { name: 'Cost' }).click()
  await expect(names(page).first()).toHaveText('web')
  await page.getByLabel('Kind').selectOption('Database')
  await expect(page).toHaveURL(/kind=Database/)
  await expect(page.getByText('1 of 5 match')).toBeVisible()
  await page.getByRole('link', { name: 'Remove Kind Database' }).click()
  await page.getByLabel('Name or contract').fill(String(db))
  await expect(names(page)).toHaveText(['db1'])
  await page.getByLabel('State').selectOption('Failed')
  await expect(page.getByText('No deployment has all of this')).toBeVisible()
  await page.getByRole('link', { name: 'Without state failed' }).click()
  await expect(names(page)).toHaveText(['db1'])
  await expectNoAxeViolations(page)
  await bob.leave()
})

test('a silent node keeps its own rows waiting and no others', async ({ page, grid }) => {
  const { bob, second } = await seed(grid)
  grid.node(second).goOffline()
  await open(page, grid)
  await expect(row(page, /web Virtual machine Running/)).toBeVisible()
  await expect(row(page, /gobox Virtual machine No answer \d\d:\d\d:\d\d/)).toBeVisible({ timeout: 40_000 })
  await page.getByLabel('State').selectOption('No answer')
  await expect(names(page)).toHaveText(['gobox', 'gonet'])
  await names(page).first().click()
  await expect(page.getByText(`Node ${second} cannot be reached`)).toHaveCount(1)
  await expectNoAxeViolations(page)
  grid.node(second).goOnline()
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(page.getByText('ssh root@')).toBeVisible()
  await bob.leave()
})

test('what is billed and is not there is told, and ended with one signature', async ({ page, grid }) => {
  const [node] = grid.ready.sampleNodes as [number]
  const bob = await Seeder.of(grid)
  await bob.deploy(node, tsDatabase('db1'))
  const lost = await bob.contract(node, tsDatabase('lost'))
  await bob.reserveName('idle')
  await open(page, grid)
  const look = page.getByRole('region', { name: 'Needs a look' })
  await expect(look).toContainText(`Contract ${lost.contract_id} is billed, but node ${node} holds nothing for it.`)
  await expect(look).toContainText('The name idle is billed, and no gateway serves it.')
  await expect(row(page, /lost Database Nothing on the node/)).toBeVisible()
  await expectNoAxeViolations(page)

  await look.getByRole('button', { name: 'Cancel all 2' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cancel 2 contracts?' })
  await expect(dialog).toContainText('The name idle, which others may take')
  await expect(dialog).toContainText(/Fee 0\.\d{4} TFT/)
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Cancel 2 contracts' }).click()
  await expect(look).toHaveCount(0)
  await expect(names(page)).toHaveText(['db1'])
  await bob.leave()
})

test('what a node still holds after its contract ended is told, where nothing else of ours is too', async ({
  page,
  grid,
}) => {
  const [first, second] = grid.ready.sampleNodes as [number, number]
  const bob = await Seeder.of(grid)
  const left = await bob.deploy(second, tsDatabase('left'))
  const gone = await bob.deploy(first, tsDatabase('gone'))
  grid.faults.activate({ fault: 'end-missed', node: second })
  await bob.cancel(left)
  await bob.cancel(gone)
  await open(page, grid)
  await expect(page.getByText('No deployments yet')).toBeVisible()
  const look = page.getByRole('region', { name: 'Needs a look' })
  await expect(look.getByRole('listitem')).toHaveText(
    [
      `Node ${second} still holds deployment ${left}, whose contract has ended. It costs nothing. Nodes remove such by themselves within an hour.`,
    ],
    { timeout: 30_000 },
  )
  await expectNoAxeViolations(page)
  await bob.leave()
})

test('a name that a gateway serves is part of it, and goes with it', async ({ page, grid }) => {
  const [gateway] = grid.ready.sampleNodes as [number]
  const bob = await Seeder.of(grid)
  await bob.reserveName('blog')
  await bob.deploy(gateway, goGateway('blog', 'http://[300::1]:80'))
  await open(page, grid)
  await expect(row(page, /blog Gateway Running/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Needs a look' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Actions of blog' }).click()
  await page.getByRole('menuitem', { name: 'Cancel' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cancel blog?' })
  await expect(dialog).toContainText(`blog: 1 gateway, the name blog on node ${gateway}`)
  await dialog.getByRole('button', { name: 'Cancel 2 contracts' }).click()
  await expect(page.getByText('No deployments yet')).toBeVisible({ timeout: 30_000 })
  await bob.leave()
})

test('several are cancelled by keyboard alone, in one transaction that says what is lost', async ({ page, grid }) => {
  const { bob } = await seed(grid)
  await open(page, grid)
  await expect(row(page, /gobox Virtual machine Running/)).toBeVisible()
  for (const name of ['gobox', 'gonet', 'db1']) {
    await tabTo(page, page.getByRole('checkbox', { name: `Pick ${name}` }))
    await page.keyboard.press('Space')
  }
  await tabTo(page, page.getByRole('button', { name: 'Cancel 3' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Cancel 3 deployments?' })
  await expect(dialog).toContainText('gobox: 1 machine, 1 volume')
  await expect(dialog).toContainText(/Fee 0\.\d{4} TFT/)
  await tabTo(page, dialog.getByRole('button', { name: 'Cancel 3 contracts' }))
  await page.keyboard.press('Enter')
  await expect(names(page)).toHaveText(['web'])
  await bob.leave()
})

test('what a node never got is sent again by what this browser still has of it', async ({ page, grid }) => {
  const [node] = grid.ready.sampleNodes as [number]
  const bob = await Seeder.of(grid)
  await bob.deploy(node, tsDatabase('db1'))
  await open(page, grid)
  await expect(row(page, /db1 Database Running/)).toBeVisible()
  await page.getByRole('button', { name: 'Actions of db1' }).click()
  await page.getByRole('menuitem', { name: 'Clone' }).click()
  await page.getByRole('button', { name: 'Review and sign', exact: true }).click()
  const sign = page.getByRole('dialog').getByRole('button', { name: 'Sign and deploy' })
  await expect(sign).not.toHaveAttribute('aria-disabled', 'true')
  grid.node(node).goOffline()
  await sign.click()
  await expect(page.getByRole('alert')).toContainText(`Node ${node} cannot be reached`, { timeout: 60_000 })

  grid.node(node).goOnline()
  await page.getByRole('link', { name: 'Deployments' }).first().click()
  const look = page.getByRole('region', { name: 'Needs a look' })
  await expect(look).toContainText(`node ${node} holds nothing for it`, { timeout: 60_000 })
  await look.getByRole('button', { name: 'Resend' }).click()
  await expect(page.getByRole('heading', { name: 'db2 is running' })).toBeVisible({ timeout: 60_000 })
  await bob.leave()
})
