import type { Locator, Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'

const nodesIn = (page: Page) => page.getByRole('table', { name: 'Nodes' })
const applied = (page: Page) => page.getByRole('list', { name: 'Applied filters' })
const openFilter = (page: Page, name: string) => page.getByRole('search').getByRole('button', { name }).click()

test('filters are in the address, and Back undoes them one by one', async ({ page }) => {
  await page.goto('/nodes')
  await expect(nodesIn(page).getByRole('row')).toHaveCount(51)

  await openFilter(page, 'Status')
  await page.getByRole('checkbox', { name: 'Down' }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/nodes?status=down')
  await expect(nodesIn(page).getByRole('cell', { name: 'Up', exact: true })).toHaveCount(0)

  await openFilter(page, 'Capacity')
  await page.getByLabel('Free memory').fill('16')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/nodes?status=down&freeMemoryGiB=16')
  await expect(applied(page)).toContainText('Free memory 16 GiB or more')

  await page.goBack()
  await expect(page).toHaveURL('/nodes?status=down')
  await page.goBack()
  await expect(page).toHaveURL('/nodes')
  await expect(nodesIn(page).getByRole('row')).toHaveCount(51)

  await page.goForward()
  await page.getByRole('link', { name: 'Clear all' }).click()
  await expect(page).toHaveURL('/nodes')
})

test('a size is typed in any unit, shown as it was understood, and what is none is told in its place', async ({
  page,
}) => {
  await page.goto('/nodes')
  await openFilter(page, 'Capacity')
  const freeSsd = page.getByRole('textbox', { name: 'Free SSD' })
  await freeSsd.fill('lots')
  await expect(
    page.getByRole('textbox', { name: 'Free SSD', description: 'Write it like 64 GiB or 2 TB' }),
  ).toBeVisible()
  await expect(page).toHaveURL('/nodes')

  await freeSsd.fill('500gb')
  await page.getByRole('textbox', { name: 'Free memory' }).fill('4096 mib')
  await expect(freeSsd).toHaveValue('500 GB')
  // Closing the panel applies what was typed last.
  await page.keyboard.press('Escape')
  await expect(applied(page)).toContainText('Free SSD 500 GB or more')
  await expect(applied(page)).toContainText('Free memory 4 GiB or more')
})

test('a farm is found by its name, places and cards by lists', async ({ page, grid }) => {
  const answer = await fetch(`${grid.ready.gridproxy}/farms?size=1`)
  const [farm] = (await answer.json()) as { farmId: number; name: string }[]
  await page.goto('/nodes')
  await openFilter(page, 'Farm')
  await page.getByRole('searchbox', { name: 'Farm id or name' }).fill(farm!.name.slice(0, 5))
  await page.getByRole('list', { name: 'Farms' }).getByRole('button', { name: farm!.name }).click()
  await page.keyboard.press('Escape')
  await expect(applied(page)).toContainText(`Farm ${farm!.farmId}`)

  await openFilter(page, 'Place')
  await page.getByLabel('Region').selectOption('Europe')
  await page.keyboard.press('Escape')
  await openFilter(page, 'GPU')
  await page.getByLabel('Vendor').selectOption('NVIDIA')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(`/nodes?farm=${farm!.farmId}&region=Europe&gpuVendor=NVIDIA`)
})

test('an address with filters shows what it says, and what of it means nothing', async ({ page }) => {
  await page.goto('/nodes?status=up&size=7&rentedBy=me&cols=price,colour')
  await expect(applied(page)).toContainText('Status Up')
  await expect(
    page.getByText('The address says size=7, rentedBy=me, cols=price,colour, which means nothing here.'),
  ).toBeVisible()
})

test('every order that GridProxy knows can be asked for', async ({ page }) => {
  await page.goto('/nodes')
  await nodesIn(page).getByRole('button', { name: 'Node' }).click()
  await expect(page).toHaveURL('/nodes?sort=node_id&order=asc')
  await page.getByRole('button', { name: 'Order' }).click()
  await page.getByLabel('Order by').selectOption('Extra fee')
  await page.getByRole('radio', { name: 'Highest first' }).click()
  await expect(page).toHaveURL('/nodes?sort=extra_fee&order=desc')
})

const tabTo = (page: Page, place: Locator) =>
  expect(async () => {
    await page.keyboard.press('Tab')
    await expect(place).toBeFocused({ timeout: 100 })
  }).toPass({ intervals: [0] })

test('a person finds and opens a node by keyboard alone', async ({ page, grid }) => {
  const [first, second] = grid.ready.sampleNodes
  await page.goto('/nodes')
  await nodesIn(page).getByRole('link').first().waitFor()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Node ids or farm name' })).toBeFocused()
  await page.keyboard.type(`${first}, ${second}`)
  await expect(applied(page)).toContainText(`Nodes ${first}, ${second}`)

  await tabTo(page, page.getByRole('search').getByRole('button', { name: 'Status' }))
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'Up' }).waitFor()
  await tabTo(page, page.getByRole('checkbox', { name: 'Up' }))
  await page.keyboard.press('Space')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/status=up/)

  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: String(first), exact: true })).toBeFocused()
  await page.keyboard.press('j')
  await expect(page.getByRole('link', { name: String(second), exact: true })).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: `Node ${first}`, exact: true })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('all filters are on one sheet, which says how many nodes are left', async ({ page }) => {
    await page.goto('/nodes')
    await page.getByRole('button', { name: 'Filters' }).click()
    const sheet = page.getByRole('dialog', { name: 'Filters' })
    await sheet.getByRole('checkbox', { name: 'Up' }).check()
    await sheet.getByLabel('Free memory').fill('8 GiB')
    await page.keyboard.press('Enter')
    await sheet.getByLabel('Hardware').selectOption('DIY')
    await expectNoAxeViolations(page)
    await sheet.getByRole('button', { name: /^Show \d+ nodes?$/ }).click()
    await expect(sheet).toBeHidden()
    await expect(page).toHaveURL('/nodes?status=up&freeMemoryGiB=8&certified=false')
    await expect(page.getByRole('button', { name: 'Filters 3' })).toBeVisible()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the list and a node keep to WCAG in the ${colorScheme} theme`, async ({ page, grid }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/nodes?status=up')
    await nodesIn(page).getByRole('link').first().waitFor()
    await expectNoAxeViolations(page)

    const [id] = grid.ready.sampleNodes
    await page.goto(`/nodes/${id}`)
    await page.getByRole('link', { name: 'Deploy here' }).waitFor()
    await expectNoAxeViolations(page)
  })

  for (const [name, field] of [
    ['Capacity', 'Free memory'],
    ['Farm', 'Farm id or name'],
    ['More', 'Hardware'],
  ] as const)
    test(`the filters under ${name} keep to WCAG in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto('/nodes?size=20')
      await openFilter(page, name)
      await page.getByRole('dialog', { name }).getByLabel(field).waitFor()
      await expectNoAxeViolations(page)
    })
}

test('50 nodes take no more than 1,500 elements, and nothing moves when they come', async ({ page, grid }) => {
  grid.faults.activate({ fault: 'proxy-slow', ms: 800 })
  await page.addInitScript(() => {
    const seen = Object.assign(window, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/nodes')
  await expect(nodesIn(page).getByRole('row')).toHaveCount(51)
  await expect(nodesIn(page).getByRole('button', { name: /TFT/ })).toHaveCount(51)
  expect(await page.evaluate(() => document.querySelectorAll('body *').length)).toBeLessThanOrEqual(1_500)
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThanOrEqual(0.02)
})
