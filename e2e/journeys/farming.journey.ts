import type { Page } from '@playwright/test'
import type { Grid } from '#grid/grid.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { submit } from '#protocols/chain/submit.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'
import { enterAs, goTo } from '#support/seeder.ts'

const stellar = 'GBNOTAYUMXVO5QDYWYO2SOCOYIJ3XFIP65GKOQN7H65ZZSO6BK4SLWSC'
/** Of the local network. */
const bridge = 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'

/** alice has a farm with nodes. */
const alice = (grid: Grid) => grid.ready.accounts.find(({ name }) => name === 'alice')!

const sheet = (page: Page) => page.getByRole('dialog')
const row = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text })
async function sign(page: Page, verb: string) {
  await sheet(page).getByRole('button', { name: verb }).click()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
}

async function openFarm(page: Page, grid: Grid) {
  await enterAs(page, grid, 'alice')
  await goTo(page, `/farming/${alice(grid).farm}`)
  await expect(page.getByRole('button', { name: /^Change node/ }).first()).toBeVisible()
}

test('by keyboard alone a farm is made, with a name that nobody has', async ({ page, grid }) => {
  await enterAs(page, grid, 'alice')
  await page.getByRole('link', { name: 'Farming' }).click()
  const own = row(page, String(alice(grid).farm)).getByRole('link')
  const taken = (await own.textContent())!
  await expectNoAxeViolations(page)
  await tabTo(page, page.getByRole('button', { name: 'Create a farm' }))
  await page.keyboard.press('Enter')
  const name = page.getByLabel('Name', { exact: true })
  for (const [text, words] of [
    ['ab', 'Give it 3 characters or more'],
    ['my farm', 'Use letters, digits, dashes and underscores only'],
    [taken, `Farm ${alice(grid).farm} has this name`],
  ] as const) {
    await tabTo(page, name)
    await name.press('ControlOrMeta+a')
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(sheet(page).getByText(words)).toBeVisible()
  }
  await name.press('ControlOrMeta+a')
  await page.keyboard.type('Second_farm-2')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Sign and create' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Done' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(row(page, 'Second_farm-2')).toContainText('Nowhere yet')
})

test('a farm is renamed, and paid out to a Stellar address', async ({ page, grid }) => {
  await openFarm(page, grid)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Renamed')
  await sheet(page).getByRole('button', { name: 'Review' }).click()
  await sign(page, 'Sign and rename')
  await expect(page.getByRole('heading', { name: 'Renamed' })).toBeVisible()

  const payout = page.getByRole('region', { name: 'Payout address' })
  await payout.getByRole('button', { name: /Set|Change/ }).click()
  const address = page.getByLabel('Stellar address')
  for (const [text, words] of [
    [stellar.replace(/C$/, 'D'), /typing error/],
    [bridge, /That is the bridge/],
  ] as const) {
    await address.fill(text)
    await sheet(page).getByRole('button', { name: 'Review' }).click()
    await expect(sheet(page).getByText(words)).toBeVisible()
  }
  await address.fill(stellar)
  await sheet(page).getByRole('button', { name: 'Review' }).click()
  await sign(page, 'Sign and set')
  await expect(payout).toContainText(stellar)
  await expect(page.getByText(`farmer_id=${alice(grid).farm}`)).toBeVisible()
})

