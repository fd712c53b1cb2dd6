import { describeMachine, expectRunning, getAccount, sign } from '#support/machine.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { advanceTime } from '#support/seeder.ts'

test('beside a run stands what it was to cost, and what it did cost once something was billed', async ({
  page,
  grid,
}) => {
  await page.goto(`/deploy/vm?node=${grid.ready.sampleNodes[0]}`)
  await getAccount(page)
  await describeMachine(page, 'web1')
  await sign(page)
  await expectRunning(page, 'web1')
  const fact = (name: string) => page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) })
  await expect(fact('Estimated')).toBeVisible()
  await expect(fact('Fee')).toBeVisible()
  await expect(fact('Cost so far')).toBeHidden()
  await advanceTime(grid, 7200)
  await page.reload()
  await expect(fact('Cost so far').locator('xpath=following-sibling::dd[1]')).toHaveText(/^\d[\d.,]* TFT$/)
  await expectNoAxeViolations(page)
})
