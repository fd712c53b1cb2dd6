import type { Page } from '@playwright/test'
import { decodeAddress } from '@polkadot/util-crypto'
import { tft } from '#domain/money.ts'
import type { Grid } from '#grid/grid.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { submit } from '#protocols/chain/submit.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { getAccount, tabTo } from '#support/machine.ts'

const stellar = 'GBNOTAYUMXVO5QDYWYO2SOCOYIJ3XFIP65GKOQN7H65ZZSO6BK4SLWSC'

/** An account of play money, on the page of money. Gives its address. */
async function openMoney(page: Page): Promise<string> {
  await page.goto('/account/money')
  await getAccount(page)
  await expect(history(page, /Make a twin .* (In block|Final)/)).toBeVisible()
  const name = await page.getByRole('button', { name: /^Account 5/ }).getAttribute('aria-label')
  return /5\w{47}/.exec(name!)![0]
}

const history = (page: Page, row: RegExp) => page.getByRole('row', { name: row })
const bob = (grid: Grid) => grid.ready.accounts.find(({ name }) => name === 'bob')!
const balanceOf = (grid: Grid, address: string) => grid.chain.balance(decodeAddress(address))
const sheet = (page: Page, name: string) => page.getByRole('dialog', { name })

test('TFT go to another twin after it is said whose it is and what it costs, and stay in the history', async ({
  page,
  grid,
}) => {
  const { address, twin } = bob(grid)
  const before = balanceOf(grid, address)
  await openMoney(page)
  await page.getByLabel('To', { exact: true }).fill(`twin ${twin}`)
  await expect(page.getByText(`Twin ${twin}, ${address}`)).toBeVisible()
  await page.getByLabel('Amount in TFT').fill('12.5')
  await page.getByRole('button', { name: 'Review' }).click()

  const review = sheet(page, 'Send TFT')
  await expect(review).toContainText('Send 12.5 TFT')
  await expect(review).toContainText(`To ${address}`)
  await expect(review).toContainText(/Fee\s*0\.00\d\d TFT/)
  await expectNoAxeViolations(page)
  await review.getByRole('button', { name: 'Sign and send' }).click()
  await expect(review.getByText(/^In block #\d+/)).toBeVisible()
  expect(balanceOf(grid, address) - before).toBe(125_000_000n)
  await review.getByRole('button', { name: 'Done' }).click()
  await expect(history(page, /Send 12\.5 TFT .* Final/)).toBeVisible()

  await page.reload()
  await expect(history(page, /Send 12\.5 TFT .* Final/)).toBeVisible()
  await expectNoAxeViolations(page)
})

test('by keyboard alone all but the fee can be sent', async ({ page, grid }) => {
  await openMoney(page)
  await tabTo(page, page.getByLabel('To', { exact: true }))
  await page.keyboard.type(bob(grid).address)
  await tabTo(page, page.getByRole('button', { name: 'Max' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Review' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Sign and send' }))
  await page.keyboard.press('Enter')
  await expect(sheet(page, 'Send TFT').getByText(/^In block #\d+/)).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^Account 5.*, 0\.00 TFT$/ })).toBeVisible()
})

test('what cannot be sent is said in the field', async ({ page, grid }) => {
  const own = await openMoney(page)
  const to = page.getByLabel('To', { exact: true })
  const amount = page.getByLabel('Amount in TFT')
  const typo = bob(grid).address.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
  for (const [text, words] of [
    [typo, 'Nobody has this address or twin: check each letter'],
    ['4000000', 'Nobody has this address or twin: check each letter'],
    [own, 'That is this account itself'],
  ]) {
    await to.fill(text!)
    await amount.focus()
    await expect(page.getByText(words!)).toBeVisible()
  }
  for (const [text, words] of [
    ['1,000', 'Write it with a point and no commas, as 1000.5'],
    ['5000', /^At most .* TFT can be sent$/],
    ['0', 'Enter more than 0'],
    ['1.123456789', 'TFT has seven digits after the point'],
  ] as const) {
    await amount.fill(text)
    await to.focus()
    await expect(page.getByText(words)).toBeVisible()
  }
  await page.getByRole('button', { name: 'Review' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('what others send shows when it comes', async ({ page, grid }) => {
  const address = await openMoney(page)
  await page.getByRole('radio', { name: 'Receive' }).click()
  await expect(page.getByTitle(address).first()).toBeVisible()
  await expectNoAxeViolations(page)
  const api = await connectChain(grid.ready.chain)
  await submit(api, await phraseSigner(bob(grid).mnemonic), [{ call: 'transfer', to: address, amount: tft(3) }])
  await api.disconnect()
  await expect(history(page, /Received 3 TFT.*In block/)).toBeVisible()
  await expect(page.getByText('1,003.00 TFT').first()).toBeVisible()
})

test('TFT leave for Stellar, less what the bridge keeps', async ({ page }) => {
  await openMoney(page)
  await page.getByRole('radio', { name: 'To Stellar' }).click()
  const to = page.getByLabel('To, on Stellar')
  await to.fill(`S${stellar.slice(1)}`)
  await page.getByLabel('Amount in TFT').fill('1')
  await to.focus()
  await expect(page.getByText('This is a secret key: never show it to anybody')).toBeVisible()
  await expect(page.getByText('Enter more than the bridge keeps, 1 TFT')).toBeVisible()
  await to.fill(stellar.replace('GBNO', 'GBON'))
  await page.getByLabel('Amount in TFT').fill('5')
  await expect(page.getByText('4 TFT arrive; the bridge keeps 1')).toBeVisible()
  await expect(page.getByText(/typing error/)).toBeVisible()
  await expectNoAxeViolations(page)
  await to.fill(stellar)
  await page.getByRole('button', { name: 'Review' }).click()
  const review = sheet(page, 'Withdraw to Stellar')
  await expect(review).toContainText('4 TFT arrive on Stellar')
  await review.getByRole('button', { name: 'Sign and withdraw' }).click()
  await expect(review.getByText(/^In block #\d+/)).toBeVisible()
  await review.getByRole('button', { name: 'Done' }).click()
  await expect(history(page, /Withdraw 5 TFT to Stellar/)).toBeVisible()
  await expect(history(page, /4 TFT are on Stellar/)).toBeVisible()
})

test('TFT come from Stellar by the memo of the twin', async ({ page, grid }) => {
  const address = await openMoney(page)
  const twin = grid.chain.twinIdOf(decodeAddress(address))!
  await page.getByRole('radio', { name: 'From Stellar' }).click()
  await expect(page).toHaveURL(/do=deposit/)
  await expect(page.getByText(`twin_${twin}`, { exact: true })).toBeVisible()
  await expect(page.getByText('1.00 TFT of each deposit')).toBeVisible()
  await expectNoAxeViolations(page)
  await grid.chain.mint(decodeAddress(address), tft(20))
  await expect(history(page, /19 TFT came from Stellar/)).toBeVisible()
})

test('a transaction that the chain refuses says why, and can be tried again', async ({ page, grid }) => {
  await openMoney(page)
  await page.getByLabel('To', { exact: true }).fill(bob(grid).address)
  await page.getByLabel('Amount in TFT').fill('2')
  await page.getByRole('button', { name: 'Review' }).click()
  grid.faults.activate({ fault: 'extrinsic-failed', error: 'Balances.LiquidityRestrictions' })
  const review = sheet(page, 'Send TFT')
  await review.getByRole('button', { name: 'Sign and send' }).click()
  await expect(review.getByRole('alert')).toContainText('Part of the balance is locked for contracts')
  await review.getByRole('button', { name: 'Try again' }).click()
  await expect(review.getByRole('button', { name: 'Done' })).toBeVisible()
  await review.getByRole('button', { name: 'Done' }).click()
  await expect(history(page, /Send 2 TFT .* Refused/)).toBeVisible()
  await expect(history(page, /Send 2 TFT .* Final/)).toBeVisible()
})

test.describe('when a block loses against others', () => {
  // The library tells of each question about a block that is gone, and of what the pool has already.
  test.use({ expectedErrors: [/RPC-CORE: (get|submit)/] })

  test('it is said, and the transaction comes back', async ({ page, grid }) => {
    await openMoney(page)
    await page.getByLabel('To', { exact: true }).fill(bob(grid).address)
    await page.getByLabel('Amount in TFT').fill('2')
    await page.getByRole('button', { name: 'Review' }).click()
    grid.faults.activate({ fault: 'chain-fork' })
    const review = sheet(page, 'Send TFT')
    await review.getByRole('button', { name: 'Sign and send' }).click()
    await review.getByRole('button', { name: 'Done' }).click()
    await expect(history(page, /Send 2 TFT .* Final/)).toBeVisible()
  })
})

test.describe('when the chain goes away', () => {
  test.use({ expectedErrors: [/WebSocket connection to|ERR_|disconnected from/] })

  test('a transaction that was sent is found again', async ({ page, grid }) => {
    await openMoney(page)
    await page.getByLabel('To', { exact: true }).fill(bob(grid).address)
    await page.getByLabel('Amount in TFT').fill('2')
    await page.getByRole('button', { name: 'Review' }).click()
    const review = sheet(page, 'Send TFT')
    await expect(review.getByText(/0\.00\d\d TFT/)).toBeVisible()
    grid.faults.activate({ fault: 'chain-slow', ms: 4_000 })
    await review.getByRole('button', { name: 'Sign and send' }).click()
    await expect(review.getByText('Sent to TFChain, done')).toBeAttached()
    grid.faults.activate({ fault: 'chain-down', ms: 500 })
    await expect(review.getByText(/The connection broke/)).toBeVisible()
    await expect(review.getByText(/^In block #\d+/)).toBeVisible({ timeout: 20_000 })
  })
})
