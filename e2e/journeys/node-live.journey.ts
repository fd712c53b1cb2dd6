import type { Page } from '@playwright/test'
import type { Grid } from '#grid/grid.ts'
import { getAccount, tabTo } from '#support/machine.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'

/** A node that is up and meets this of GridProxy's filters. */
async function nodeWith(grid: Grid, filter: string): Promise<number> {
  const found = await fetch(`${grid.ready.gridproxy}/nodes?status=up&size=1&${filter}`)
  const [node] = (await found.json()) as { nodeId: number }[]
  return node!.nodeId
}

/** Opens a node with an account that can talk to it, and gives back the node's number. */
async function withAccountAt(page: Page, grid: Grid): Promise<number> {
  const [id] = grid.ready.sampleNodes
  await page.goto(`/nodes/${id}/console`)
  await getAccount(page)
  await expect(page.getByRole('button', { name: 'Ask the node' })).toBeVisible()
  return id!
}

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('without an account the page says what it needs, and asks the node once there is one', async ({ page, grid }) => {
  await page.goto(`/nodes/${grid.ready.sampleNodes[0]}`)
  await page.getByRole('link', { name: 'Ask the node' }).click()
  await expect(page.getByText('No account is open')).toBeVisible()
  await expect(page.getByText('Nodes answer signed messages only')).toBeVisible()
  await expectNoAxeViolations(page)

  await getAccount(page)
  await expect(part(page, 'System')).toContainText(/3\.14\.0 zinit 0\.2\.25[\d.]+ m?s/)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`a node tells all of itself, in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/nodes/1/live')
    await getAccount(page)
    await expect(part(page, 'Taken, by its own count')).toContainText(/Memory[\d.]+ GiB free of [\d.]+ GiB/)
    await expect(part(page, 'Storage pools').getByRole('cell', { name: 'SSD' }).first()).toBeVisible()
    await expect(part(page, 'Network')).toContainText('WireGuard ports')
    await expect(part(page, 'Network')).toContainText(/\d,\d{3} free/)
    await expect(part(page, 'Network')).toContainText('.local.grid.tf')
    await expect(part(page, 'Graphics cards')).toContainText('It has none.')
    const tests = part(page, 'Its own tests')
    await expect(tests.getByRole('row', { name: /TCP/ })).toBeVisible()
    await expect(tests).toContainText(/One core[\d.]+ s/)
    await expect(part(page, 'Diagnostics')).toContainText('All of ZOS answers')
    await part(page, 'Hardware, by its firmware').getByText('BIOS Information').click()
    await expect(part(page, 'Hardware, by its firmware')).toContainText('Vendor')
    await expect(page.getByText(/^Asked \d+ s ago$/)).toBeVisible()
    await expectNoAxeViolations(page)
  })

test('ZOS light says what it lacks instead of leaving it empty', async ({ page, grid }) => {
  await page.goto(`/nodes/${await nodeWith(grid, 'features=zmachine-light')}/live`)
  await getAccount(page)
  await expect(part(page, 'System')).toContainText('zmachine-light')
  await expect(part(page, 'Network')).toContainText('Not on this node')
  await expect(part(page, 'Network')).toContainText('ZOS light does not tell')
})

test('a node with graphics cards names them', async ({ page, grid }) => {
  const id = await nodeWith(grid, 'has_gpu=true')
  await page.goto(`/nodes/${id}/live`)
  await getAccount(page)
  await expect(part(page, 'Graphics cards')).toContainText(/GiB(Free|Taken)/)
})

test('what a slow node has answered shows while the rest is on its way', async ({ page, grid }) => {
  const id = await withAccountAt(page, grid)
  grid.faults.activate({ fault: 'node-slow', node: id, ms: 4_000 })
  await page.getByRole('link', { name: 'Live' }).click()
  await expect(page.getByText(/\d+ still to come/)).toBeVisible()
  await expect(part(page, 'System')).toContainText('3.14.0')
  await expect(part(page, 'Hardware, by its firmware')).toContainText('Asking')
  await expect(part(page, 'Hardware, by its firmware')).toContainText('BIOS Information')
  await expect(part(page, 'System')).toContainText(/[4-9]\.\d s/)
})

test('a node that says nothing is said to be silent, once, and answers again when it can', async ({ page, grid }) => {
  const id = await withAccountAt(page, grid)
  grid.node(id).goOffline()
  await page.getByRole('link', { name: 'Live' }).click()
  await expect(page.getByText(`Node ${id} cannot be reached`)).toHaveCount(1)
  await expectNoAxeViolations(page)

  grid.node(id).goOnline()
  await page.getByRole('button', { name: 'Ask again' }).click()
  await expect(part(page, 'System')).toContainText('3.14.0')
})

test('one answer that is lost takes nothing else along, and can be asked for again', async ({ page, grid }) => {
  test.setTimeout(90_000)
  const id = await withAccountAt(page, grid)
  grid.faults.activate({ fault: 'reply-lost', node: id, times: 1 })
  await page.getByRole('link', { name: 'Live' }).click()
  await expect(part(page, 'Diagnostics')).toContainText('All of ZOS answers')
  await expect(page.getByText(`Node ${id} did not answer in 15 s`).first()).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Ask again' }).first().click()
  await expect(page.getByText(`Node ${id} did not answer in 15 s`)).toHaveCount(0)
})

test.describe('the console', () => {
  test('asks any command, shows the reply as it came and keeps what was asked', async ({ page }) => {
    await page.goto('/nodes/1/console')
    await getAccount(page)
    await page.getByRole('link', { name: 'perf.get', exact: true }).click()
    await expect(page).toHaveURL('/nodes/1/console?command=zos.perf.get')
    await page.getByLabel('Test').selectOption('iperf')
    await expect(page.getByText('{"name":"iperf"}')).toBeVisible()
    await page.getByRole('button', { name: 'Ask the node' }).click()
    await expect(page.getByLabel('Reply as JSON')).toHaveValue(/^\{\n {2}"name": "iperf"/)
    await expect(part(page, 'Reply')).toContainText('As documented')

    await page.getByRole('link', { name: 'deployment.get', exact: true }).click()
    await page.getByRole('button', { name: 'Ask the node' }).click()
    await expect(page.getByText('The node needs it: contract id')).toBeVisible()
    await page.getByLabel('Contract id').fill('99')
    await page.getByRole('button', { name: 'Ask the node' }).click()
    await expect(page.getByRole('alert')).toContainText('Node 1 refused. It says: “deployment not found”.')
    await expectNoAxeViolations(page)

    await page.getByRole('button', { name: /zos.perf.get/ }).click()
    await expect(page.getByLabel('Reply as JSON')).toHaveValue(/"name": "iperf"/)
    await expectNoAxeViolations(page)
  })

  test('offers nobody but the farmer what is the farmer’s', async ({ page }) => {
    await page.goto('/nodes/1/console?command=zos.admin.interfaces')
    await getAccount(page)
    await expect(page.getByText('The address says command=zos.admin.interfaces')).toBeVisible()
    await expect(page.getByRole('link', { name: 'admin.interfaces' })).toHaveCount(0)
  })
})

test('a person asks a node for its disks by keyboard alone', async ({ page }) => {
  await page.goto('/nodes/1')
  await getAccount(page)
  await tabTo(page, page.getByRole('link', { name: 'API console' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/nodes/1/console')
  await expect(page.getByRole('link', { name: 'API console' })).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: 'storage.pools' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Ask the node' }))
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Reply as JSON')).toHaveValue(/"type": "ssd"/)
})

test('the contracts on a node are told by page and state, each with its way on', async ({ page }) => {
  await page.goto('/nodes/1/contracts')
  const contracts = page.getByRole('table', { name: 'Contracts' })
  await expect(contracts.getByRole('cell', { name: 'Running' }).first()).toBeVisible()
  await page.getByRole('radio', { name: 'Past' }).click()
  await expect(page).toHaveURL('/nodes/1/contracts?show=past')
  await expect(contracts.getByRole('cell', { name: 'Ended' }).first()).toBeVisible()
  await expect(contracts.getByRole('cell', { name: 'Running' })).toHaveCount(0)
  await expectNoAxeViolations(page)
  const link = contracts.getByRole('link').first()
  const id = await link.textContent()
  await link.click()
  await expect(page).toHaveURL(`/lookup/contract%20${id}`)
})

test('the public addresses of a farm say which of them are used on this node', async ({ page }) => {
  await page.goto('/nodes/1/ips')
  await expect(page.getByRole('region', { name: 'Public config' })).toContainText('WireGuard ready')
  const addresses = page.getByRole('table', { name: 'Public IPs of its farm' })
  await expect(addresses.getByRole('row', { name: /Used on this node contract \d+, twin \d+/ }).first()).toBeVisible()
  await expectNoAxeViolations(page)
})

test('a column of Nodes measures who answers', async ({ page, grid }) => {
  const [id] = grid.ready.sampleNodes
  grid.node(id!).goOffline()
  await page.goto('/nodes?cols=status,reach&sort=node_id&order=asc')
  await getAccount(page)
  const nodes = page.getByRole('table', { name: 'Nodes' })
  await expect(nodes.getByRole('row', { name: new RegExp(`\\b${id} Up No answer`) })).toBeVisible()
  await expect(nodes.getByRole('cell', { name: /^[\d.]+ m?s$/ }).first()).toBeVisible()
})

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the node’s own page and its console fit', async ({ page }) => {
    await page.goto('/nodes/1/live')
    await getAccount(page)
    await expect(part(page, 'Storage pools').getByRole('listitem').first()).toBeVisible()
    await expectNoAxeViolations(page)
    await page.getByRole('link', { name: 'API console' }).click()
    await page.getByLabel('Command').selectOption('zos.network.has_ipv6')
    await page.getByRole('button', { name: 'Ask the node' }).click()
    await expect(page.getByLabel('Reply as JSON')).toHaveValue('true')
    await expectNoAxeViolations(page)
  })
})
