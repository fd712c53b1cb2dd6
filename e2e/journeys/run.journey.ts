import { describeMachine, expectRunning, getAccount, sign } from '#support/machine.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import type { Page } from '@playwright/test'

/** As far as the signature, on the first node that surely takes a machine. */
async function begin(page: Page, node: number, name: string) {
  await page.goto(`/deploy/vm?node=${node}`)
  await getAccount(page)
  await describeMachine(page, name)
  await sign(page)
}
const step = (page: Page, name: RegExp) => page.getByRole('list', { name: 'Steps' }).getByText(name)
const contractsOf = (grid: { chain: { contracts: () => Iterable<unknown> } }) => [...grid.chain.contracts()].length

test('a page that is closed right after the signature goes on when it is opened again', async ({ page, grid }) => {
  const before = contractsOf(grid)
  const node = grid.ready.sampleNodes[0]!
  grid.faults.activate({ fault: 'chain-slow', ms: 4_000 })
  await begin(page, node, 'web1')
  await expect(step(page, /^Signed by your account, done$/)).toBeVisible({ timeout: 20_000 })
  const address = page.url()
  await page.close()
  grid.faults.clear()

  const again = await page.context().newPage()
  await again.goto('/activity')
  await expect(again.getByRole('link', { name: 'Watch web1' }).or(again.getByText(/^Came up in/))).toBeVisible()
  await expectNoAxeViolations(again)
  await again.goto(address)
  await expectRunning(again, 'web1')
  expect(contractsOf(grid)).toBe(before + 2)
  await expect(again.getByText('Safe to close this tab')).toBeVisible()
  await expectNoAxeViolations(again)
})

test('a page that is loaded anew while its machine installs finds it running', async ({ page, grid }) => {
  const before = contractsOf(grid)
  const node = grid.ready.sampleNodes[0]!
  grid.faults.activate({ fault: 'workload-slow', node, ms: 6_000, name: 'web1' })
  await begin(page, node, 'web1')
  await expect(page.getByRole('listitem').filter({ hasText: /^web1Machine.*installing/ })).toBeVisible({
    timeout: 30_000,
  })
  await page.reload()
  await expectRunning(page, 'web1')
  await page.reload()
  await expectRunning(page, 'web1')
  await expect(page.getByText('10.20.2.2', { exact: true })).toBeVisible()
  expect(contractsOf(grid)).toBe(before + 2)
})

test('an answer that is lost, and the page with it, makes nothing twice', async ({ page, grid }) => {
  const before = contractsOf(grid)
  const node = grid.ready.sampleNodes[0]!
  await page.goto(`/deploy/vm?node=${node}`)
  await getAccount(page)
  await describeMachine(page, 'web1')
  await page.getByRole('button', { name: 'Review and sign' }).click()
  grid.faults.activate({ fault: 'reply-lost', node, times: 1 })
  await page.getByRole('button', { name: 'Sign and deploy' }).click()
  await expect(step(page, /^In block, done$/)).toBeVisible({ timeout: 30_000 })
  await page.reload()
  await expectRunning(page, 'web1')
  expect(contractsOf(grid)).toBe(before + 2)
})

test('a run of a tab that is closed goes on in another one that only watched', async ({ page, grid }) => {
  const before = contractsOf(grid)
  const node = grid.ready.sampleNodes[0]!
  grid.faults.activate({ fault: 'workload-slow', node, ms: 8_000, name: 'web1' })
  await begin(page, node, 'web1')
  await expect(step(page, /^In block, done$/)).toBeVisible({ timeout: 30_000 })
  const watching = await page.context().newPage()
  await watching.goto(page.url())
  await expect(watching.getByRole('heading', { name: 'web1 is coming up' })).toBeVisible()
  await page.close()
  await expectRunning(watching, 'web1')
  expect(contractsOf(grid)).toBe(before + 2)
})

