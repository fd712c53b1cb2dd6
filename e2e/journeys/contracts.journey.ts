import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { decodeAddress } from '@polkadot/util-crypto'
import { tft } from '#domain/money.ts'
import type { Grid } from '#grid/grid.ts'
import { usableBalance } from '#protocols/chain/account.ts'
import type { Call } from '#protocols/chain/call.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { submit } from '#protocols/chain/submit.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'
import { advanceTime, enterAs, goTo } from '#support/seeder.ts'

const person = (grid: Grid, name: string) => grid.ready.accounts.find((one) => one.name === name)!

/** What bob does at another client. `drain` leaves him so much to spend. */
async function bob(grid: Grid, calls: Call[], drain?: bigint): Promise<void> {
  const api = await connectChain(grid.ready.chain)
  const signer = await phraseSigner(person(grid, 'bob').mnemonic)
  if (calls.length > 0) await submit(api, signer, calls)
  if (drain !== undefined) {
    const amount = (await usableBalance(api, signer.address)) - drain
    await submit(api, signer, [{ call: 'transfer', to: person(grid, 'alice').address, amount }])
  }
  await api.disconnect()
}

const name = (text: string): Call => ({ call: 'create-name-contract', name: text })
const deployment = (nodeId: number, called: string): Call => ({
  call: 'create-node-contract',
  nodeId,
  hash: called.padEnd(32, '0'),
  data: JSON.stringify({ version: 3, type: 'vm', name: called, projectName: `vm/${called}` }),
  publicIps: 0,
})

async function rentable(grid: Grid): Promise<number> {
  const answer = await fetch(`${grid.ready.gridproxy}/nodes?rentable=true&status=up&size=1`)
  return ((await answer.json()) as { nodeId: number }[])[0]!.nodeId
}

const row = (page: Page, text: string | RegExp) => page.getByRole('row').filter({ hasText: text })
const sheet = (page: Page) => page.getByRole('dialog')
async function sign(page: Page, verb: string) {
  await sheet(page).getByRole('button', { name: verb }).click()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
}

test('contracts of every kind stand in one list, and each has its bills', async ({ page, grid }) => {
  const nodeId = await rentable(grid)
  await bob(grid, [name('shop'), { call: 'create-rent-contract', nodeId }, deployment(nodeId, 'web1')])
  for (let hour = 0; hour < 26; hour++) await advanceTime(grid, 3600)
  await page.goto('/contracts')
  await expect(page.getByText('No account is open')).toBeVisible()
  await enterAs(page, grid)
  await page.getByRole('link', { name: 'Contracts' }).click()
  await expect(row(page, 'shop')).toContainText(/Name.*Running.*0\.0\d+/)
  await expect(row(page, 'web1')).toContainText('Deployment')
  await expect(row(page, /Rent/)).toContainText(String(nodeId))
  await expect(page.getByText(/TFT in the last hour, .* TFT ever/)).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole('radio', { name: 'Names' }).check()
  await expect(page).toHaveURL(/kind=name/)
  await expect(row(page, 'web1')).toBeHidden()
  const id = (await row(page, 'shop').getByRole('link').first().textContent())!
  await page.getByRole('radio', { name: 'All kinds' }).check()
  await page.getByLabel('Contract id').fill(id)
  await expect(row(page, 'web1')).toBeHidden()
  await row(page, 'shop').getByRole('link', { name: id }).click()

  await expect(page.getByRole('heading', { name: `Contract ${id}` })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Payment' })).toContainText(/Costs now.*TFT an hour.*Locked.*TFT/)
  const bills = page.getByRole('region', { name: 'Bills' })
  await expect(bills).toContainText(/2[67], .* TFT in all/)
  await expect(bills.getByRole('table', { name: 'Bills by day' }).getByRole('row')).not.toHaveCount(1)
  await bills.getByRole('radio', { name: 'Hours' }).check()
  await bills.getByRole('button', { name: /Show all 2[67]/ }).click()
  expect(await bills.getByRole('table', { name: 'Bills by hour' }).getByRole('row').count()).toBeGreaterThan(26)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    bills.getByRole('button', { name: 'CSV' }).click(),
  ])
  const csv = await readFile((await download.path())!, 'utf8')
  expect(csv).toMatch(/^Time,Amount \(TFT\),Discount\r\n20/)
  expect(csv.trim().split('\r\n').length).toBeGreaterThan(26)
  await expectNoAxeViolations(page)
})

