import type { Page } from '@playwright/test'
import { addWorkload, describeMachine, expectRunning, sign } from '#support/machine.ts'
import { expectNoAxeViolations } from '#support/journey.ts'
import { expect, person, test } from '#support/wallet.ts'

const newcomer = person('newcomer')
test.use({ accounts: { newcomer } })
// Passwords are stretched, on purpose, for a second each time; for several when all journeys run at once.
test.describe.configure({ timeout: 180_000 })

const dialog = (page: Page) => page.getByRole('dialog')

test('a newcomer makes a twin and deploys a machine, each confirmed in the wallet', async ({ page, wallet }) => {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Connect a wallet' }).click()
  await wallet.connect(['newcomer'])
  await dialog(page)
    .getByRole('button', { name: /^newcomer/ })
    .click()
  await page.getByRole('button', { name: 'Later' }).click()

  await page.goto('/account/setup')
  const steps = page.getByRole('list', { name: 'Steps' })
  await steps.getByRole('button', { name: /Unlock/ }).click()
  await page.getByRole('radio', { name: 'Recovery phrase' }).click()
  await page.locator('form').getByLabel('Recovery phrase', { exact: true }).fill(newcomer.phrase)
  await dialog(page).getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(dialog(page)).toBeHidden()
  await page.getByLabel('I accept the terms').check()
  await page.getByRole('button', { name: 'Make the twin' }).click()
  await dialog(page)
    .getByRole('button', { name: /make the twin/ })
    .click()
  await wallet.sign(newcomer.password)
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(steps.getByText(/^Twin \d+$/)).toBeVisible()

  // Within the app: a reload would lock the key.
  await page.getByRole('link', { name: 'New deployment' }).first().click()
  await addWorkload(page, 'Machine')
  await page.getByRole('button', { name: 'Choose a node' }).click()
  await page.getByRole('button', { name: 'Any that fits' }).click()
  await describeMachine(page, 'web1')
  await sign(page)
  await wallet.cancel()
  await expect(page.getByText('Not signed')).toBeVisible()
  await expect(page.getByText('No contract was made and nothing is billed.')).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Retry' }).click()
  await wallet.mistype('not the password')
  await wallet.sign(newcomer.password)
  await expectRunning(page, 'web1')
})
