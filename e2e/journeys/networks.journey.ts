import type { Page } from '@playwright/test'
import { startGrid, type Grid, type Ready } from '#grid/grid.ts'
import { expect, expectNoAxeViolations, test as base } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'

const places = ({ gridproxy, chain, relay, kyc, activation }: Ready) => ({ gridproxy, chain, relay, kyc, activation })
const second = ({ gridproxy, chain, relay }: Ready) => ({ gridproxy, chain, relay })

type Other = { other: Grid }

/** Two grids: *Local grid*, which has the other for its second stack, and *Other grid*, which is the other. */
const test = base.extend<Other>({
  other: async ({ world }, use) => {
    const other = await startGrid({ ...world, nodes: 30, seed: 2 })
    await use(other)
    await other.stop()
  },
  config: async ({ grid, other }: { grid: Grid; other: Grid }, use: (config: unknown) => Promise<void>) =>
    use({
      defaultNetwork: 'local',
      networks: [
        { id: 'local', name: 'Local grid', ...places(grid.ready), second: second(other.ready) },
        { id: 'other', name: 'Other grid', ...places(other.ready) },
      ],
    }),
})

const services = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Services/ })

async function switchTo(page: Page, name: string) {
  await page.getByRole('button', { name: /^Network/ }).click()
  await page.getByRole('menuitemradio', { name }).click()
}

test('switching keeps the page and its filters, and shows nothing of the network before', async ({ page }) => {
  await page.goto('/nodes?size=20&sort=node_id')
  await expect(page.getByText('60 nodes')).toBeVisible()
  await switchTo(page, 'Other grid')
  await expect(page.getByText('30 nodes')).toBeVisible()
  await expect(page.getByText('60 nodes')).toHaveCount(0)
  await expect(page).toHaveURL('/nodes?size=20&sort=node_id')

  // A node's number means another node there.
  await page.getByRole('table', { name: 'Nodes' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { name: /^Node \d+$/ })).toBeVisible()
  await switchTo(page, 'Local grid')
  await expect(page).toHaveURL('/nodes')
  await expect(page.getByText('60 nodes')).toBeVisible()

  // So do the numbers of the nodes that are compared, and of whoever farms them.
  await page.goto('/nodes?compare=1,2&owner=1&sort=node_id')
  await switchTo(page, 'Other grid')
  await expect(page).toHaveURL('/nodes?sort=node_id')
  await page.goto('/nodes/compare?ids=1,2')
  await switchTo(page, 'Local grid')
  await expect(page).toHaveURL('/nodes')
})

test('every service shows how it answers, by keyboard too', async ({ page, grid }) => {
  await page.goto('/nodes')
  await expect(services(page)).toHaveAccessibleName('Services: All answer')
  await tabTo(page, services(page))
  const panel = page.getByRole('tooltip')
  await expect(panel).toContainText(/Chain: answered in \d+ ms\. Proxy: answered in \d+ ms\. Relay: answered in \d+ ms/)
  await expect(page.getByText(grid.ready.relay)).toBeVisible()
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')
  await expect(page.getByText(grid.ready.relay)).toHaveCount(0)
})

test.describe('a network whose proxy fails', () => {
  test.use({ expectedErrors: [/status of 500/] })

  test('is read at its second stack, says so, and comes back', async ({ page, grid }) => {
    test.setTimeout(120_000)
    grid.faults.activate({ fault: 'proxy-down' })
    await page.goto('/nodes')
    const note = page.getByText('The second stack of Local grid is in use.')
    await expect(note).toBeVisible()
    await expect(page.getByText('30 nodes')).toBeVisible()
    await expect(services(page)).toHaveAccessibleName('Services: Second stack')
    await expectNoAxeViolations(page)

    grid.faults.clear()
    await expect(note).toHaveCount(0, { timeout: 45_000 })
    await expect(page.getByText('60 nodes')).toBeVisible()
  })
})

test('a network of one’s own is checked, added, kept and removed, by keyboard alone', async ({ page, grid }) => {
  test.setTimeout(120_000)
  await page.goto('/nodes')
  await tabTo(page, page.getByRole('button', { name: /^Network/ }))
  await page.keyboard.press('Enter')
  await page.getByRole('menu').waitFor()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Add a network…' })).toBeFocused()
  await page.keyboard.press('Enter')

  const dialog = page.getByRole('dialog', { name: 'Add a network' })
  await dialog.waitFor()
  const { gridproxy, chain, relay, kyc, activation } = grid.ready
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Give it a name')).toBeVisible()
  const fields = { Name: 'Mine', GridProxy: gridproxy, TFChain: chain, 'RMB relay': relay }
  for (const [label, text] of Object.entries({ ...fields, 'Identity service': kyc, Activation: activation })) {
    await tabTo(page, dialog.getByLabel(label))
    await page.keyboard.type(text)
  }
  await expectNoAxeViolations(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Network Mine' })).toBeVisible()
  await expect(page.getByText('60 nodes')).toBeVisible()

  await page.reload()
  await page.getByRole('button', { name: 'Network Mine' }).click()
  await page.getByRole('menuitem', { name: 'Remove Mine…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Remove network' }).click()
  await expect(page.getByRole('button', { name: 'Network Local grid' })).toBeVisible()
})

test.describe('an address that is no service', () => {
  test.use({ expectedErrors: [/WebSocket connection to .* failed/] })

  test('is told at its field before anything is kept', async ({ page, grid }) => {
    await page.goto('/nodes')
    await page.getByRole('button', { name: /^Network/ }).click()
    await page.getByRole('menuitem', { name: 'Add a network…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add a network' })
    await dialog.getByLabel('Name').fill('Wrong')
    await dialog.getByLabel('GridProxy').fill(grid.ready.chain)
    await dialog.getByLabel('TFChain').fill(grid.ready.relay)
    await dialog.getByLabel('RMB relay').fill(grid.ready.relay)
    await dialog.getByLabel('Identity service').fill(grid.ready.kyc)
    await dialog.getByLabel('Activation').fill(grid.ready.activation)
    await dialog.getByRole('button', { name: 'Check and add' }).click()
    await expect(dialog.getByText('An address here starts with https:// or http://')).toBeVisible()

    await dialog.getByLabel('GridProxy').fill(grid.ready.gridproxy)
    await dialog.getByRole('button', { name: 'Check and add' }).click()
    await expect(dialog.getByText('TFChain cannot be reached')).toBeVisible()
    await expect(dialog.getByText(/^Answers in \d+ ms$/)).toHaveCount(3)
    await expectNoAxeViolations(page)

    await dialog.getByRole('button', { name: 'Leave it' }).click()
    await page.getByRole('button', { name: /^Network/ }).click()
    await expect(page.getByRole('menuitemradio', { name: 'Wrong' })).toHaveCount(0)
  })
})
