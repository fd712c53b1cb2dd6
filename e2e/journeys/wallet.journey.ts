import type { Page } from '@playwright/test'
import { expectNoAxeViolations } from '#support/journey.ts'
import { expectNowhere, listenToConsole } from '#support/secrets.ts'
import { expect, person, test } from '#support/wallet.ts'

const alice = person('alice')
const bob = person('bob')
test.use({ accounts: { alice, bob } })
// Passwords are stretched, on purpose, for a second each time; for several when all journeys run at once.
test.describe.configure({ timeout: 120_000 })
const stretched = { timeout: 40_000 }

const dialog = (page: Page) => page.getByRole('dialog')

async function askWallet(page: Page) {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Connect a wallet' }).click()
}

/** Connects and chooses one account, whose wallet is told of the chain another time. */
async function useAccount(page: Page, wallet: { connect: (names: string[]) => Promise<void> }, name: string) {
  await askWallet(page)
  await wallet.connect(['alice', 'bob'])
  await dialog(page)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click()
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page.getByRole('region', { name })).toBeVisible()
}

test('an account of the wallet is chosen among those that it shows, which come and go meanwhile', async ({
  page,
  wallet,
  site,
}) => {
  await askWallet(page)
  await expect(dialog(page).getByRole('heading', { name: 'Waiting for polkadot-js…' })).toBeVisible()
  await wallet.connect(['alice'])
  const accounts = dialog(page).getByRole('list', { name: 'Accounts' })
  await expect(accounts.getByRole('button', { name: /alice sr25519 5.* TFT ?Twin \d+/ })).toBeVisible()
  await wallet.share(site, ['alice', 'bob'])
  await expect(accounts.getByRole('listitem')).toHaveCount(2)
  await expectNoAxeViolations(page)

  await accounts.getByRole('button', { name: /^bob/ }).click()
  await expect(page.getByRole('dialog', { name: 'polkadot-js cannot read this chain yet' })).toBeVisible()
  await page.getByRole('button', { name: 'Tell polkadot-js' }).click()
  await wallet.approveMetadata()
  await expect(dialog(page)).toBeHidden()
  const account = page.getByRole('region', { name: 'bob' })
  await expect(account).toContainText('polkadot-js is connected')
  await expect(account).toContainText('Locked')
  await expectNoAxeViolations(page)

  await wallet.forget('bob')
  await expect(account).toContainText('polkadot-js does not show it to this page any more')
})

test.describe('a wallet whose owner says no', () => {
  test.use({ expectedErrors: [/Error initializing polkadot-js/] })

  test('is asked again', async ({ page, wallet }) => {
    await askWallet(page)
    await wallet.cancelConnection()
    await expect(dialog(page).getByRole('heading', { name: 'polkadot-js did not agree' })).toBeVisible()
    await page.getByRole('button', { name: 'Ask polkadot-js again' }).click()
    await wallet.connect([])
    await expect(dialog(page).getByRole('heading', { name: 'polkadot-js shows no account to this page' })).toBeVisible()
    await expectNoAxeViolations(page)
  })
})

test('a question that is not answered can be left, and is answered still', async ({ page, wallet }) => {
  await askWallet(page)
  await wallet.dismiss()
  await page.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(dialog(page).getByRole('heading', { name: 'Not waiting any more' })).toBeVisible()
  await page.getByRole('button', { name: 'Ask polkadot-js again' }).click()
  await wallet.open()
  await wallet.connect(['alice'])
  await expect(dialog(page).getByRole('button', { name: /^alice/ })).toBeVisible()
})

test('messages are unlocked by the account file, and not by another', async ({ page, wallet }) => {
  const said = listenToConsole(page)
  await useAccount(page, wallet, 'alice')
  const file = await wallet.exportJson('alice', alice.password)
  const another = await wallet.exportJson('bob', bob.password)
  await page.getByRole('button', { name: 'Unlock messaging' }).click()
  const unlock = dialog(page).getByRole('button', { name: 'Unlock', exact: true })
  const input = page.locator('input[type=file]')
  await input.setInputFiles(another)
  await expect(page.getByRole('alert')).toContainText(/This file is of bob .* not of alice/)
  await input.setInputFiles({ ...file, buffer: file.buffer.subarray(0, 200) })
  await expect(page.getByRole('alert')).toContainText('The account file cannot be read')
  await input.setInputFiles(file)
  await page.getByLabel('Password of the account', { exact: true }).fill('wrong')
  await unlock.click()
  await expect(page.getByRole('alert')).toContainText('Wrong password', stretched)
  await expectNoAxeViolations(page)
  await page.getByLabel('Password of the account', { exact: true }).fill(alice.password)
  await unlock.click()

  // Her twin has the key that her phrase makes; a file of this kind makes another.
  const choice = page.getByRole('dialog', { name: 'Answers are encrypted for another key' })
  await expect(choice).toContainText('up to 6 hours', stretched)
  await expectNoAxeViolations(page)
  await choice.getByRole('button', { name: 'Set this page’s key' }).click()
  await expect(page.getByText('Confirm in polkadot-js')).toBeVisible()
  await wallet.sign(alice.password)
  await expect(choice).toBeHidden()
  await expect(page.getByText('Encrypted for the key in this page')).toBeVisible()
  await expectNowhere(page, [alice.password], said)
})

