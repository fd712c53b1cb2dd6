import { expect, test } from '#support/journey.ts'

test('an address with nothing at it says so and leads back', async ({ page }) => {
  await page.goto('/nowhere/at/all')
  await expect(page.getByText('There is nothing at /nowhere/at/all')).toBeVisible()

  await page.getByRole('link', { name: 'See the nodes' }).click()
  await expect(page.getByRole('heading', { name: 'Nodes', exact: true })).toBeVisible()
})

test('what is no node id is told apart from a node that is missing', async ({ page }) => {
  await page.goto('/nodes/seven')
  await expect(page.getByText('“seven” is no node')).toBeVisible()
})

test.describe('a node that does not exist', () => {
  // The browser notes what GridProxy answered.
  test.use({ expectedErrors: [/status of 404/] })

  test('is said to be missing, without an offer to try again', async ({ page }) => {
    await page.goto('/nodes/999999')
    await expect(page.getByText('Node 999999 does not exist')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0)

    await page.getByRole('link', { name: 'See all nodes' }).click()
    await expect(page.getByRole('table', { name: 'Nodes' })).toBeVisible()
  })
})
