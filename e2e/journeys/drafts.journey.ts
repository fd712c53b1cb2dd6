import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { addWorkload, tabTo } from '#support/machine.ts'
import { expectNowhere } from '#support/secrets.ts'

/** When the last draft was written. */
const savedAt = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        indexedDB.open('drafts').addEventListener('success', ({ target }) => {
          const database = (target as IDBOpenDBRequest).result
          const rows = database.transaction('drafts').objectStore('drafts').getAll()
          rows.addEventListener('success', () => {
            database.close()
            resolve(Math.max(...rows.result.map(({ changedAt }: { changedAt: number }) => changedAt)))
          })
        })
      }),
  )

test('a draft is there again after its tab crashed, and no secret of it is kept in clear', async ({
  page,
  context,
}) => {
  await page.goto('/deploy')
  await addWorkload(page, 'Database')
  await page.getByLabel('Password', { exact: true }).fill('correct horse battery')
  await page.getByLabel('Password', { exact: true }).press('Tab')
  const typedAt = Date.now()
  await expect.poll(() => savedAt(page)).toBeGreaterThan(typedAt)
  await page.close({ runBeforeUnload: false })

  const again = await context.newPage()
  await again.goto('/deploy/drafts')
  await expect(again.getByRole('table', { name: 'Drafts' })).toContainText('1 database')
  await expectNowhere(again, ['correct horse'])
  await expectNoAxeViolations(again)
  await again.getByRole('table', { name: 'Drafts' }).getByRole('link').first().click()
  await expect(again.getByLabel('Password', { exact: true })).toHaveValue('correct horse battery')
})

test('drafts are copied, deleted and brought back by the keyboard alone', async ({ page }) => {
  await page.goto('/deploy/drafts')
  await expect(page.getByRole('heading', { name: 'No drafts' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.goto('/deploy')
  await addWorkload(page, 'Database')
  await expect(page.getByText(/^Saved/)).toBeVisible()

  await page.getByRole('link', { name: 'Drafts' }).click()
  const table = page.getByRole('table', { name: 'Drafts' })
  await expect(table).toContainText('1 database')
  await tabTo(page, table.getByRole('button', { name: /^Duplicate/ }))
  await page.keyboard.press('Enter')
  await expect(table.getByRole('link')).toHaveCount(2)
  await tabTo(page, table.getByRole('button', { name: /^Delete/ }).first())
  await page.keyboard.press('Enter')
  await expect(table.getByRole('link')).toHaveCount(1)
  await page.getByRole('button', { name: 'Bring it back' }).press('Enter')
  await expect(table.getByRole('link')).toHaveCount(2)
})
