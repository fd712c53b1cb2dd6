import { expect, expectNoAxeViolations, test } from '#support/journey.ts'

test.describe('while GridProxy is down', () => {
  test.use({ expectedErrors: [/status of 500/] })

  test('the list says so, and Try again brings it once it is back', async ({ page, grid }) => {
    grid.faults.activate({ fault: 'proxy-down' })
    await page.goto('/nodes')
    await expect(page.getByText('GridProxy refused')).toBeVisible()
    await expectNoAxeViolations(page)

    grid.faults.clear()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('table', { name: 'Nodes' }).getByRole('link').first()).toBeVisible()
  })

  test('what was loaded stays, and is said to be older', async ({ page, grid }) => {
    await page.clock.install()
    await page.goto('/nodes')
    const first = page.getByRole('table', { name: 'Nodes' }).getByRole('link').first()
    await expect(first).toBeVisible()

    grid.faults.activate({ fault: 'proxy-down' })
    await page.clock.runFor(61_000)
    await expect(page.getByText('What you see is older.')).toBeVisible()
    await expect(first).toBeVisible()
    await expectNoAxeViolations(page)
  })
})

test('a row that cannot be read is left out and told, and the others stay', async ({ page, grid }) => {
  grid.faults.activate({ fault: 'proxy-malformed' })
  await page.goto('/nodes?size=20')
  await expect(page.getByText('1 of these rows could not be read and are left out')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Nodes' }).getByRole('row')).toHaveCount(20)
  await expectNoAxeViolations(page)
})

test('while GridProxy is slow the page before stays, and a first page has grey rows', async ({ page, grid }) => {
  grid.faults.activate({ fault: 'proxy-slow', ms: 1500 })
  await page.goto('/nodes?size=20')
  const nodes = page.getByRole('table', { name: 'Nodes' })
  await expect(nodes).toHaveAttribute('aria-busy', 'true')
  await expect(nodes).toHaveAttribute('aria-busy', 'false')

  await nodes.getByRole('button', { name: 'Node' }).click()
  await expect(page).toHaveURL(/sort=node_id/)
  await expect(nodes).toHaveAttribute('aria-busy', 'false')
  await expect(nodes.getByRole('link').first()).toHaveText('1')
})

test.describe('offline', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED|WebSocket/] })

  test('what is loaded stays readable under a banner that says so', async ({ page, context }) => {
    await page.goto('/nodes')
    const first = page.getByRole('table', { name: 'Nodes' }).getByRole('link').first()
    await expect(first).toBeVisible()

    await context.setOffline(true)
    await expect(page.getByText('Offline.', { exact: true })).toBeVisible()
    await expect(first).toBeVisible()

    await context.setOffline(false)
    await expect(page.getByText('Offline.', { exact: true })).toBeHidden()
  })
})
