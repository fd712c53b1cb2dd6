import type { Locator } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'

test('filters are in the address, each with its way out, and all go at once', async ({ page }) => {
  await page.goto('/farms')
  const farms = page.getByRole('table', { name: 'Farms' })
  await expect(farms.getByRole('row')).toHaveCount(9)

  const filters = page.getByRole('search')
  await filters.getByRole('button', { name: 'Public IPs' }).click()
  await page.getByLabel('Free public IPs').fill('1')
  await page.getByRole('button', { name: 'Show farms' }).click()
  await expect(page).toHaveURL('/farms?freeIps=1')

  await filters.getByRole('button', { name: 'Kind' }).click()
  await page.getByRole('checkbox', { name: 'Up' }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/farms?freeIps=1&status=up')
  const applied = page.getByRole('list', { name: 'Applied filters' })
  await expect(applied).toContainText('A node up')

  await page.getByRole('link', { name: 'Remove A node up' }).click()
  await expect(page).toHaveURL('/farms?freeIps=1')
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/farms')
  await expect(farms.getByRole('row')).toHaveCount(9)
})

test('an address shows what it says, and what of it means nothing; what no farm has can be dropped', async ({
  page,
}) => {
  await page.goto('/farms?size=7&freeIps=100000')
  await expect(page.getByText('The address says size=7, which means nothing here.')).toBeVisible()
  await expect(page.getByText('No farm has all of this')).toBeVisible()
  await page.getByRole('link', { name: 'Without free public ips 100,000 or more' }).click()
  await expect(page.getByRole('table', { name: 'Farms' })).toBeVisible()
})

test('the server sorts, and a header turns the order round', async ({ page }) => {
  await page.goto('/farms')
  const ids = page.getByRole('table', { name: 'Farms' }).getByRole('row').locator('td:first-child')
  await expect(ids).toHaveText(['1', '2', '3', '4', '5', '6', '7', '8'])
  await page.getByRole('button', { name: 'Farm', exact: true }).click()
  await expect(page).toHaveURL('/farms?sort=farm_id&order=desc')
  await expect(ids).toHaveText(['8', '7', '6', '5', '4', '3', '2', '1'])
})

test('a person finds a farm, sees its nodes and goes to one, by keyboard alone', async ({ page }) => {
  await page.goto('/farms')
  const tabTo = (place: Locator) =>
    expect(async () => {
      await page.keyboard.press('Tab')
      await expect(place).toBeFocused({ timeout: 100 })
    }).toPass({ intervals: [0] })

  await tabTo(page.getByRole('searchbox', { name: 'Farm id or name' }))
  await page.keyboard.type('Freefarm')
  await expect(page).toHaveURL('/farms?text=Freefarm')
  await tabTo(page.getByRole('link', { name: '1', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Freefarm' })).toBeVisible()

  await tabTo(page.getByRole('link', { name: 'See them in Nodes' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/nodes?farm=1')
  await expect(page.getByRole('list', { name: 'Applied filters' })).toContainText('Farm 1')
})

test('a farm tells its addresses and what it charges; a node leads to its farm', async ({ page, grid }) => {
  const [node] = grid.ready.sampleNodes
  await page.goto(`/nodes/${node}`)
  await page.getByRole('link', { name: 'Freefarm' }).first().click()
  await expect(page).toHaveURL('/farms/1')
  await expect(page.getByRole('button', { name: 'Copy the payout address' })).toBeVisible()
  const addresses = page.getByRole('table', { name: 'Public IPs' })
  await expect(addresses.getByRole('cell', { name: 'Free', exact: true }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Prices' })).toContainText('Compute unit')
})

test('a farm that is not there is said not to be', async ({ page }) => {
  await page.goto('/farms/99999')
  await expect(page.getByText('Farm 99999 does not exist')).toBeVisible()
  await page.getByRole('link', { name: 'See all farms' }).click()
  await expect(page).toHaveURL('/farms')
  await page.goto('/farms/moss')
  await expect(page.getByText('“moss” is no farm')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the list and a farm keep to WCAG in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/farms')
    await page.getByRole('table', { name: 'Farms' }).getByRole('link').first().waitFor()
    await expectNoAxeViolations(page)

    await page.goto('/farms/1')
    await page.getByText('Compute unit', { exact: true }).waitFor()
    await expectNoAxeViolations(page)
  })

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('each farm is one link of two lines', async ({ page }) => {
    await page.goto('/farms')
    await page.getByRole('list', { name: 'Farms' }).getByRole('link').first().click()
    await expect(page.getByRole('heading', { name: 'Freefarm' })).toBeVisible()
    await expectNoAxeViolations(page)
  })
})

test.describe('while GridProxy is down', () => {
  test.use({ expectedErrors: [/status of 500/] })

  test('the list says so, and Try again brings it once it is back', async ({ page, grid }) => {
    grid.faults.activate({ fault: 'proxy-down' })
    await page.goto('/farms')
    await expect(page.getByText('GridProxy refused')).toBeVisible()

    grid.faults.clear()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('table', { name: 'Farms' }).getByRole('link').first()).toBeVisible()
  })
})