test('messages are unlocked by a file of several accounts, which has a password of its own', async ({
  page,
  wallet,
}) => {
  await useAccount(page, wallet, 'bob')
  const file = await wallet.exportAll('password of all')
  await page.getByRole('button', { name: 'Unlock messaging' }).click()
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByLabel('Password of the file', { exact: true }).fill('wrong')
  await page.getByLabel('Password of the account', { exact: true }).fill(bob.password)
  const unlock = dialog(page).getByRole('button', { name: 'Unlock', exact: true })
  await unlock.click()
  await expect(page.getByRole('alert')).toContainText('not the password of the file', stretched)
  await page.getByLabel('Password of the file', { exact: true }).fill('password of all')
  await unlock.click()
  await page.getByRole('button', { name: 'Leave it as it is' }).click(stretched)
  await expect(page.getByText('Encrypted for a key of another app: answers cannot be read here')).toBeVisible()
})

test('messages are unlocked by the phrase, which makes the key that the twin has', async ({ page, wallet }) => {
  const said = listenToConsole(page)
  await useAccount(page, wallet, 'alice')
  await page.getByRole('button', { name: 'Unlock messaging' }).click()
  await page.getByRole('radio', { name: 'Recovery phrase' }).click()
  const field = page.locator('form').getByLabel('Recovery phrase', { exact: true })
  const unlock = dialog(page).getByRole('button', { name: 'Unlock', exact: true })
  await field.fill(bob.phrase)
  await unlock.click()
  await expect(page.getByRole('alert')).toContainText('that is the phrase of 5')
  await field.fill(alice.phrase)
  await unlock.click()
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByText('Encrypted for the key in this page')).toBeVisible()
  await expectNowhere(page, [alice.phrase, bob.phrase], said)

  await page.reload()
  await expect(page.getByRole('button', { name: 'Unlock messaging' })).toBeVisible()
})

test('a deployer account is funded by the wallet, and sends back what it has', async ({ page, wallet }) => {
  await useAccount(page, wallet, 'alice')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('radio', { name: 'Phrase or seed' }).click()
  await page.locator('form').getByLabel('Phrase or seed', { exact: true }).fill(`${alice.phrase}//deployer`)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Name of the account').fill('Worker')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByLabel('Password again', { exact: true }).fill('correct horse battery')
  await dialog(page).getByRole('button', { name: 'Import', exact: true }).click()
  const worker = page.getByRole('region', { name: 'Worker' })
  await expect(worker).toContainText('Can spend0.00 TFT', stretched)

  await worker.getByRole('button', { name: 'Fund it' }).click()
  await page.getByLabel('Amount in TFT').fill('25')
  await page.getByLabel('From', { exact: true }).selectOption({ label: await optionOf(page, 'alice') })
  await page.getByRole('button', { name: 'Sign in polkadot-js' }).click()
  await wallet.cancel()
  await expect(page.getByRole('alert')).toContainText('Nothing was done')
  await page.getByRole('button', { name: 'Sign in polkadot-js' }).click()
  // The wallet takes one request in three seconds.
  await expect(page.getByText('polkadot-js wants a pause')).toBeVisible()
  await wallet.sign(alice.password)
  await expect(worker).toContainText('Can spend25.00 TFT')

  await worker.getByRole('button', { name: 'Send back' }).click()
  await page.getByLabel('To', { exact: true }).selectOption({ label: await optionOf(page, 'alice') })
  await page.getByRole('button', { name: 'Sign and send' }).click()
  await expect(worker).toContainText('Can spend0.00 TFT')
})

const optionOf = async (page: Page, name: string) =>
  (await page.getByRole('option', { name: new RegExp(`^${name} 5`) }).textContent())!
