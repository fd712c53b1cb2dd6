import { describeMachine, expectRunning, getAccount, sign } from '#support/machine.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { everythingKept } from '#support/secrets.ts'

test('an account and what it runs survive a reload', async ({ page, grid }) => {
  await page.goto(`/deploy/vm?node=${grid.ready.sampleNodes[0]}`)
  await getAccount(page)
  await describeMachine(page, 'web1')
  await sign(page)
  await expectRunning(page, 'web1')

  await page.reload()
  await expectRunning(page, 'web1')
  await page.goto('/deploy/runs/0123456789abcdef')
  await expect(page.getByText('This browser knows no such run')).toBeVisible()
  await page.getByRole('link', { name: 'See deployments' }).click()
  await expect(page.getByRole('row', { name: /web1 .*Running/ })).toBeVisible()
})

test('the phrase of an account is nowhere in the clear', async ({ page }) => {
  await page.goto('/nodes')
  await getAccount(page)
  // Twelve lower-case words in a row are a phrase.
  for (const text of await everythingKept(page)) expect(text).not.toMatch(/(\b[a-z]{3,8} ){11}[a-z]{3,8}/)
})

test('forgetting an account says what is lost first', async ({ page }) => {
  await page.goto('/nodes')
  await getAccount(page)
  await page.getByRole('button', { name: /^Account 5/ }).click()
  await page.getByRole('button', { name: 'Forget account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Forget this account?' })
  await expect(dialog).toContainText('cannot be reached any more')
  await dialog.getByRole('button', { name: 'Forget account' }).click()
  await expect(page.getByRole('button', { name: 'Get a funded account' })).toBeVisible()
})

test('a browser without a wallet extension says so, and what does the same', async ({ page }) => {
  await page.goto('/account')
  await page.getByRole('button', { name: 'Connect a wallet' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: 'This browser has no wallet extension' })).toBeVisible()
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Make a deployer account' }).click()
  await expect(page.getByRole('dialog', { name: 'Write these words down' })).toBeVisible()
})

test.describe('an account whose owner is not verified', () => {
  // The identity service answers 404 for those it does not know.
  test.use({ expectedErrors: [/404/] })

  test('is told so before anything is paid', async ({ page, grid }) => {
    grid.faults.activate({ fault: 'kyc-unverified' })
    await page.goto(`/deploy/vm?node=${grid.ready.sampleNodes[0]}`)
    await getAccount(page)
    await expect(page.getByText('Identity is not verified').first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Review and sign' })).toHaveAttribute('aria-disabled', 'true')
  })
})
