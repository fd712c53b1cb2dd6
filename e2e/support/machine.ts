import { expect, type Locator, type Page } from '@playwright/test'

/** A public key of nobody: its private half was thrown away. */
export const sshKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGG9kGmWh4q2DqzSnFPAxHMvLZrKO1Pc5qwwMJp0jJBQ nobody@nowhere'

/** One press, then the account shows its play money. */
export async function getAccount(page: Page) {
  await page.getByRole('button', { name: 'Get a funded account' }).first().click()
  await expect(page.getByRole('button', { name: /^Account 5.* TFT$/ })).toBeVisible({ timeout: 20_000 })
}

/** Names a draft and the machine in it alike, and fills in what else a person must. */
export async function describeMachine(page: Page, name: string) {
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await page.getByLabel('Name of the deployment').fill(name)
  await page.keyboard.press('Enter')
  await page.getByLabel('Name', { exact: true }).fill(name)
  await page.getByLabel('SSH keys', { exact: true }).fill(sshKey)
}

/** Puts another workload into the draft, by the words of the menu. */
export async function addWorkload(page: Page, what: string, place = 0) {
  await page.getByRole('button', { name: 'Add workload' }).nth(place).click()
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

/** Presses for the first place of the draft that has no node yet. */
export async function chooseNode(page: Page, id: number) {
  await page.getByRole('button', { name: 'Choose a node' }).click()
  await page.getByLabel('Node id or farm name').fill(String(id))
  await page.getByRole('button', { name: `Choose node ${id}`, exact: true }).click()
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
  for (let presses = 0; presses < 100; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused({ timeout: 1 })
}
