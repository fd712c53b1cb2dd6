import { describeMachine, expectRunning, getAccount, sign, sshKey, tabTo } from '#support/machine.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'

test('a person finds a node, deploys a machine on it and sees its addresses', async ({ page, grid }) => {
  const node = grid.ready.sampleNodes[0]!
  await page.goto('/')
  await getAccount(page)
  await page.goto(`/nodes/${node}`)
  await page.getByRole('link', { name: 'Deploy here' }).click()
  await describeMachine(page, 'web1')
  await page.getByRole('button', { name: 'Add disk' }).click()
  await page.getByLabel('Size of disk1').fill('20')
  await expect(page.getByText(`Node ${node} answers in`)).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole('button', { name: 'Review and sign' }).click()
  const dialog = page.getByRole('dialog', { name: 'Deploy web1' })
  await expect(dialog).toContainText('Create 2 contracts')
  await expect(dialog).toContainText(/Fee 0\.\d{4} TFT/)
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Sign and deploy' }).click()

  await expectRunning(page, 'web1')
  await expect(page.getByText('10.20.2.2', { exact: true }).first()).toBeVisible()
  await expect(page.getByText(/^ssh root@[0-9a-f:]+$/)).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole('link', { name: 'Open deployment' }).click()
  await expect(page.getByRole('heading', { name: 'web1' })).toBeVisible()
  await expect(page.getByText('10.20.2.2', { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /disk1 Disk 20 GiB Running/ })).toBeVisible()
  await expectNoAxeViolations(page)

  await page.getByRole('link', { name: 'Deployments' }).first().click()
  await expect(page.getByRole('row', { name: /web1 .*Running/ })).toBeVisible()
  await expectNoAxeViolations(page)
})

test('a machine that its node cannot start says why in the words of the node, and is undone', async ({
  page,
  grid,
}) => {
  const node = grid.ready.sampleNodes[0]!
  await page.goto(`/deploy/vm?node=${node}`)
  await getAccount(page)
  await describeMachine(page, 'web1')
  const said =
    'failed to satisfy required capacity: cannot fulfil required memory size 2147483648 bytes out of usable 0 bytes'
  grid.faults.activate({ fault: 'workload-error', node, type: 'zmachine', message: said })
  await sign(page)

  const alert = page.getByRole('alert')
  await expect(alert).toContainText(`Node ${node} could not start web1`, { timeout: 30_000 })
  await expect(alert).toContainText(said)
  await alert.getByRole('button', { name: 'Undo: cancel 2 contracts' }).click()
  await expect(page.getByRole('heading', { name: 'web1 was undone' })).toBeVisible()
  await page.getByRole('link', { name: 'Deployments' }).first().click()
  await expect(page.getByText('No deployments yet')).toBeVisible()
})

test('a person cancels a deployment, and its node forgets it', async ({ page, grid }) => {
  const others = [...grid.chain.contracts()].length
  const node = grid.ready.sampleNodes[0]!
  await page.goto(`/deploy/vm?node=${node}`)
  await getAccount(page)
  await describeMachine(page, 'web1')
  await sign(page)
  await expectRunning(page, 'web1')
  await page.getByRole('link', { name: 'Open deployment' }).click()

  await page.getByRole('button', { name: 'More actions of web1' }).click()
  await page.getByRole('menuitem', { name: 'Cancel deployment' }).click()
  const dialog = page.getByRole('dialog', { name: 'Cancel web1?' })
  await expect(dialog).toContainText('cannot be undone')
  await dialog.getByRole('button', { name: 'Cancel 2 contracts' }).click()

  await expect(page.getByText('No deployments yet')).toBeVisible({ timeout: 20_000 })
  expect([...grid.chain.contracts()].length).toBe(others)
})

test('a node that goes away after the signature is named, and the run goes on when it is back', async ({
  page,
  grid,
}) => {
  const node = grid.ready.sampleNodes[0]!
  await page.goto(`/deploy/vm?node=${node}`)
  await getAccount(page)
  await describeMachine(page, 'web1')
  await page.getByRole('button', { name: 'Review and sign' }).click()
  grid.node(node).goOffline()
  await page.getByRole('button', { name: 'Sign and deploy' }).click()

  const alert = page.getByRole('alert')
  await expect(alert).toContainText(`Node ${node} cannot be reached`, { timeout: 30_000 })
  await expect(alert).toContainText('exist and are billed until they are cancelled')
  grid.node(node).goOnline()
  await alert.getByRole('button', { name: 'Retry' }).click()
  await expectRunning(page, 'web1')
})

test('a machine is described, signed and opened with the keyboard alone', async ({ page, grid }) => {
  const node = grid.ready.sampleNodes[0]!
  await page.goto(`/deploy/vm?node=${node}`)
  await getAccount(page)
  const type = async (label: string, text: string) => {
    await tabTo(page, page.getByLabel(label, { exact: true }))
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(text)
  }
  await tabTo(page, page.getByRole('button', { name: 'Rename', exact: true }))
  await page.keyboard.press('Enter')
  await page.keyboard.type('keys')
  await page.keyboard.press('Enter')
  await type('Memory', '4')
  await tabTo(page, page.getByRole('button', { name: 'Add disk' }))
  await page.keyboard.press('Enter')
  await type('Size of disk1', '20')
  await type('SSH keys', sshKey)
  await expect(page.getByText(`Node ${node} answers in`)).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Review and sign' }))
  await page.keyboard.press('Enter')
  const sign = page.getByRole('button', { name: 'Sign and deploy' })
  await expect(sign).not.toHaveAttribute('aria-disabled', 'true')
  await tabTo(page, sign)
  await page.keyboard.press('Enter')
  await expectRunning(page, 'keys')
  await tabTo(page, page.getByRole('link', { name: 'Open deployment' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'keys' })).toBeVisible()
})

test('what is typed wrong is said in its field, by the rules of the node', async ({ page, grid }) => {
  await page.goto(`/deploy/vm?node=${grid.ready.sampleNodes[0]}`)
  await getAccount(page)
  const wrong: [label: string, typed: string, said: string][] = [
    ['vCPU', '0', 'at least one core'],
    ['Memory', '0.1', '250 MiB of memory or more'],
    ['Root filesystem', '0.2', '0 takes the least'],
    ['SSH keys', 'ssh-ed25519 AAAA', 'cut short or broken'],
    ['Name', 'my-machine', 'no spaces, no dashes'],
  ]
  for (const [label, typed, said] of wrong) {
    const field = page.getByLabel(label, { exact: true })
    await field.fill(typed)
    await field.blur()
    await expect(field).toHaveAccessibleDescription(new RegExp(said))
  }
  const sign = page.getByRole('button', { name: 'Review and sign' })
  await expect(sign).toHaveAttribute('aria-disabled', 'true')
  await expect(sign).toHaveAccessibleDescription(/check/)
  await page
    .getByRole('button', { name: /^Show / })
    .first()
    .click()
  await expect(page.locator('[data-member]:focus')).toHaveAccessibleDescription(/\w/)
})
