import { readFile } from 'node:fs/promises'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { sshKey, tabTo } from '#support/machine.ts'
import { expectNowhere } from '#support/secrets.ts'

test('a person keeps a key under a name of their own, and templates offer it', async ({ page }) => {
  await page.goto('/account/ssh-keys')
  await expect(page.getByText('No keys yet')).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Add a key' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add an SSH key' })
  await dialog.getByLabel('Public key').fill('-----BEGIN OPENSSH PRIVATE KEY-----')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toContainText('This is a private key. Keep it to yourself')
  await dialog.getByLabel('Public key').fill(sshKey)
  await expect(dialog.getByLabel('Name')).toHaveValue('nobody@nowhere')
  await dialog.getByLabel('Name').fill('laptop')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByRole('list', { name: 'SSH keys' })).toContainText('laptop')
  await expectNoAxeViolations(page)

  await page.goto('/deploy/templates/vm')
  await page.getByRole('button', { name: 'laptop' }).click()
  await expect(page.getByLabel('SSH keys')).toHaveValue(sshKey)
  await page.getByRole('button', { name: 'laptop' }).click()
  await expect(page.getByLabel('SSH keys')).toHaveValue('')
  await expectNoAxeViolations(page)

  await page.goto('/account/ssh-keys')
  await page.getByRole('button', { name: 'Remove laptop' }).click()
  await expect(page.getByText('No keys yet')).toBeVisible()
})

test('a pair is made by keyboard alone: its private half is handed out, and kept nowhere', async ({ page }) => {
  await page.goto('/account/ssh-keys')
  await tabTo(page, page.getByRole('button', { name: 'Make a pair' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Make an SSH key pair' })).toBeVisible()
  await expectNoAxeViolations(page)
  await tabTo(page, page.getByLabel('Name'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('workshop')
  const downloading = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = await downloading
  expect(file.suggestedFilename()).toMatch(/^id_workshop/)
  const text = await readFile(await file.path(), 'utf8')
  expect(text).toMatch(/^-----BEGIN OPENSSH PRIVATE KEY-----\n/)
  const shown = page.getByRole('list', { name: 'SSH keys' })
  await expect(shown).toContainText(/ssh-ed25519 AAAA\S+ workshop/)

  // The secret begins in the third line; before it stand the format and the public half.
  await expectNowhere(page, text.split('\n').slice(3, -2))
})