test('a range of addresses is added with one signature, and free ones are removed with another', async ({
  page,
  grid,
}) => {
  await openFarm(page, grid)
  await page.getByRole('button', { name: 'Add public IPs' }).click()
  const [addresses, gateway] = [page.getByLabel('Addresses'), page.getByLabel('Gateway')]
  for (const [ips, gw, words] of [
    ['29.9.9.10', '29.9.9.1', /with its mask/],
    ['10.0.0.2/24', '10.0.0.1', /no public address/],
    ['29.9.9.10-20/24', '29.9.8.1', /not in the network/],
    ['29.9.9.10-20/24', '29.9.9.12', /29\.9\.9\.12 is among the addresses/],
    ['29.9.9.10/24, 29.9.9.10/24', '29.9.9.1', /stands here twice/],
  ] as const) {
    await addresses.fill(ips)
    await gateway.fill(gw)
    await sheet(page).getByRole('button', { name: 'Review' }).click()
    await expect(sheet(page).getByText(words)).toBeVisible()
  }
  await expectNoAxeViolations(page)
  await addresses.fill('29.9.9.10-29.9.9.12/24')
  await gateway.fill('29.9.9.1')
  await expect(sheet(page).getByText('3 addresses')).toBeVisible()
  await sheet(page).getByRole('button', { name: 'Review' }).click()
  await expect(sheet(page)).toContainText(`Add 3 public IPs to farm ${alice(grid).farm}`)
  await sign(page, 'Sign and add')
  await expect(row(page, '29.9.9.12/24')).toContainText('Free')

  await page.getByLabel('Pick 29.9.9.10/24').check()
  await page.getByLabel('Pick 29.9.9.12/24').check()
  await page.getByRole('button', { name: 'Remove 2' }).click()
  await sign(page, 'Sign and remove')
  await expect(row(page, '29.9.9.12/24')).toBeHidden()
  await expect(row(page, '29.9.9.11/24')).toBeVisible()
  await expectNoAxeViolations(page)
})

test('a node gets a public config and an extra fee, sleeps and wakes, but not under contracts', async ({
  page,
  grid,
}) => {
  await openFarm(page, grid)
  const change = page.getByRole('button', { name: /^Change node/ }).first()
  const id = /\d+/.exec((await change.getAttribute('aria-label'))!)![0]
  const node = page.getByRole('region', { name: 'Nodes' }).getByRole('row').nth(1)
  const choose = async (item: string) => {
    await change.click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  await choose('Public config…')
  await sheet(page).getByLabel('IPv4', { exact: true }).fill('29.9.7.2/24')
  await sheet(page).getByLabel('Gateway', { exact: true }).fill('29.9.6.1')
  await sheet(page).getByRole('button', { name: 'Review' }).click()
  await expect(sheet(page).getByText(/not in the network/)).toBeVisible()
  await expectNoAxeViolations(page)
  await sheet(page).getByLabel('Gateway', { exact: true }).fill('29.9.7.1')
  await sheet(page).getByRole('button', { name: 'Review' }).click()
  await sign(page, 'Sign and set')
  await expect(node).toContainText('29.9.7.2/24')

  await choose('Extra fee…')
  await sheet(page).getByLabel('Extra fee').fill('12.5')
  await sheet(page).getByRole('button', { name: 'Review' }).click()
  await expect(sheet(page)).toContainText('12.5 USD a month')
  await sign(page, 'Sign and set')
  await expect(node).toContainText('$12.5 / month')

  await choose('Put to sleep…')
  await expect(sheet(page)).toContainText('once every 24 hours')
  await sign(page, 'Sign and put to sleep')
  await expect(node).toContainText(/Going to sleep|Asleep/)
  await choose('Wake up…')
  await sign(page, 'Sign and wake')
  await expect(node).toContainText(/Waking up|Awake/)

  const api = await connectChain(grid.ready.chain)
  const bob = await phraseSigner(grid.ready.accounts.find(({ name }) => name === 'bob')!.mnemonic)
  await submit(api, bob, [{ call: 'create-rent-contract', nodeId: Number(id) }])
  await api.disconnect()
  await expect(node).toContainText('rented', { timeout: 30_000 })
  await choose('Put to sleep…')
  await expect(sheet(page)).toContainText(`Node ${id} cannot sleep`)
  await sheet(page).getByRole('button', { name: 'Back' }).click()
  await choose('Extra fee…')
  await expect(sheet(page).getByText(/is on it: the fee can change once nothing is/)).toBeVisible()
  await expectNoAxeViolations(page)
})

test('somebody else’s farm shows as it is, and cannot be changed', async ({ page, grid }) => {
  await page.goto('/farming')
  await expect(page.getByText('No account is open')).toBeVisible()
  await page.goto(`/farming/${alice(grid).farm}`)
  await expect(page.getByText(/only it can change anything here/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Rename' })).toBeHidden()
  await expect(page.getByRole('button', { name: /^Change node/ })).toHaveCount(0)
  await expectNoAxeViolations(page)
})
