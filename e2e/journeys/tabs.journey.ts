import type { Page } from '@playwright/test'
import { booksOf } from '#support/books.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { describeMachine, expectRunning, getAccount, sign } from '#support/machine.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true })
const steps = (page: Page) => page.getByRole('list', { name: 'Steps' })

/** A machine is signed for in one tab, and another one watches it. */
async function inTwoTabs(leader: Page, node: number): Promise<Page> {
  await leader.goto(`/deploy/vm?node=${node}`)
  await getAccount(leader)
  await describeMachine(leader, 'web1')
  await sign(leader)
  await expect(leader).toHaveURL(/\/deploy\/runs\//)
  const follower = await leader.context().newPage()
  await follower.goto(leader.url())
  return follower
}

test('a run that failed is undone from the tab that only watches, and both show it', async ({ page: leader, grid }) => {
  const node = grid.ready.sampleNodes[0]!
  grid.faults.activate({ fault: 'workload-error', node, type: 'zmachine' })
  const follower = await inTwoTabs(leader, node)
  const twin = [...grid.chain.twins()].at(-1)!.id
  const alert = follower.getByRole('alert')
  await expect(alert).toContainText(`Node ${node} could not start web1`, { timeout: 30_000 })
  await expect(leader.getByRole('alert')).toContainText(`Node ${node} could not start web1`)
  await alert.getByRole('button', { name: 'Undo: cancel 2 contracts' }).click()
  for (const page of [follower, leader]) await expect(heading(page, 'web1 was undone')).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => booksOf(grid, twin, [node])).toEqual({ contracts: [], names: [], held: [], broken: [] })
  await expectNoAxeViolations(follower)
})

test('a retry in the tab that watches is made once, with the keyboard, and goes on when the first tab is closed', async ({
  page: leader,
  grid,
}) => {
  const node = grid.ready.sampleNodes[0]!
  grid.faults.activate({ fault: 'workload-error', node, type: 'zmachine' })
  const follower = await inTwoTabs(leader, node)
  const twin = [...grid.chain.twins()].at(-1)!.id
  const retry = follower.getByRole('alert').getByRole('button', { name: 'Retry' })
  await expect(retry).toBeVisible({ timeout: 30_000 })
  grid.faults.activate({ fault: 'workload-slow', node, ms: 5_000, name: 'web1' })
  await retry.focus()
  await follower.keyboard.press('Enter')
  await expect(
    steps(follower)
      .getByRole('listitem')
      .filter({ hasText: /^web1Machine.*installing/ }),
  ).toBeVisible({
    timeout: 30_000,
  })
  await leader.close()
  await expectRunning(follower, 'web1')
  const books = booksOf(grid, twin, [node])
  expect(books.contracts).toHaveLength(2)
  expect(books).toMatchObject({ held: books.contracts, broken: [] })
})

test('a tab that watches shows step by step what the one that leads it does', async ({ page: leader, grid }) => {
  const node = grid.ready.sampleNodes[0]!
  grid.faults.activate({ fault: 'workload-slow', node, ms: 4_000, name: 'web1' })
  const follower = await inTwoTabs(leader, node)
  for (const page of [leader, follower])
    await expect(
      steps(page)
        .getByRole('listitem')
        .filter({ hasText: /^web1Machine.*installing/ }),
    ).toBeVisible({
      timeout: 30_000,
    })
  for (const page of [follower, leader]) await expectRunning(page, 'web1')
  const shown = (page: Page) => steps(page).getByRole('listitem').allInnerTexts()
  const times = /\d+(\.\d+)?\s*m?s\b/g
  expect((await shown(follower)).map((text) => text.replaceAll(times, ''))).toEqual(
    (await shown(leader)).map((text) => text.replaceAll(times, '')),
  )
})
