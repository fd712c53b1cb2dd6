import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'

test('the same result is shown as table, cards and map, each with an address of its own', async ({ page }) => {
  await page.goto('/nodes?status=up&sort=node_id')
  await page.getByRole('table', { name: 'Nodes' }).getByRole('link').first().waitFor()
  const count = await page.getByRole('status').filter({ hasText: 'match' }).textContent()

  await tabTo(page, page.getByRole('radio', { name: 'Table' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(page).toHaveURL('/nodes?status=up&sort=node_id&view=cards')
  await expect(page.getByRole('list', { name: 'Nodes' }).getByRole('listitem').first()).toContainText('Free memory')
  await expect(page.getByRole('status').filter({ hasText: 'match' })).toHaveText(count!)

  await page.getByRole('radio', { name: 'Map' }).click()
  await expect(page).toHaveURL('/nodes?status=up&sort=node_id&view=map')
  const [matching] = count!.split(' ')
  await expect(page.getByText(`All ${matching} nodes of the result.`)).toBeVisible()
  await page.goBack()
  await expect(page.getByText('Free memory').first()).toBeVisible()
})

test('a person looks closer at a place of the map and goes to a node there, by keyboard alone', async ({ page }) => {
  await page.goto('/nodes?view=map')
  const place = page.getByRole('region', { name: 'Map of the nodes' }).getByRole('button').first()
  await place.waitFor()
  const words = await place.getAttribute('aria-label')
  await tabTo(page, place)
  await page.keyboard.press('Enter')
  const here = page.getByRole('region', { name: 'Nodes here' })
  await expect(here).toBeFocused()
  await expect(here.getByRole('heading')).toHaveText(words!)
  await expectNoAxeViolations(page)

  await tabTo(page, here.getByRole('list', { name: 'Nodes' }).getByRole('link').first())
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/nodes\/\d+$/)
  await page.goBack()
  await place.click()
  await here
    .getByRole('link', { name: /^List all in/ })
    .first()
    .click()
  await expect(page).toHaveURL(/^[^?]*\/nodes\?country=[^&]+$/)
})

test('the map shows the whole result again when asked to', async ({ page }) => {
  await page.goto('/nodes?view=map')
  const map = page.getByRole('region', { name: 'Map of the nodes' })
  await map.getByRole('button').first().click()
  await page.getByRole('button', { name: 'Whole result' }).click()
  await expect(page.getByRole('region', { name: 'Nodes here' })).toHaveCount(0)
  await expect(map).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const view of ['cards', 'map'])
    test(`${view} keep to WCAG in the ${colorScheme} theme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(`/nodes?view=${view}`)
      if (view === 'map') await page.getByText(/^All 60 nodes of the result/).waitFor()
      else await page.getByRole('link', { name: 'Node 1', exact: true }).waitFor()
      await expectNoAxeViolations(page)
    })

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('cards and map fit, and a card is picked by touch', async ({ page }) => {
    await page.goto('/nodes?view=cards')
    await page.getByRole('checkbox', { name: 'Compare node 1', exact: true }).check()
    await expect(page.getByRole('region', { name: 'Picked nodes' })).toContainText('Node 1, pick one more')
    const fits = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('li')].every((li) => li.getBoundingClientRect().right <= innerWidth),
      )
    expect(await fits()).toBe(true)
    await page.getByRole('radio', { name: 'Map' }).click()
    await page.getByText(/^All 60 nodes of the result/).waitFor()
    await expectNoAxeViolations(page)
  })
})

test.describe('while GridProxy is down', () => {
  test.use({ expectedErrors: [/status of 500/] })

  test('the map says so, and Try again brings it once it is back', async ({ page, grid }) => {
    await page.goto('/nodes?view=cards')
    await page.getByRole('link', { name: 'Node 1', exact: true }).waitFor()
    grid.faults.activate({ fault: 'proxy-down' })
    await page.getByRole('radio', { name: 'Map' }).click()
    await expect(page.getByText('GridProxy refused')).toBeVisible()
    grid.faults.clear()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByText(/^All 60 nodes of the result/)).toBeVisible()
  })
})
