import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'

test('an empty list says what no node has, and leads by keyboard to those that come near', async ({ page }) => {
  await page.goto('/nodes?country=Atlantis&status=up&freeMemoryGiB=1')
  await expect(page.getByText('No node that is up has 1 GiB of memory free in Atlantis')).toBeVisible()
  const near = page.getByRole('list', { name: 'Near answers' }).getByRole('link').first()
  await expect(near).toHaveText(/^\d+ (has|have) it in /)
  await expectNoAxeViolations(page)

  const [count] = (await near.textContent())!.split(' ')
  await tabTo(page, near)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: `${count} of 60 match` })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Applied filters' })).not.toContainText('Atlantis')
})

test('the most that there is leads to the node that has it', async ({ page }) => {
  await page.goto('/nodes?freeMemoryGiB=999999')
  await page.getByRole('link', { name: /has .* of memory free$/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 of 60 match' })).toBeVisible()
})

test('few questions are asked, and none of a list that is not empty', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/gridproxy/nodes?')) asked.push(request.url())
  })
  await page.goto('/nodes')
  await page.getByRole('table', { name: 'Nodes' }).getByRole('link').first().waitFor()
  asked.length = 0
  const filters = 'gpu=true&ipv4=true&domain=true&certified=true&rented=true&healthy=true&cores=8&country=Atlantis'
  await page.goto(`/nodes?${filters}`)
  await expect(page.getByText(/^No node that is/)).toBeVisible()
  await expect(page.getByText('Looking for what comes near')).toHaveCount(0)
  expect(asked.length).toBeLessThanOrEqual(6)
})

test('a place that has no nodes at all can be left', async ({ page }) => {
  await page.goto('/nodes?country=Atlantis')
  await expect(page.getByText('No node is in Atlantis')).toBeVisible()
  await page.getByRole('link', { name: 'Without country Atlantis' }).click()
  await expect(page).toHaveURL('/nodes')
})

test.describe('while GridProxy fails in between', () => {
  test.use({ expectedErrors: [/status of 500/] })

  test('each condition can still be dropped', async ({ page, grid }) => {
    await page.goto('/nodes?country=Atlantis')
    await expect(page.getByText('No node is in Atlantis')).toBeVisible()
    grid.faults.activate({ fault: 'proxy-down' })
    await page.getByLabel('Node ids or farm name').fill('4')
    await expect(page.getByText('GridProxy refused')).toBeVisible()
    grid.faults.clear()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(
      page.getByText('No node that is number 4 is in Atlantis').or(page.getByText('No node is number 4 in Atlantis')),
    ).toBeVisible()
  })
})
