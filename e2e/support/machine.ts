import { expect, type Locator, type Page } from '@playwright/test'

/** A public key of nobody: its private half was thrown away. */
export const sshKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGG9kGmWh4q2DqzSnFPAxHMvLZrKO1Pc5qwwMJp0jJBQ nobody@nowhere'

/** One press, then the account shows its play money. */
export async function getAccount(page: Page) {
  await page.getByRole('button', { name: 'Get a funded account' }).first().click()
  await expect(page.getByRole('button', { name: /^Account 5.* TFT$/ })).toBeVisible({ timeout: 20_000 })
}

/** Fills the form of a machine as far as a person must. */
export async function describeMachine(page: Page, name: string) {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('SSH public key').fill(sshKey)
}

export async function sign(page: Page) {
  await page.getByRole('button', { name: 'Review and sign' }).click()
  await page.getByRole('button', { name: 'Sign and deploy' }).click()
}

export async function expectRunning(page: Page, name: string) {
  await expect(page.getByRole('heading', { name: `${name} is running` })).toBeVisible({ timeout: 30_000 })
}

/** Presses Tab until `target` has the focus. */
export async function tabTo(page: Page, target: Locator) {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused({ timeout: 1 })
}
