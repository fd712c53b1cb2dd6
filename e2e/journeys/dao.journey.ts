import type { Page } from '@playwright/test'
import type { Grid } from '#grid/grid.ts'
import { connectChain } from '#protocols/chain/connection.ts'
import { submit } from '#protocols/chain/submit.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'
import { enterAs, goTo } from '#support/seeder.ts'

const alice = (grid: Grid) => grid.ready.accounts.find(({ name }) => name === 'alice')!
const sheet = (page: Page) => page.getByRole('dialog')
const proposal = (page: Page, words: RegExp) => page.getByRole('article', { name: words })

test('a farm votes for a proposal by keyboard alone, and changes its mind', async ({ page, grid }) => {
  await enterAs(page, grid, 'alice')
  await goTo(page, '/dao')
  await expect(page.getByRole('navigation', { name: 'Main' }).locator('[aria-current]')).toHaveText('Farming')
  const open = proposal(page, /answer questions/)
  await expect(open).toContainText('Says so on the chain, and changes nothing')
  await expect(open).toContainText('0 of at least 5')
  await expect(open).toContainText('Too few votes yet')
  await expectNoAxeViolations(page)

  await tabTo(page, open.getByRole('button', { name: 'Vote for' }))
  await page.keyboard.press('Enter')
  await expect(sheet(page)).toContainText('The chain gives the fee of a first vote back')
  await tabTo(page, page.getByRole('button', { name: 'Sign and vote' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Done' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(open).toContainText(/For: 1 farm, weight \d+/)
  await expect(open).toContainText('voted for')

  await open.getByRole('button', { name: 'Vote against instead' }).click()
  await expect(sheet(page)).toContainText('A changed vote costs its fee')
  await sheet(page).getByRole('button', { name: 'Sign and vote' }).click()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
  await expect(open).toContainText('voted against')
  await expect(open).toContainText('For: 0 farms')
  await expectNoAxeViolations(page)
})

test('what cannot be voted on says why, before and after it is signed', async ({ page, grid }) => {
  const api = await connectChain(grid.ready.chain)
  await submit(api, await phraseSigner(alice(grid).mnemonic), [{ call: 'create-farm', name: 'without-nodes' }])
  await api.disconnect()
  await enterAs(page, grid, 'alice')
  await goTo(page, '/dao')
  await expect(proposal(page, /wake up once a day/)).toContainText('did not vote; the vote is over')
  const open = proposal(page, /answer questions/)
  await expect(open.getByRole('listitem').filter({ hasText: 'without-nodes' })).toContainText('would weigh nothing')

  grid.faults.activate({ fault: 'extrinsic-failed', error: 'Dao.TimeLimitReached' })
  await open.getByRole('button', { name: 'Vote against' }).click()
  await sheet(page).getByRole('button', { name: 'Sign and vote' }).click()
  await expect(sheet(page).getByRole('alert')).toContainText('The vote is over')
  await expectNoAxeViolations(page)
})

test('who has no farm reads what is voted on', async ({ page }) => {
  await page.goto('/farming')
  await page.getByRole('link', { name: 'DAO' }).click()
  await expect(proposal(page, /one node in test/)).toContainText(/3 of at least 5/)
  await expect(page.getByRole('button', { name: /^Vote/ })).toHaveCount(0)
  await expectNoAxeViolations(page)
})