test('what failed by itself is named first, and all of it is undone after a reload, with one signature', async ({
  page,
  grid,
}) => {
  const before = contractsOf(grid)
  const node = grid.ready.sampleNodes[0]!
  grid.faults.activate({ fault: 'workload-error', node, type: 'zmount' })
  await page.goto(`/deploy/vm?node=${node}`)
  await getAccount(page)
  await describeMachine(page, 'web1')
  await page.getByRole('button', { name: 'Add disk' }).click()
  await sign(page)
  const alert = page.getByRole('alert')
  await expect(alert).toContainText(`Node ${node} could not start disk1`, { timeout: 30_000 })
  await expect(alert).toContainText('web1 did not start for want of disk1')
  await expect(page.getByRole('listitem').filter({ hasText: /^web1Machine.*needs disk1/ })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.reload()
  await alert.getByRole('button', { name: 'Undo: cancel 2 contracts' }).click()
  await expect(page.getByRole('heading', { name: 'web1 was undone' })).toBeVisible({ timeout: 20_000 })
  expect(contractsOf(grid)).toBe(before)
  await expectNoAxeViolations(page)
})

test('what could not start is made anew by a retry, with the keyboard alone', async ({ page, grid }) => {
  const before = contractsOf(grid)
  const node = grid.ready.sampleNodes[0]!
  grid.faults.activate({ fault: 'workload-error', node, type: 'zmachine' })
  await begin(page, node, 'web1')
  const retry = page.getByRole('alert').getByRole('button', { name: 'Retry' })
  await expect(retry).toBeVisible({ timeout: 30_000 })
  await retry.focus()
  await page.keyboard.press('Enter')
  await expectRunning(page, 'web1')
  expect(contractsOf(grid)).toBe(before + 2)
})

test.describe('a pool and a block that lose it', () => {
  // The library tells what the chain says to a transaction that it has already.
  test.use({ expectedErrors: [/submitExtrinsic/] })

  test('change nothing for who waits', async ({ page, grid }) => {
    const before = contractsOf(grid)
    const node = grid.ready.sampleNodes[0]!
    await page.goto(`/deploy/vm?node=${node}`)
    await getAccount(page)
    await describeMachine(page, 'web1')
    await page.getByRole('button', { name: 'Review and sign' }).click()
    grid.faults.activate({ fault: 'extrinsic-dropped' })
    grid.faults.activate({ fault: 'chain-fork' })
    await page.getByRole('button', { name: 'Sign and deploy' }).click()
    await expectRunning(page, 'web1')
    expect(contractsOf(grid)).toBe(before + 2)
    await page.getByRole('link', { name: 'Activity' }).first().click()
    await expect(page.getByRole('row', { name: /Make 2 contracts/ })).toHaveCount(1)
  })
})

test.describe('while the chain and the relay are gone', () => {
  test.use({ expectedErrors: [/WebSocket|disconnected from|submitExtrinsic/] })

  test('a run waits for them, and goes on by itself', async ({ page, grid }) => {
    const before = contractsOf(grid)
    const node = grid.ready.sampleNodes[0]!
    grid.faults.activate({ fault: 'chain-slow', ms: 4_000 })
    await begin(page, node, 'web1')
    await expect(step(page, /^Signed by your account, done$/)).toBeVisible({ timeout: 20_000 })
    grid.faults.clear()
    grid.faults.activate({ fault: 'chain-down', ms: 3_000 })
    grid.faults.activate({ fault: 'relay-restarted', ms: 3_000 })
    await page.reload()
    await expectRunning(page, 'web1')
    expect(contractsOf(grid)).toBe(before + 2)
  })
})

test('activity shows what was signed here, by kind and outcome, and the address keeps the choice', async ({
  page,
  grid,
}) => {
  await begin(page, grid.ready.sampleNodes[0]!, 'web1')
  await expectRunning(page, 'web1')
  await page.goto('/activity')
  await expect(page.getByRole('row', { name: /Make 2 contracts/ })).toBeVisible()
  await expect(page.getByText(/^Came up in/)).toBeVisible()
  await page.getByRole('radio', { name: 'Twin' }).check()
  await expect(page.getByRole('row', { name: /Make 2 contracts/ })).toBeHidden()
  await expect(page.getByRole('row', { name: /Accept the terms/ })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Twin' })).toBeChecked()
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Forget web1' }).click()
  await expect(page.getByText(/^Came up in/)).toBeHidden()
})

test('a run of an account with a password asks for the key after a reload, and goes on with it', async ({
  page,
  grid,
}) => {
  test.setTimeout(240_000)
  const stretched = { timeout: 60_000 }
  const node = grid.ready.sampleNodes[0]!
  const { mnemonic } = grid.ready.accounts.find(({ name }) => name === 'alice')!
  await page.goto('/account')
  await page.getByRole('button', { name: 'Import one' }).click()
  await page.getByRole('radio', { name: 'Phrase or seed' }).click()
  await page.locator('form').getByLabel('Phrase or seed', { exact: true }).fill(mnemonic)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByLabel('Name of the account').fill('Alice')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByLabel('Password again', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeHidden(stretched)

  grid.faults.activate({ fault: 'workload-slow', node, ms: 5_000, name: 'web1' })
  // By a link within the page, for a reload locks the key.
  await page.getByRole('link', { name: 'Nodes', exact: true }).click()
  await page
    .getByRole('link', { name: String(node), exact: true })
    .first()
    .click()
  await page.getByRole('link', { name: 'Deploy here' }).click()
  await describeMachine(page, 'web1')
  await sign(page)
  await expect(step(page, /^In block, done$/)).toBeVisible({ timeout: 30_000 })
  await page.reload()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('It waits for the account’s key', { timeout: 30_000 })
  await expectNoAxeViolations(page)
  await alert.getByRole('button', { name: 'Unlock' }).click()
  await page.getByRole('dialog').getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('dialog').getByRole('button', { name: 'Unlock', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'web1 is running' })).toBeVisible(stretched)
})
