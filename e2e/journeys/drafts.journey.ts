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

/** Does something to a draft, and resolves once that is written into it. */
async function saved(page: Page, act: () => Promise<void>) {
  const before = await savedAt(page)
  await act()
  await expect.poll(() => savedAt(page)).toBeGreaterThan(before)
}

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

async function type(page: Page, label: string, value: string) {
  await field(page, label).fill(value)
  await field(page, label).press('Tab')
}

/** A new draft with a database in it, which is kept. */
async function begin(page: Page) {
  await page.goto('/deploy')
  await expect(page).toHaveURL(/draft=/)
  await saved(page, () => addWorkload(page, 'Database'))
}

test('a draft is there again after its tab crashed, and no secret of it is kept in clear', async ({
  page,
  context,
}) => {
  await begin(page)
  await saved(page, () => type(page, 'Password', 'correct horse battery'))
  await page.close({ runBeforeUnload: false })

  const again = await context.newPage()
  await again.goto('/deploy/drafts')
  await expect(again.getByRole('table', { name: 'Drafts' })).toContainText('1 database')
  await expectNowhere(again, ['correct horse'])
  await expectNoAxeViolations(again)
  await again.getByRole('table', { name: 'Drafts' }).getByRole('link').first().click()
  await expect(field(again, 'Password')).toHaveValue('correct horse battery')
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

test('of a draft that two tabs change nothing is written over, and taking theirs can be undone', async ({
  page: first,
  context,
}) => {
  await begin(first)
  await saved(first, () => type(first, 'Name', 'shop'))
  const second = await context.newPage()
  await second.goto(first.url())
  await expect(field(second, 'Name')).toHaveValue('shop')

  await saved(first, () => type(first, 'Password', 'typed in the first tab'))
  await type(second, 'Name', 'store')
  const told = second.getByRole('alert').filter({ hasText: 'Changed in another tab' })
  await expect(told).toBeVisible()
  await expect(field(second, 'Name')).toHaveValue('store')
  await expectNoAxeViolations(second)
  await told.getByRole('button', { name: 'Take theirs' }).click()
  await expect(field(second, 'Password')).toHaveValue('typed in the first tab')
  await expect(field(second, 'Name')).toHaveValue('shop')
  await expect(told).toBeHidden()
  await second.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(field(second, 'Name')).toHaveValue('store')
})

test('a tab that took what another one wrote leaves that one alone', async ({ page: first, context }) => {
  await begin(first)
  const second = await context.newPage()
  await second.goto(first.url())
  await expect(field(second, 'Name')).toHaveValue('zdb1')
  await saved(first, () => type(first, 'Name', 'shop'))
  await type(second, 'Name', 'store')
  await second.getByRole('button', { name: 'Take theirs' }).click()
  await expect(field(second, 'Name')).toHaveValue('shop')
  await second.close({ runBeforeUnload: true })

  await saved(first, () => type(first, 'Name', 'market'))
  await expect(first.getByRole('alert')).toBeHidden()
})

test('what one tab has is kept over what another wrote, by the keyboard alone', async ({ page: first, context }) => {
  await begin(first)
  await saved(first, () => type(first, 'Name', 'shop'))
  const second = await context.newPage()
  await second.goto(first.url())
  await saved(second, () => type(second, 'Name', 'store'))

  await type(first, 'Password', 'typed in the first tab')
  const keep = first.getByRole('button', { name: 'Keep mine' })
  await expect(keep).toBeVisible()
  await tabTo(first, keep)
  await first.keyboard.press('Enter')
  await expect(keep).toBeHidden()
  await second.reload()
  await expect(field(second, 'Name')).toHaveValue('shop')
  await expect(field(second, 'Password')).toHaveValue('typed in the first tab')
  await expectNoAxeViolations(first)
})
