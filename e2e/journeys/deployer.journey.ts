import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { tabTo } from '#support/machine.ts'
import { expectNowhere, listenToConsole } from '#support/secrets.ts'

const password = 'correct horse battery'
const phrase = 'bottom drive obey lake curtain smoke basket hold race lonely fit walk'
const seed = '0xfac7959dbfe72f052e5a0c3c8d6530f202b02fd8f9f5ca3580ec8deb7797479e'
const addressOfPhrase = '5DfhGyQdFobKM8NsWvEeAKk5EQQgYe9AydgJ7rMB6E1EqRzV'

// Passwords are stretched, on purpose, for a second each time; for several when all journeys run at once.
test.describe.configure({ timeout: 120_000 })
const stretched = { timeout: 40_000 }

const words = (page: Page) => page.getByRole('dialog').getByRole('list').getByRole('listitem')

/** Goes through making an account, and gives its phrase. */
async function makeDeployer(page: Page, name: string): Promise<string> {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Make a deployer account' }).click()
  await expect(words(page).nth(11)).toContainText(/12[a-z]+/)
  const shown = (await words(page).allInnerTexts()).map((word) => word.replace(/[\d\s]/g, ''))
  await page.getByRole('button', { name: 'I wrote them down' }).click()
  for (const field of await page.getByLabel(/^Word \d+$/).all()) {
    const label = await field.evaluate((input: HTMLInputElement) => input.labels![0]!.textContent)
    await field.fill(shown[Number(label!.replace('Word ', '')) - 1]!)
  }
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Name of the account').fill(name)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Password again', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByRole('dialog', { name: `${name} is ready` })).toBeVisible(stretched)
  return shown.join(' ')
}

async function importText(page: Page, text: string) {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Import one' }).click()
  await page.getByRole('radio', { name: 'Phrase or seed' }).click()
  await page.locator('form').getByLabel('Phrase or seed', { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Name of the account').fill('Imported')
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Password again', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden(stretched)
}

test('a deployer account is made, locks by a reload, and its secrets are nowhere', async ({ page }) => {
  const said = listenToConsole(page)
  const made = await makeDeployer(page, 'Work')
  expect(made.split(' ')).toHaveLength(12)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download its account file' }).click()
  const file = await readFile(await (await downloading).path(), 'utf8')
  expect(JSON.parse(file)).toMatchObject({ meta: { name: 'Work' }, encoding: { content: ['pkcs8', 'sr25519'] } })
  await page.getByRole('link', { name: 'Set it up' }).click()
  await expect(page.getByRole('region', { name: 'Work' })).toContainText('Unlocked')
  const threeInARow = made.split(' ').slice(4, 7).join(' ')
  await expectNowhere(page, [made, threeInARow, password], said)
  expect(file).not.toContain(threeInARow)
  await expectNoAxeViolations(page)

  await page.reload()
  const account = page.getByRole('region', { name: 'Work' })
  await expect(account).toContainText('Locked')
  await account.getByRole('button', { name: 'Unlock' }).click()
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('alert')).toContainText('Wrong password', stretched)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock' }).click()
  await expect(account).toContainText('Unlocked', stretched)
  await expectNowhere(page, [password], said)
  await account.getByRole('button', { name: 'Lock' }).click()
  await expect(account.getByRole('button', { name: 'Unlock' })).toBeVisible()
})

test('words that were not written down are asked again', async ({ page }) => {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Make a deployer account' }).click()
  await expect(words(page).nth(11)).toContainText(/12[a-z]+/)
  await page.getByRole('button', { name: 'I wrote them down' }).click()
  for (const field of await page.getByLabel(/^Word \d+$/).all()) await field.fill('wrong')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('That is not the word')).toHaveCount(3)
  await expectNoAxeViolations(page)
})

for (const [what, text, address] of [
  ['a phrase', phrase, addressOfPhrase],
  ['a seed', seed, addressOfPhrase],
] as const)
  test(`an account is imported from ${what}`, async ({ page }) => {
    const said = listenToConsole(page)
    await importText(page, text)
    await expect(page.getByRole('button', { name: `Account ${address}` })).toBeVisible()
    await expectNowhere(page, [text, password], said)
  })

test('a phrase is judged while it is typed', async ({ page }) => {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Import one' }).click()
  await page.getByRole('radio', { name: 'Phrase or seed' }).click()
  const field = page.locator('form').getByLabel('Phrase or seed', { exact: true })
  await field.fill('bottom drive obey')
  await expect(page.getByText('A phrase has 12 to 24 words; these are 3')).toBeVisible()
  await field.fill(phrase.replace('drive obey', 'obey drive'))
  await expect(page.getByText('the phrase does not add up')).toBeVisible()
  await field.fill(`${phrase}//deployer`)
  await expect(page.getByText('12 to 24 words, or 0x and 64 digits')).toBeVisible()
})

test('an exported account is forgotten and comes back from its file', async ({ page }) => {
  await importText(page, phrase)
  const account = page.getByRole('region', { name: 'Imported' })
  await account.getByRole('button', { name: 'Rename' }).click()
  await page.getByLabel('Name of the account').fill('Renamed')
  await page.getByRole('dialog').getByRole('button', { name: 'Rename' }).click()
  const renamed = page.getByRole('region', { name: 'Renamed' })
  await renamed.getByRole('button', { name: 'Export' }).click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  const downloading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download the file' }).click()
  const file = await (await downloading).path()

  await renamed.getByRole('button', { name: 'Forget account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Forget this account?' })
  await expect(dialog).toContainText('cannot be reached any more')
  await expect(dialog.getByRole('button', { name: 'Forget account' })).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Forget account' }).click()

  await page.getByRole('button', { name: 'Import one' }).click()
  const chosen = page.locator('input[type=file]')
  await chosen.setInputFiles({ name: 'no.json', mimeType: 'application/json', buffer: Buffer.from('{ not JSON') })
  await expect(page.getByRole('alert')).toContainText('The account file cannot be read')
  await chosen.setInputFiles(file)
  await page.getByLabel('Password of the account', { exact: true }).fill('another password')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Wrong password', stretched)
  await page.getByLabel('Password of the account', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Renamed' })).toContainText('Unlocked', stretched)
  await expect(page.getByRole('button', { name: `Account ${addressOfPhrase}` })).toBeVisible()
})

test('somebody with a keyboard alone unlocks an account from the top bar', async ({ page }) => {
  await importText(page, phrase)
  await page.reload()
  const menu = page.getByRole('button', { name: `Account ${addressOfPhrase}` })
  await tabTo(page, menu)
  await page.keyboard.press('Enter')
  const unlock = page.getByRole('dialog', { name: 'Account' }).getByRole('button', { name: 'Unlock' })
  await tabTo(page, unlock)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Lock', exact: true }).first()).toBeVisible(stretched)
})
