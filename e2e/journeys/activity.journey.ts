import type { Page } from '@playwright/test'
import { decodeAddress } from '@polkadot/util-crypto'
import type { Grid } from '#grid/grid.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { getAccount, tabTo } from '#support/machine.ts'

const bob = (grid: Grid) => grid.ready.accounts.find(({ name }) => name === 'bob')!.address
const tftOfBob = (grid: Grid) => grid.chain.balance(decodeAddress(bob(grid)))
const row = (page: Page, name: RegExp) => page.getByRole('row', { name })

/** Signs for 2 TFT to Bob while no block comes, and waits until the pool has it. */
async function sendWithoutBlocks(page: Page, grid: Grid) {
  await page.goto('/account/money')
  await getAccount(page)
  await expect(row(page, /Make a twin .* Final/)).toBeVisible()
  grid.chain.pace(600_000)
  await page.getByLabel('To', { exact: true }).fill(bob(grid))
  await page.getByLabel('Amount in TFT').fill('2')
  await page.getByRole('button', { name: 'Review' }).click()
  await page.getByRole('button', { name: 'Sign and send' }).click()
  await expect(page.getByText('Sent to TFChain, done')).toBeAttached()
}

test('a transaction whose page was closed is followed by the next page, to its end', async ({
  page,
  grid,
  context,
}) => {
  const before = tftOfBob(grid)
  await sendWithoutBlocks(page, grid)
  await page.close()
  const next = await context.newPage()
  await next.goto('/nodes')
  await expect(next.getByRole('heading', { name: 'Nodes' })).toBeVisible()
  grid.chain.pace()
  await next.goto('/activity')
  await expect(row(next, /Send 2 TFT .* Final/)).toBeVisible({ timeout: 20_000 })
  expect(tftOfBob(grid) - before).toBe(20_000_000n)
})

test('of two pages one follows a transaction, and the other tells the same', async ({ page, grid, context }) => {
  await sendWithoutBlocks(page, grid)
  const other = await context.newPage()
  await other.goto('/activity')
  await expect(other.getByRole('row').nth(1)).toContainText(/Send 2 TFT.*Sent/)
  grid.chain.pace()
  await expect(row(other, /Send 2 TFT .* Final/)).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('Final, done')).toBeAttached()
})

test('each step of a transaction is told, with the keyboard alone', async ({ page }) => {
  await page.goto('/account/money')
  await getAccount(page)
  await page.goto('/activity')
  const made = row(page, /Make a twin .* Final/)
  await expect(made).toBeVisible({ timeout: 20_000 })
  await tabTo(page, made.getByRole('button', { name: /Make a twin/ }))
  await page.keyboard.press('Enter')
  const steps = made.getByRole('list', { name: 'Steps' })
  await expect(steps.getByRole('listitem')).toContainText([
    /^Signed/,
    /^Sent to TFChain.* later$/,
    /^In block #\d+/,
    /^Final/,
  ])
  await expect(made.getByRole('list', { name: 'What it asked for' })).toContainText('Accept the terms')
  await expectNoAxeViolations(page)
})
