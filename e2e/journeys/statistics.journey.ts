import type { Locator, Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'

const figure = (page: Page, name: string) =>
  page.locator('dl > div').filter({ has: page.getByRole('term').getByText(name, { exact: true }) })

/** Follows a figure, and finds as many rows on the list that it leads to. */
const leadsToAsMany = async (page: Page, link: Locator, noun: string) => {
  const number = await link.textContent()
  await link.click()
  const matches = new RegExp(`^${number} (${noun}s?|of [\\d,]+ match)$`)
  await expect(page.getByRole('status').filter({ hasText: matches })).toBeVisible()
  await page.goBack()
}

test('every figure leads to the list that it counts', async ({ page }) => {
  await page.goto('/statistics')
  for (const name of ['Nodes', 'With a GPU', 'Let whole', 'Access nodes', 'Gateways']) {
    const link = figure(page, name).getByRole('link')
    await expect(link).toHaveText(/^[\d,]+$/)
    await leadsToAsMany(page, link, 'node')
  }
  await leadsToAsMany(page, figure(page, 'Farms').getByRole('link'), 'farm')

  const free = figure(page, 'Public IPs').getByRole('link', { name: /free$/ })
  await free.click()
  await expect(page).toHaveURL('/farms?freeIps=1&sort=free_ips&order=desc')
})

test('hardware and GPUs are told apart, and each bar leads to as many nodes', async ({ page }) => {
  await page.goto('/statistics?nodes=all')
  for (const name of ['By hardware', 'By GPU']) {
    const bars = page.getByRole('list', { name }).getByRole('link')
    await bars.first().waitFor()
    for (const bar of [bars.first(), bars.last()]) {
      const [, , count] = await bar.locator('> span').allTextContents()
      if (count === '0') continue
      await bar.click()
      await expect(page.getByRole('status').filter({ hasText: `${count} of` })).toBeVisible()
      await page.goBack()
    }
  }
})

test('a country leads to its nodes, from the list and from the map', async ({ page }) => {
  await page.goto('/statistics?nodes=all')
  const first = page.getByRole('list', { name: 'Nodes by country' }).getByRole('link').first()
  await first.waitFor()
  const [country, , count] = await first.locator('> span').allTextContents()
  await first.click()
  await expect(page.getByRole('list', { name: 'Applied filters' })).toContainText(`Country ${country}`)
  await expect(page.getByRole('status').filter({ hasText: `${count} of` })).toBeVisible()

  await page.goBack()
  await page.locator('figure a').first().click()
  await expect(page.getByRole('list', { name: 'Applied filters' })).toContainText('Country')
})

test('a person chooses which nodes are counted and goes to them by keyboard alone', async ({ page }) => {
  await page.goto('/statistics')
  const tabTo = (place: Locator) =>
    expect(async () => {
      await page.keyboard.press('Tab')
      await expect(place).toBeFocused({ timeout: 100 })
    }).toPass({ intervals: [0] })

  await tabTo(page.getByRole('radio', { name: 'Up or standby' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL('/statistics?nodes=up')
  await tabTo(figure(page, 'Nodes').getByRole('link'))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/nodes?status=up')
})

test('an address that means nothing here is said, and the rest is shown', async ({ page }) => {
  await page.goto('/statistics?nodes=asleep')
  await expect(page.getByText('The address says nodes=asleep, which means nothing here.')).toBeVisible()
  await expect(figure(page, 'Nodes')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`the figures keep to WCAG in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/statistics')
    await page.locator('figure svg').first().waitFor()
    await page.getByRole('list', { name: 'Nodes by state' }).waitFor()
    await expectNoAxeViolations(page)
  })

test.describe('while GridProxy is down', () => {
  test.use({ expectedErrors: [/status of 500/] })

  test('the page says so, and Try again brings the figures once it is back', async ({ page, grid }) => {
    grid.faults.activate({ fault: 'proxy-down' })
    await page.goto('/statistics')
    await expect(page.getByText('GridProxy refused')).toBeVisible()

    grid.faults.clear()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(figure(page, 'Nodes')).toBeVisible()
  })
})
