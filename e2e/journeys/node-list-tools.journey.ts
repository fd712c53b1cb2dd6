import { readFile } from 'node:fs/promises'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'

test('columns are chosen and moved by keyboard, and the address holds them', async ({ page }) => {
  await page.goto('/nodes')
  const nodes = page.getByRole('table', { name: 'Nodes' })
  await nodes.getByRole('link').first().waitFor()
  await page.getByRole('button', { name: 'Columns' }).press('Enter')
  const columns = page.getByRole('list', { name: 'Columns' })
  await columns.getByRole('checkbox', { name: 'Place' }).press('Space')
  await columns.getByRole('checkbox', { name: 'Processor' }).press('Space')
  await columns.getByRole('button', { name: 'Move Farm earlier' }).press('Enter')
  const chosen = 'farm,status,cpu,memory,ssd,hdd,gpu,ips,price,uptime,processor'
  await expect(page).toHaveURL(`/nodes?cols=${chosen}`)
  const headers = nodes.getByRole('columnheader')
  await expect(headers).toHaveText([
    /^Node/,
    /^Farm/,
    /^Status/,
    /vCPU/,
    /Memory/,
    /SSD/,
    /HDD/,
    /GPU/,
    /IPv4/,
    /TFT/,
    /Uptime/,
    /^Processor/,
  ])

  await page.getByRole('button', { name: 'Usual columns' }).click()
  await expect(page).toHaveURL('/nodes')
})

test('how close rows stand is kept by the browser and not in the address', async ({ page }) => {
  await page.goto('/nodes?size=20')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('radio', { name: 'Compact' }).click()
  await expectNoAxeViolations(page)
  await page.reload()
  await page.getByRole('button', { name: 'Columns' }).click()
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeChecked()
  await expect(page).toHaveURL('/nodes?size=20')
})

test('the shown page is kept as CSV without asking for it again', async ({ page }) => {
  await page.goto('/nodes?size=20&sort=node_id&cols=status,memory,price')
  await page.getByRole('button', { name: /TFT, / }).first().waitFor()
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save this page as CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toBe('nodes-local-page-1.csv')
  const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(21)
  expect(lines[0]).toBe(
    'Node,Status,Free memory (bytes),Memory (bytes),Price (TFT/month),Price (TFT/hour),Price (USD/month)',
  )
  expect(lines[1]).toMatch(/^1,up,\d+,\d+,[\d.]+,[\d.]+,[\d.]+$/)
  expect(asked.filter((url) => url.includes('/gridproxy/nodes'))).toEqual([])
})

test('a view is kept under a name, gone to, renamed and deleted', async ({ page }) => {
  await page.goto('/nodes?status=up&region=Europe&sort=uptime&order=desc&page=2')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await page.getByLabel('Name of this view').fill('Europe, long up')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectNoAxeViolations(page)

  await page.goto('/nodes')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await page.getByRole('button', { name: 'Rename Europe, long up' }).click()
  await page.getByLabel('New name of Europe, long up').fill('Steady')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Steady' }).click()
  await expect(page).toHaveURL('/nodes?status=up&region=Europe&sort=uptime&order=desc')

  await page.getByRole('button', { name: 'Saved views' }).click()
  await page.getByRole('button', { name: 'Delete Steady' }).click()
  await expect(page.getByText('None yet.')).toBeVisible()
})

test('a view of another network goes without what is true only there', async ({ page }) => {
  await page.addInitScript(() => {
    const search = { farm: '7', status: 'up' }
    localStorage.setItem('views:nodes', JSON.stringify([{ name: 'My farm', network: 'main', search }]))
  })
  await page.goto('/nodes')
  await page.getByRole('button', { name: 'Saved views' }).click()
  await page.getByRole('link', { name: 'My farm Of Production; here without farm' }).click()
  await expect(page).toHaveURL('/nodes?status=up')
})

test('a price says how it comes about, and gives the focus back', async ({ page }) => {
  await page.goto('/nodes?certified=true&status=up')
  const price = page.getByRole('button', { name: /TFT, / }).nth(0)
  const [, tft] = /^([\d,]+) TFT/.exec((await price.getAttribute('aria-label')) ?? '') ?? []
  await price.click()
  const answer = page.getByRole('dialog', { name: /Price of node/ })
  await expect(answer.getByRole('row', { name: /^Compute .* CU × \$/ })).toBeVisible()
  await expect(answer.getByRole('row', { name: /^Certified \+25 %/ })).toBeVisible()
  await expect(answer.getByRole('row', { name: /^An hour / })).toBeVisible()
  const exact = await answer.getByRole('row', { name: /^A month / }).textContent()
  const month = Number(/([\d,.]+) TFT/.exec(exact ?? '')?.[1]?.replaceAll(',', ''))
  expect(Math.round(month).toLocaleString('en')).toBe(tft)
  await expect(answer).toContainText('none is open, so there is no discount')
  await expectNoAxeViolations(page)

  await page.keyboard.press('Escape')
  await expect(price).toBeFocused()
})