test('contracts out of funds say until when, what is owed, and go on once that is settled', async ({ page, grid }) => {
  const nodeId = await rentable(grid)
  const left = tft(1) / 100n
  await bob(grid, [name('shop'), { call: 'create-rent-contract', nodeId }, deployment(nodeId, 'web1')], left)
  await advanceTime(grid, 7200)
  await enterAs(page, grid)
  await goTo(page, '/contracts?show=grace')
  await expect(page.getByText(/3 contracts are out of funds: .* TFT owed/)).toBeVisible()
  await expect(row(page, 'shop')).toContainText(/Out of funds.*owes .* TFT, ends in 13 d/)
  await expect(row(page, 'web1')).toContainText(/with rent \d+, ends in 13 d/)
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Settle now' }).click()
  await expect(sheet(page)).toContainText('The account has too little')
  await expect(sheet(page).getByRole('link', { name: 'Top up' })).toHaveAttribute('href', '/account/money?do=receive')
  await expectNoAxeViolations(page)
  await page.keyboard.press('Escape')

  await row(page, 'web1').getByRole('link').first().click()
  await expect(page.getByText(/Out of funds since .*: it hangs on the rent of its node/)).toBeVisible()
  await expect(page.getByText(/the chain deletes the contract on .*, 14 days after it began/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Settle' })).toBeHidden()
  await page.getByRole('link', { name: /^To rent \d+$/ }).click()
  await expect(page.getByRole('button', { name: 'Settle' })).toBeVisible()

  await grid.chain.fund(decodeAddress(person(grid, 'bob').address), tft(500))
  await goTo(page, '/contracts')
  await page.getByRole('button', { name: 'Settle now' }).click()
  await expect(sheet(page)).toContainText(/Settle 2 contracts.*About .* TFT are billed/)
  await sign(page, 'Sign and settle')
  await expect(page.getByText(/out of funds/).first()).toBeHidden()
  await expect(row(page, 'web1')).toContainText('Running')
})

test('several are cancelled with one signature, a rent only with what runs on its node', async ({ page, grid }) => {
  const nodeId = await rentable(grid)
  await bob(grid, [name('shop'), { call: 'create-rent-contract', nodeId }, deployment(nodeId, 'web1')])
  await enterAs(page, grid)
  await goTo(page, '/contracts')
  const id = (await row(page, 'web1').getByRole('link').first().textContent())!
  await row(page, 'shop').getByRole('checkbox').check()
  await row(page, /Rent/).getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Cancel 2' }).click()
  await expect(sheet(page)).toContainText(`Node ${nodeId} is not empty`)
  await expect(sheet(page)).toContainText(`runs contract ${id}`)
  await expectNoAxeViolations(page)
  await sheet(page).getByRole('button', { name: 'Cancel that one too' }).click()
  await expect(sheet(page)).toContainText('Cancel 3 contracts')
  await expect(sheet(page)).toContainText('A name is free for anybody then')
  await sign(page, 'Sign and cancel')
  await expect(page.getByText('No contracts', { exact: true })).toBeVisible()

  await page.getByRole('radio', { name: 'Past' }).check()
  await expect(row(page, 'shop')).toContainText('Ended')
  await row(page, 'web1').getByRole('link').first().click()
  await expect(page.getByRole('region', { name: 'Ended' })).toContainText('Cancelled in this browser on')
  await expectNoAxeViolations(page)
})

test('a node is rented from its page, known as one’s own, and released', async ({ page, grid }) => {
  const nodeId = await rentable(grid)
  await enterAs(page, grid)
  await goTo(page, `/nodes/${nodeId}`)
  grid.faults.activate({ fault: 'extrinsic-failed', error: 'SmartContractModule.NodeHasRentContract' })
  await page.getByRole('button', { name: 'Rent', exact: true }).click()
  await expect(sheet(page)).toContainText(/TFT a month, \$.*TFT an hour/)
  await expectNoAxeViolations(page)
  await sheet(page).getByRole('button', { name: 'Sign and rent' }).click()
  await expect(sheet(page).getByRole('alert')).toContainText('Somebody rents the node already')
  await sheet(page).getByRole('button', { name: 'Try again' }).click()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('Rented by you')).toBeVisible()

  await goTo(page, '/nodes')
  await expect(row(page, 'Rented by you').getByRole('link', { name: String(nodeId) })).toBeVisible()
  await goTo(page, `/nodes/${nodeId}`)
  await page.getByRole('link', { name: 'Your rent' }).click()
  await page.getByRole('button', { name: 'Release the node' }).click()
  await sign(page, 'Sign and cancel')
  await expect(page.getByRole('region', { name: 'Ended' })).toBeVisible()
})

test('by keyboard alone a name is reserved that is not taken', async ({ page, grid }) => {
  await bob(grid, [name('shop')])
  await enterAs(page, grid)
  await goTo(page, '/contracts')
  await tabTo(page, page.getByRole('button', { name: 'Reserve a name' }))
  await page.keyboard.press('Enter')
  const field = page.getByLabel('Name', { exact: true })
  for (const [text, words] of [
    ['sh', /3 characters/],
    ['Shop', /small letters/],
    ['shop', `Twin ${person(grid, 'bob').twin} has this name`],
  ] as const) {
    await tabTo(page, field)
    await field.press('ControlOrMeta+a')
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(sheet(page).getByText(words)).toBeVisible()
  }
  await field.press('ControlOrMeta+a')
  await page.keyboard.type('atelier')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Sign and reserve' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Done' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(row(page, 'atelier')).toContainText('Running')
})
