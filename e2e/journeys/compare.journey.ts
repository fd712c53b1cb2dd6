import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'

test('a person picks nodes in the list and holds them side by side, by keyboard alone', async ({ page }) => {
  await page.goto('/nodes?text=1,2,3')
  await page.getByRole('link', { name: '1', exact: true }).waitFor()
  for (const id of [1, 2]) {
    await tabTo(page, page.getByRole('checkbox', { name: `Compare node ${id}`, exact: true }))
    await page.keyboard.press('Space')
  }
  await expect(page).toHaveURL('/nodes?text=1,2,3&compare=1,2')
  await tabTo(page, page.getByRole('link', { name: 'Compare', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/nodes/compare?ids=1,2')
  const table = page.getByRole('table', { name: 'Nodes side by side' })
  await expect(table.getByRole('columnheader', { name: /^Node/ })).toHaveCount(2)
  await expect(table.getByRole('row', { name: /^Free memory/ })).toContainText('GiB of')

  await tabTo(page, page.getByLabel('Node number'))
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Node 2 is here already')).toBeVisible()
  await page.keyboard.press('Backspace')
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/nodes/compare?ids=1,2,3')
  await tabTo(page, page.getByRole('button', { name: 'Remove node 1' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/nodes/compare?ids=2,3')
  await expectNoAxeViolations(page)
})

test('four are the most that can be picked, and picks outlive a page, a view and Back', async ({ page }) => {
  await page.goto('/nodes?sort=node_id&size=20&compare=1,2,3')
  await page.getByRole('checkbox', { name: 'Compare node 4', exact: true }).check()
  await expect(page.getByRole('checkbox', { name: 'Compare node 5', exact: true })).toBeDisabled()
  await page.getByRole('link', { name: 'Next page' }).click()
  await page.getByRole('radio', { name: 'Cards' }).click()
  await expect(page.getByRole('region', { name: 'Picked nodes' })).toContainText('1, 2, 3, 4')
  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  await page.getByRole('table', { name: 'Nodes side by side' }).waitFor()
  await page.getByRole('link', { name: 'Back to the list' }).click()
  await page.getByRole('button', { name: 'Pick none' }).click()
  await expect(page).toHaveURL('/nodes')
})

test('what differs is marked by more than its colour, and can be shown alone', async ({ page }) => {
  await page.goto('/nodes/compare?ids=1,2')
  const table = page.getByRole('table', { name: 'Nodes side by side' })
  await expect(table.getByRole('rowheader', { name: 'Free memory differs' })).toBeVisible()
  const all = await table.getByRole('row').count()
  const differing = await table.getByRole('rowheader', { name: /differs$/ }).count()
  expect(differing).toBeLessThan(all - 1)
  await page.getByRole('radio', { name: 'Differences' }).click()
  await expect(page).toHaveURL('/nodes/compare?ids=1,2&differences=true')
  await expect(table.getByRole('row')).toHaveCount(differing + 1)
})

test('ids that mean nothing are dropped and named, and so are those beyond four', async ({ page }) => {
  await page.goto('/nodes/compare?ids=1,moss,2,3,4,5')
  await expect(page.getByText('The address says ids=moss, which means nothing here.')).toBeVisible()
  await expect(page.getByText('4 nodes fit side by side; 5 is left out.')).toBeVisible()
  await page.goto('/nodes/compare')
  await expect(page.getByText('No nodes to compare yet')).toBeVisible()
  await expectNoAxeViolations(page)
})

test.describe('a node that is not there', () => {
  test.use({ expectedErrors: [/status of 404/] })

  test('leaves the others as they are', async ({ page }) => {
    await page.goto('/nodes/compare?ids=1,99999')
    await expect(page.getByText('Node 99999 does not exist')).toBeVisible()
    await expect(page.getByRole('row', { name: /^Free memory/ })).toContainText('GiB of')
    await page.getByRole('button', { name: 'Remove node 99999' }).click()
    await expect(page).toHaveURL('/nodes/compare?ids=1')
  })
})

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })

  test('the names of the facts stay in sight while the nodes scroll', async ({ page }) => {
    await page.goto('/nodes/compare?ids=1,2,3,4')
    const name = page.getByRole('rowheader', { name: /^Free memory/ })
    const last = page.getByRole('columnheader', { name: /^Node 4/ })
    await last.scrollIntoViewIfNeeded()
    await expect(last).toBeInViewport()
    await expect(name).toBeInViewport({ ratio: 1 })
    await expectNoAxeViolations(page)
  })
})
