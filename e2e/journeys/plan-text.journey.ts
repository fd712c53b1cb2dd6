import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { addWorkload, tabTo } from '#support/machine.ts'

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
