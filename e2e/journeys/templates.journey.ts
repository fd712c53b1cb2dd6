import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { expectRunning, getAccount, sign, sshKey, tabTo } from '#support/machine.ts'

/** Opens a template, answers what it asks and goes on to the builder. */
async function begin(page: Page, id: string, name: string, answer: () => Promise<void> = async () => {}) {
  await page.goto('/nodes')
  await getAccount(page)
  await page.goto(`/deploy/templates/${id}`)
  await page.getByLabel('Name', { exact: true }).fill(name)
  const keys = page.getByLabel('SSH keys')
  if (await keys.isVisible()) await keys.fill(sshKey)
  await answer()
  await page.getByRole('button', { name: 'Continue to the builder' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

/** Takes any node that fits for each part of the plan that has none yet. */
async function chooseNodes(page: Page) {
  const open = page.getByRole('button', { name: 'Choose a node' })
  while ((await open.count()) > 0) {
    const left = await open.count()
    await open.first().click()
    await page.getByRole('button', { name: 'Any that fits' }).click()
    await expect(open).toHaveCount(left - 1)
  }
}

test('templates are found by what they make, by keyboard alone', async ({ page }) => {
  await page.goto('/deploy/templates')
  await expect(page.getByRole('link', { name: /^Nextcloud/ })).toBeVisible()
  await expectNoAxeViolations(page)
  await tabTo(page, page.getByLabel('Find a template'))
  await page.keyboard.type('videos')
  await expect(page.getByRole('link', { name: /^Nextcloud/ })).toHaveCount(0)
  await expect(page).toHaveURL(/find=videos/)
  await tabTo(page, page.getByRole('link', { name: /^PeerTube/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'PeerTube' })).toBeVisible()
  await expectNoAxeViolations(page)
})

test('what is left out is asked for, and a template that does not exist says so', async ({ page }) => {
  await page.goto('/deploy/templates/wordpress')
  await page.getByLabel('Name on the web').fill('My Shop')
  await page.getByRole('button', { name: 'Continue to the builder' }).click()
  await expect(page.getByText('Use small letters, digits, dashes and underscores only')).toBeVisible()
  await expect(page.getByText('Fill this in')).toBeVisible()
  await expect(page.getByText('Paste your public SSH key')).toBeVisible()
  await page.getByLabel('Address').selectOption({ label: 'Own domain, through a gateway' })
  await expect(page.getByLabel('Name on the web')).toHaveCount(0)
  await expect(page.getByLabel('Domain')).toBeVisible()
  await page.goto('/deploy/templates/nothing')
  await expect(page.getByText('There is no template “nothing”')).toBeVisible()
  await expectNoAxeViolations(page)
})

const whole: [id: string, contracts: number, answer?: (page: Page) => Promise<void>][] = [
  ['vm', 2],
  ['fullvm', 2],
  ['kubernetes', 2],
  ['zdb', 1],
  ['network', 2],
  ['nextcloud', 4, (page) => page.getByLabel('Name on the web').fill('cloud')],
  [
    'gateway-name',
    2,
    async (page) => {
      await page.getByLabel('Name on the web').fill('shop')
      await page.getByLabel('Where the traffic goes').fill('198.51.100.9:80')
    },
  ],
]

for (const [id, contracts, answer] of whole)
  test(`the template ${id} runs as it comes, once its nodes are chosen`, async ({ page, grid }) => {
    const before = [...grid.chain.contracts()].length
    await begin(page, id, 'mine1', async () => answer?.(page))
    await chooseNodes(page)
    await sign(page)
    await expectRunning(page, 'mine1')
    await expectNoAxeViolations(page)
    expect([...grid.chain.contracts()].length - before).toBe(contracts)
  })

test('a file system gets the addresses of its databases by a second signature', async ({ page, grid }) => {
  const before = [...grid.chain.contracts()].length
  await begin(page, 'qsfs', 'files1')
  await chooseNodes(page)
  await sign(page)
  await expectRunning(page, 'files1')
  expect([...grid.chain.contracts()].length - before).toBe(3)
})

test('a gateway on one’s own domain is looked up before it is paid for', async ({ page, grid }) => {
  const gateways = [...grid.chain.nodes()].filter(({ publicConfig }) => publicConfig?.domain)
  const ip = gateways[0]!.publicConfig!.ip4.ip.split('/')[0]!
  await begin(page, 'gateway-domain', 'site1', async () => {
    await page.getByLabel('Domain', { exact: true }).fill('www.example.com')
    await page.getByLabel('Where the traffic goes').fill('198.51.100.9:80')
  })
  await page.getByRole('button', { name: 'Choose a node' }).click()
  await page.getByLabel('Node id or farm name').fill(String(gateways[0]!.id))
  await page.getByRole('button', { name: `Choose node ${gateways[0]!.id}`, exact: true }).click()
  await expect(page.getByText('web, domain: nobody knows it')).toBeVisible()
  await page.getByLabel('Domain', { exact: true }).fill(`www.${ip}.sslip.io`)
  await expect(page.getByText('nobody knows it')).toHaveCount(0)
  await sign(page)
  await expectRunning(page, 'site1')
})
