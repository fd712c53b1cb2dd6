import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'

const box = 'Find or do anything'

async function openFinder(page: Page) {
  await page.getByRole('button', { name: box }).waitFor()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: box })).toBeFocused()
}

test('a number leads to the node, farm, contract or twin that has it, by keyboard alone', async ({ page }) => {
  await page.goto('/nodes')
  await tabTo(page, page.getByRole('button', { name: box }))
  await page.keyboard.press('Enter')
  const finder = page.getByRole('dialog', { name: box })
  await expect(finder.getByRole('combobox', { name: box })).toBeFocused()

  await page.keyboard.type('4')
  await expect(finder.getByRole('option', { name: /^Node 4/ })).toBeVisible()
  await expect(finder.getByRole('option', { name: /Farm 4$/ })).toBeVisible()
  await expect(finder.getByRole('option', { name: /^Contract 4/ })).toBeVisible()
  await expect(finder.getByRole('option', { name: /^Twin 4 / })).toBeVisible()
  await expectNoAxeViolations(page)

  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/nodes/4')
  await expect(page.getByRole('heading', { name: 'Node 4', exact: true })).toBeVisible()
})

test('Escape gives the focus back to where it was', async ({ page }) => {
  await page.goto('/nodes')
  const filter = page.getByRole('searchbox').first()
  await filter.focus()
  await openFinder(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(filter).toBeFocused()
})

test('pages, farms and actions are found by a part of their name', async ({ page }) => {
  await page.goto('/nodes')
  await openFinder(page)
  const finder = page.getByRole('dialog', { name: box })
  await page.keyboard.type('freef')
  await expect(finder.getByRole('option', { name: /^Freefarm/ })).toBeVisible()

  await finder.getByRole('combobox').fill('dark')
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')

  await openFinder(page)
  await page.keyboard.type('new dep')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/deploy\?draft=\w+$/)
})

test('an account leads to its twin, and the twin to what it pays for', async ({ page, grid }) => {
  const { address, twin } = grid.ready.accounts[0]!
  await page.goto(`/lookup/${address}`)
  const panel = page.getByRole('region', { name: `Twin ${twin}` })
  await expect(panel).toContainText(address)
  await expect(panel).toContainText('active')
  await expectNoAxeViolations(page)
})

test('a twin leads to its farms, and one of a node to that node', async ({ page, grid }) => {
  const ask = async (path: string) => (await fetch(grid.ready.gridproxy + path)).json() as Promise<unknown>
  const [farm] = (await ask('/farms?farm_id=1')) as { twinId: number }[]
  await page.goto(`/lookup/twin-${farm!.twinId}`)
  await page.getByRole('link', { name: /Freefarm|farms$/ }).click()
  await expect(page).toHaveURL(`/farms?twin=${farm!.twinId}`)

  const [node] = (await ask('/nodes?node_id=1')) as { twinId: number }[]
  await page.goto(`/lookup/twin-${node!.twinId}`)
  await page.getByRole('link', { name: 'Node 1', exact: true }).click()
  await expect(page).toHaveURL('/nodes/1')
})

test('an IP leads to the node that has it, or to the farm with its holder', async ({ page, grid }) => {
  const ask = async (path: string) => (await fetch(grid.ready.gridproxy + path)).json() as Promise<unknown>
  const [node] = (await ask('/nodes?ipv4=true&size=1')) as { nodeId: number; publicConfig: { ipv4: string } }[]
  await page.goto(`/lookup/${node!.publicConfig.ipv4.split('/')[0]}`)
  await expect(page.getByRole('heading', { name: `Node ${node!.nodeId}`, exact: true })).toBeVisible()

  const [ip] = (await ask('/public_ips?free=false&size=1')) as { ip: string; contract_id: number }[]
  await page.goto('/nodes')
  await openFinder(page)
  await page.keyboard.type(ip!.ip.split('/')[0]!)
  await expect(page.getByRole('option', { name: `held there by contract ${ip!.contract_id}` }).first()).toBeVisible()
})

test('what several things have is listed, with what is known of each', async ({ page }) => {
  await page.goto('/lookup/4')
  await expect(page.getByRole('region', { name: 'Contract 4' })).toContainText('State')
  await expect(page.getByRole('region', { name: 'Twin 4' })).toContainText('Relay')
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: 'Open node' }).click()
  await expect(page).toHaveURL('/nodes/4')
  await page.goBack()
  await page.getByRole('link', { name: 'Open contract' }).click()
  await expect(page).toHaveURL('/contracts/4')
})

test('what nothing has is said to be nothing', async ({ page }) => {
  await page.goto('/lookup/no-such-farm-anywhere')
  await expect(page.getByText('Local grid has nothing by “no-such-farm-anywhere”')).toBeVisible()
})

test('keys jump, focus the filter and tell of themselves', async ({ page }) => {
  await page.goto('/deployments')
  await page.getByRole('heading', { name: 'Deployments' }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page).toHaveURL('/nodes')
  const filter = page.getByRole('searchbox').first()
  await expect(filter).toBeVisible()
  await page.keyboard.press('/')
  await expect(filter).toBeFocused()

  // Typed, they are text.
  await page.keyboard.type('gd?')
  await expect(filter).toHaveValue('gd?')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await filter.blur()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Find or do anything')
  await expectNoAxeViolations(page)
})

test.describe('while GridProxy is down', () => {
  test.use({ expectedErrors: [/status of 500/] })

  test('looking up says so, and pages are still found', async ({ page, grid }) => {
    await page.goto('/deployments')
    grid.faults.activate({ fault: 'proxy-down' })
    await openFinder(page)
    await page.keyboard.type('7')
    await expect(page.getByText('GridProxy refused')).toBeVisible()
    await page.getByRole('combobox').fill('node')
    await page.getByRole('option', { name: /^Nodes/ }).waitFor()
  })
})
