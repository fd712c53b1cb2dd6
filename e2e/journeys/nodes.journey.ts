import type { Locator } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'

test('filters are in the address, and Back undoes them one by one', async ({ page }) => {
  await page.goto('/nodes')
  const nodes = page.getByRole('table', { name: 'Nodes' })
  await expect(nodes.getByRole('row')).toHaveCount(51)

  const filters = page.getByRole('search')
  await filters.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('checkbox', { name: 'Down' }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/nodes?status=down')
  await expect(nodes.getByRole('cell', { name: 'Up', exact: true })).toHaveCount(0)

  await filters.getByRole('button', { name: 'Capacity' }).click()
  await page.getByLabel('Free memory').fill('16')
  await page.getByRole('button', { name: 'Show nodes' }).click()
  await expect(page).toHaveURL('/nodes?status=down&freeMemoryGiB=16')
  await expect(page.getByRole('list', { name: 'Applied filters' })).toContainText('Free memory 16 GiB or more')

  await page.goBack()
  await expect(page).toHaveURL('/nodes?status=down')
  await page.goBack()
  await expect(page).toHaveURL('/nodes')
  await expect(nodes.getByRole('row')).toHaveCount(51)
})

test('an address with filters shows what it says, and what of it means nothing', async ({ page }) => {
  await page.goto('/nodes?status=up&size=7')
  await expect(page.getByRole('list', { name: 'Applied filters' })).toContainText('Status Up')
  await expect(page.getByText('The address says size=7, which means nothing here.')).toBeVisible()
})

test('a person finds and opens a node by keyboard alone', async ({ page, grid }) => {
  const [id] = grid.ready.sampleNodes
  await page.goto('/nodes')
  const tabTo = (place: Locator) =>
    expect(async () => {
      await page.keyboard.press('Tab')
      await expect(place).toBeFocused({ timeout: 100 })
    }).toPass({ intervals: [0] })

  await tabTo(page.getByRole('searchbox', { name: 'Node id or farm name' }))
  await page.keyboard.type(String(id))
  await expect(page).toHaveURL(`/nodes?text=${id}`)
  await tabTo(page.getByRole('link', { name: String(id), exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `Node ${id}` })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the list and a node keep to WCAG in the ${colorScheme} theme`, async ({ page, grid }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/nodes')
    await page.getByRole('table', { name: 'Nodes' }).getByRole('link').first().waitFor()
    await expectNoAxeViolations(page)

    const [id] = grid.ready.sampleNodes
    await page.goto(`/nodes/${id}`)
    await page.getByRole('link', { name: 'Deploy here' }).waitFor()
    await expectNoAxeViolations(page)
  })

test.describe('while GridProxy is down', () => {
  test.use({ expectedErrors: [/status of 500/] })

  test('the list says so, and Try again brings it once it is back', async ({ page, grid }) => {
    grid.faults.activate({ fault: 'proxy-down' })
    await page.goto('/nodes')
    await expect(page.getByText('GridProxy refused')).toBeVisible()

    grid.faults.clear()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('table', { name: 'Nodes' }).getByRole('link').first()).toBeVisible()
  })
})
