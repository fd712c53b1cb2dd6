import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import type { Plan } from '#domain/plan/plan.ts'
import { gib } from '#domain/units.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { addWorkload, chooseNode, expectRunning, getAccount, sign, tabTo } from '#support/machine.ts'
import { goTo } from '#support/seeder.ts'

const view = (page: Page, name: string) =>
  page.getByRole('group', { name: 'Written as' }).getByText(name, { exact: true }).click()

test('what is typed into the text stands in the form, and back; what does not read is kept and told of', async ({
  page,
}) => {
  await page.goto('/deploy')
  await addWorkload(page, 'Disk')
  await view(page, 'YAML')
  const text = page.getByLabel('Plan as YAML')
  await expect(text).toHaveValue(/name: disk1/)
  const yaml = await text.inputValue()
  await text.fill(`# the data of the shop\n${yaml.replace('name: disk1', 'name: shop_data')}`)
  await view(page, 'Form')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('shop_data')
  await view(page, 'YAML')
  await expect(text).toHaveValue(/^# the data of the shop/)

  const good = await text.inputValue()
  await text.fill(good.replace(/size: \d+/, 'size: "5"'))
  const problem = page
    .getByRole('list', { name: 'Problems in the text' })
    .getByRole('button')
    .filter({ hasText: 'data.size' })
  await expect(problem).toContainText('data.size should be a whole number, 0 or more, got "5"')
  await expectNoAxeViolations(page)
  await view(page, 'Form')
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('shop_data')
  await view(page, 'YAML')
  await expect(text).toHaveValue(/size: "5"/)
  await problem.click()
  await expect(text).toBeFocused()

  await view(page, 'Terraform')
  await expect(page.getByLabel('Plan for Terraform')).toHaveValue(/resource "grid_deployment"/)
  await expectNoAxeViolations(page)
})

test('the text is left by Escape and Tab, and Tab indents in it', async ({ page }) => {
  await page.goto('/deploy')
  await addWorkload(page, 'Disk')
  await view(page, 'JSON')
  const text = page.getByLabel('Plan as JSON')
  await expect(text).toBeVisible()
  await tabTo(page, text)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Tab')
  await expect(text).toHaveValue(/^ {2}\{/)
  await expect(text).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(text).not.toBeFocused()
})

test('a plan goes by a link without its secrets, and becomes a draft of who opens it', async ({ page }) => {
  await page.goto('/deploy')
  await addWorkload(page, 'Database')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByRole('button', { name: 'Export' }).click()
  await page.getByRole('menuitem', { name: 'Share by a link' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share by a link' })
  await expect(dialog).toContainText('db1: password')
  await expectNoAxeViolations(page)
  const link = await dialog.getByText(/#plan=/).textContent()

  await page.goto(link!)
  await expect(page.getByRole('region', { name: 'What is in it' })).toContainText('1 database')
  await expect(page.getByText('Left out of the link')).toContainText('db1: password')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Make it a draft of mine' }).click()
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
})

test('a plan is imported from a text and a file, and its problems are told before', async ({ page }) => {
  await page.goto('/deploy')
  await page.getByRole('button', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a plan' })
  await dialog.getByText('Text', { exact: true }).click()
  await dialog.getByLabel('JSON or YAML').fill('- type: zmount\n  data: {size: x}')
  await expect(dialog.getByRole('alert')).toContainText('Line 2: [0].data.size should be a whole number')
  await expectNoAxeViolations(page)

  await dialog.getByText('File', { exact: true }).click()
  const workloads = [{ name: 'disk7', type: 'zmount', data: { size: 10737418240 } }]
  const deployment = { version: 2, twin_id: 9, contract_id: 12, workloads }
  const buffer = Buffer.from(JSON.stringify(deployment))
  await dialog.getByLabel('File with a plan').setInputFiles({ name: 'disk.json', mimeType: 'application/json', buffer })
  await expect(dialog.getByRole('region', { name: 'What is in it' })).toContainText('disk7')
  await expect(dialog).toContainText('It was written of contract 12')
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('disk7')
})

/** A database runs on `node`, and a new draft is begun. */
async function runDatabase(page: Page, node: number) {
  await page.goto('/deploy')
  await getAccount(page)
  await addWorkload(page, 'Database')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await chooseNode(page, node)
  await sign(page)
  await expectRunning(page, 'deployment1')
  await goTo(page, '/deploy')
  await expect(page.getByText('Begin with a machine, a database or a gateway')).toBeVisible()
}

/** The plan as the file says it that the builder gives. */
async function exported(page: Page): Promise<Plan> {
  await page.getByRole('button', { name: 'Export' }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: 'Download JSON' }).click()
  return JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as Plan
}

test('what runs is imported to be changed, exported as its next version, and signed', async ({ page, grid }) => {
  const [node] = grid.ready.sampleNodes as [number]
  await runDatabase(page, node)
  await page.getByRole('button', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a plan' })
  await dialog.getByText('What I run', { exact: true }).click()
  await dialog.getByText('A change of it', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Ask its nodes' }).click()
  await expect(dialog.getByRole('region', { name: 'What is in it' })).toContainText('1 database')
  await expect(dialog).toContainText('Signing it changes what runs.')
  await expectNoAxeViolations(page)
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('Update', { exact: true })).toBeVisible()
  await expect(page.getByLabel('Password', { exact: true })).toHaveValue('correct horse battery')
  await page.getByLabel('Size', { exact: true }).fill('20')
  await page.getByLabel('Size', { exact: true }).press('Tab')

  const [held] = grid.node(node).holds()
  const plan = await exported(page)
  expect(plan).toMatchObject({
    name: 'deployment1',
    nodes: [{ node, deployments: [{ deployment: { contract_id: held!.contract_id } }] }],
  })
  expect(plan.nodes[0]!.deployments[0]!.deployment.workloads).toMatchObject([
    { type: 'zdb', data: { size: gib(20), password: 'correct horse battery' } },
  ])
  await sign(page)
  await expectRunning(page, 'deployment1')
  expect(grid.node(node).holds()).toMatchObject([
    { contract_id: held!.contract_id, version: 1, workloads: [{ data: { size: gib(20) }, result: { state: 'ok' } }] },
  ])
})

test('what runs is imported once more under another name, by the keyboard alone', async ({ page, grid }) => {
  const [node] = grid.ready.sampleNodes as [number]
  await runDatabase(page, node)
  const press = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).not.toHaveAttribute('aria-disabled', 'true')
    await tabTo(page, button)
    await page.keyboard.press('Enter')
  }
  await press('Import')
  const dialog = page.getByRole('dialog', { name: 'Import a plan' })
  await tabTo(page, dialog.getByRole('radio', { name: 'File' }))
  await page.keyboard.press('ArrowLeft')
  await expect(dialog.getByRole('radio', { name: 'A copy of it' })).toBeChecked()
  await press('Ask its nodes')
  await expect(dialog.getByRole('region', { name: 'What is in it' })).toContainText('1 database')
  await tabTo(page, dialog.getByRole('button', { name: 'Import', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('deployment2').first()).toBeVisible()
  // The chain refuses a second contract for the same on the same node.
  await press('Make it differ by a space')
  await press('Review and sign')
  await press('Sign and deploy')
  await expectRunning(page, 'deployment2')
  expect(grid.node(node).holds()).toHaveLength(2)
})
