import type { Page } from '@playwright/test'
import { decodeAddress } from '@polkadot/util-crypto'
import { newPhrase } from '#protocols/wallet/secret.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { getAccount, tabTo } from '#support/machine.ts'

// The identity service answers 404 for those it does not know, as every new account is.
test.use({ expectedErrors: [/404/] })

// Locking a key takes memory and time on purpose, most of all on a busy machine.
test.describe.configure({ timeout: 90_000 })

const password = 'a long enough password'

/** Takes over the account of a phrase, and opens its set-up. */
async function importAccount(page: Page, phrase: string) {
  await page.goto('/account/setup')
  await page.getByRole('main').getByRole('button', { name: 'Connect' }).click()
  await page.getByRole('button', { name: /import/i }).click()
  await page.getByRole('radio', { name: 'Phrase or seed' }).click()
  await page.getByLabel('Phrase or seed', { exact: true }).last().fill(phrase)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Name of the account').fill('Mine')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('textbox', { name: 'Password again' }).fill(password)
  await page.getByRole('button', { name: 'Import' }).click()
  await expect(page.getByRole('button', { name: /^Account 5/ })).toBeVisible({ timeout: 40_000 })
}

const step = (page: Page, name: RegExp) => page.getByRole('list', { name: 'Steps' }).getByText(name)
const sheet = (page: Page) => page.getByRole('dialog')

async function makeTwin(page: Page) {
  await page.getByLabel('I accept the terms').check()
  await page.getByRole('button', { name: 'Make the twin' }).click()
  await expect(sheet(page)).toContainText('Accept the terms')
  await expect(sheet(page)).toContainText('Reached at 127.0.0.1, with a key to encrypt for it')
  await sheet(page).getByRole('button', { name: 'Sign and make the twin' }).click()
  await sheet(page).getByRole('button', { name: 'Done' }).click()
}

test('an account with money accepts the terms and makes its twin with one signature', async ({ page, grid }) => {
  const { mnemonic, address } = grid.ready.accounts.find(({ name }) => name === 'newcomer')!
  await importAccount(page, mnemonic)
  await expect(page.getByText('it is not the document that you accept')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make the twin' })).toHaveAttribute('aria-disabled', 'true')
  await expectNoAxeViolations(page)
  await makeTwin(page)
  const id = grid.chain.twinIdOf(decodeAddress(address))!
  await expect(step(page, new RegExp(`^Twin ${id}$`))).toBeVisible()
  await expect(page.getByText('Verified: nodes take deployments of this account')).toBeVisible()
  expect(grid.chain.twin(id)).toMatchObject({ relay: '127.0.0.1' })
  await expectNoAxeViolations(page)
})

test('an account without anything is activated, and its set-up goes on where it was left', async ({ page }) => {
  await importAccount(page, newPhrase())
  await page.getByRole('button', { name: 'Ask for 0.1 TFT' }).click()
  await expect(page.getByLabel('I accept the terms')).toBeVisible()
  await expect(page.getByText('Not verified.')).toBeVisible()

  await page.reload()
  await page.getByRole('list', { name: 'Steps' }).getByRole('button', { name: 'Unlock' }).click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
  await makeTwin(page)
  await expect(step(page, /^Twin \d+$/)).toBeVisible()
  await expect(page.getByText('Not verified.')).toBeVisible()
  await expectNoAxeViolations(page)
})

test('by keyboard alone a twin is made', async ({ page, grid }) => {
  await importAccount(page, grid.ready.accounts.find(({ name }) => name === 'newcomer')!.mnemonic)
  await tabTo(page, page.getByLabel('I accept the terms'))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Make the twin' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Sign and make the twin' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Done' })).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Done' }))
  await page.keyboard.press('Enter')
  await expect(step(page, /^Twin \d+$/)).toBeVisible()
})

test('a twin is changed after what is there stands beside what will be', async ({ page, grid }) => {
  await page.goto('/account/setup')
  await getAccount(page)
  await page.getByRole('button', { name: 'Change' }).click()
  const dialog = sheet(page)
  await expect(dialog.getByRole('button', { name: 'Review' })).toHaveAttribute('aria-disabled', 'true')
  const relays = dialog.getByLabel('Relays')
  for (const [text, words] of [
    ['wss://relay.grid.tf', 'Only the host, without wss://'],
    ['relay.grid.tf:443', /without a port/],
    ['', 'Enter the host of a relay'],
  ] as const) {
    await relays.fill(text)
    await relays.blur()
    await expect(dialog.getByText(words)).toBeVisible()
  }
  await relays.fill('relay.grid.tf')
  await expect(dialog.getByText(/127\.0\.0\.1 is not among them/)).toBeVisible()
  await dialog.getByLabel('Key').selectOption({ label: 'None' })
  await expect(dialog.getByText(/relays can read answers/)).toBeVisible()
  await expectNoAxeViolations(page)
  await relays.fill('127.0.0.1_127.0.0.2')
  await expect(dialog.locator('del').first()).toContainText('127.0.0.1')
  await expect(dialog.locator('ins').first()).toContainText('127.0.0.1_127.0.0.2')
  await dialog.getByRole('button', { name: 'Review' }).click()
  await dialog.getByRole('button', { name: 'Sign and change' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('127.0.0.1, 127.0.0.2')).toBeVisible()
  await expect(page.getByText('None: answers can be read on their way')).toBeVisible()
  expect([...grid.chain.twins()].at(-1)).toMatchObject({ relay: '127.0.0.1_127.0.0.2', pk: null })
})

test.describe('when the identity service is down', () => {
  test.use({ expectedErrors: [/404|503/] })

  test('the verdict is unknown, and can be asked for again', async ({ page, grid }) => {
    grid.faults.activate({ fault: 'kyc-down' })
    await page.goto('/account/setup')
    await getAccount(page)
    await expect(page.getByText('Unknown.')).toBeVisible()
    await expectNoAxeViolations(page)
    grid.faults.clear()
    await page.getByRole('button', { name: 'Ask again' }).click()
    await expect(page.getByText('Verified: nodes take deployments of this account')).toBeVisible()
  })
})

test('a signature that the chain drops is told so, and asked for again', async ({ page, grid }) => {
  await importAccount(page, grid.ready.accounts.find(({ name }) => name === 'newcomer')!.mnemonic)
  await page.getByLabel('I accept the terms').check()
  await page.getByRole('button', { name: 'Make the twin' }).click()
  grid.faults.activate({ fault: 'extrinsic-dropped' })
  await sheet(page).getByRole('button', { name: 'Sign and make the twin' }).click()
  await expect(sheet(page).getByRole('alert')).toContainText('The chain dropped it before a block took it')
  await sheet(page).getByRole('button', { name: 'Try again' }).click()
  await expect(sheet(page).getByRole('button', { name: 'Done' })).toBeVisible()
})
