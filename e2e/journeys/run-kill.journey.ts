import type { BrowserContext, Page } from '@playwright/test'
import type { Workload } from '#domain/deployment/deployment.ts'
import { bare, newDeployment, type Plan } from '#domain/plan/plan.ts'
import { writePlan } from '#domain/plan/text/write-plan.ts'
import { gib } from '#domain/units.ts'
import type { Grid } from '#grid/grid.ts'
import { booksOf, type Books } from '#support/books.ts'
import { expect, expectNoAxeViolations, test } from '#support/journey.ts'
import { getAccount } from '#support/machine.ts'
import { killAt, makeMortal } from '#support/mortal.ts'
import { goTo } from '#support/seeder.ts'

// Each kill is a run of its own, and recording all of them costs as much again: a step that fails says at which write.
test.use({ world: { farms: 8, nodes: 60, blockMs: 250, pace: 100 }, trace: 'off' })
test.describe.configure({ timeout: 300_000 })

const disk = (name: string): Workload => ({ ...bare(name), type: 'zmount', data: { size: gib(1) } })
const database = (name: string): Workload => ({
  ...bare(name),
  type: 'zdb',
  data: { size: gib(1), mode: 'user', password: 'secret', public: false },
})
const gateway = (name: string): Workload => ({
  ...bare(name),
  type: 'gateway-name-proxy',
  data: { name, tls_passthrough: false, backends: ['http://29.0.0.1:80'] },
})

const planOf = (name: string, ...placed: [node: number, workload: Workload][]): Plan => ({
  name,
  solution: 'vm',
  nodes: placed.map(([node, workload]) => ({ node, deployments: [{ deployment: newDeployment([workload]) }] })),
})

/** Three workloads on three nodes, and a name. */
const threeOf = (name: string, nodes: number[]) =>
  planOf(name, [nodes[0]!, disk(`${name}disk`)], [nodes[1]!, database(`${name}db`)], [nodes[2]!, gateway(name)])

/** The last one has a domain, for gateways. */
function nodesOf(grid: Grid): number[] {
  const domains = [...grid.chain.nodes()].flatMap(({ id, publicConfig }) => (publicConfig?.domain ? id : []))
  const withDomain = grid.ready.sampleNodes.find((id) => domains.includes(id))!
  return [...grid.ready.sampleNodes.filter((id) => id !== withDomain).slice(0, 2), withDomain]
}

/** A new account, and its twin. */
async function enter(page: Page, grid: Grid): Promise<number> {
  await makeMortal(page.context())
  await page.goto('/activity')
  await getAccount(page)
  return [...grid.chain.twins()].at(-1)!.id
}

/** As far as the button that signs, in a page that is there already. */
async function review(page: Page, plan: Plan) {
  await goTo(page, '/deploy')
  await page.getByRole('button', { name: 'Import' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a plan' })
  const buffer = Buffer.from(writePlan(plan, 'json'))
  await dialog.getByLabel('File with a plan').setInputFiles({ name: 'plan.json', mimeType: 'application/json', buffer })
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('button', { name: 'Review and sign' }).click()
}

const heading = (page: Page, words: string) => page.getByRole('heading', { name: words })

/** A new page after the last one is gone, at the run that was begun last. */
async function comeBack(context: BrowserContext, name: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto('/activity')
  await page.getByRole('link', { name, exact: true }).first().click()
  return page
}

/** Presses what the page offers, if it has to, until it says `words`. */
async function until(page: Page, words: string, offered: RegExp) {
  const button = page.getByRole('alert').getByRole('button', { name: offered })
  await expect(heading(page, words).or(button)).toBeVisible({ timeout: 30_000 })
  if (await button.isVisible()) await button.click()
  await expect(heading(page, words)).toBeVisible({ timeout: 30_000 })
}

const signAndWatch = (page: Page, name: string) => async () => {
  await page.getByRole('button', { name: 'Sign and deploy' }).click()
  await expect(heading(page, `${name} is running`)).toBeVisible({ timeout: 30_000 })
}

/** A database of 1 GiB, which runs. */
async function runDatabase(page: Page, grid: Grid, node: number) {
  const twin = await enter(page, grid)
  await review(page, planOf('web', [node, database('db')]))
  await signAndWatch(page, 'web')()
  const held = () =>
    grid
      .node(node)
      .holds()
      .find(({ twin_id }) => twin_id === twin)!
  return { twin, held, id: Number(held().contract_id) }
}

/** Changes it, as far as the button that signs. */
async function reviewChange(page: Page, contract: number, label: 'Size' | 'Password', value: string) {
  await goTo(page, `/deployments/${contract}/update`)
  await page.getByRole('button', { name: 'Change db', exact: true }).click()
  const form = page.getByRole('form', { name: 'Change db', exact: true })
  await form.getByLabel(label, { exact: true }).fill(value)
  await form.getByRole('button', { name: 'Apply' }).click()
  await page.getByRole('button', { name: 'Review and sign in the builder' }).click()
  await page.getByRole('button', { name: 'Review and sign', exact: true }).click()
}

/** One contract, which is for exactly what its node holds and runs. */
function expectOne({ contracts, names, held, broken }: Books) {
  expect(contracts).toHaveLength(1)
  expect({ held, names, broken }).toEqual({ held: contracts, names: [], broken: [] })
}

for (const when of ['before', 'after'] as const) {
  test(`a plan whose page is killed ${when} any write of its run comes up, and nothing of it twice`, async ({
    page: first,
    context,
    grid,
  }) => {
    const nodes = nodesOf(grid)
    const twin = await enter(first, grid)
    let page = first
    let writes = 0
    for (let killed = true; killed;)
      await test.step(`write ${++writes}`, async () => {
        const before = booksOf(grid, twin, nodes)
        const name = `web${writes}`
        await review(page, threeOf(name, nodes))
        killed = await killAt(page, { write: writes, when }, signAndWatch(page, name))
        if (when === 'before' && writes === 1) {
          page = await context.newPage()
          await page.goto('/activity')
          expect(booksOf(grid, twin, nodes)).toEqual(before)
          return
        }
        page = await comeBack(context, name)
        await until(page, `${name} is running`, /^Retry/)
        const after = booksOf(grid, twin, nodes)
        expect(after.contracts).toEqual(after.held)
        expect(after.contracts).toHaveLength(before.contracts.length + 3)
        expect(after.names).toEqual([...before.names, name].toSorted())
        expect(after.broken).toEqual([])
      })
    expect(writes).toBeGreaterThan(10)
    await expectNoAxeViolations(page)
  })

  test(`an undo whose page is killed ${when} any of its writes leaves nothing of the run`, async ({
    page: first,
    context,
    grid,
  }) => {
    const nodes = nodesOf(grid)
    const twin = await enter(first, grid)
    let page = first
    let writes = 0
    for (let killed = true; killed;)
      await test.step(`write ${++writes}`, async () => {
        const name = `web${writes}`
        await review(page, threeOf(name, nodes))
        grid.faults.activate({ fault: 'workload-error', node: nodes[1]!, name: `${name}db` })
        await page.getByRole('button', { name: 'Sign and deploy' }).click()
        const undo = page.getByRole('button', { name: 'Undo: cancel 4 contracts' })
        await expect(undo).toBeEnabled({ timeout: 30_000 })
        const doomed = page
        killed = await killAt(page, { write: writes, when }, async () => {
          await undo.click()
          await expect(heading(doomed, `${name} was undone`)).toBeVisible({ timeout: 30_000 })
        })
        page = await comeBack(context, name)
        await until(page, `${name} was undone`, /^Undo/)
        await expect.poll(() => booksOf(grid, twin, nodes)).toEqual({ contracts: [], names: [], held: [], broken: [] })
      })
    expect(writes).toBeGreaterThan(4)
    await expectNoAxeViolations(page)
  })

  test(`an update whose page is killed ${when} any of its writes is made once`, async ({
    page: first,
    context,
    grid,
  }) => {
    const [node] = nodesOf(grid) as [number]
    const { twin, held, id } = await runDatabase(first, grid, node)
    let page = first
    let writes = 0
    for (let killed = true; killed;)
      await test.step(`write ${++writes}`, async () => {
        const { version } = held()
        await reviewChange(page, id, 'Size', String(1 + writes))
        killed = await killAt(page, { write: writes, when }, signAndWatch(page, 'web'))
        page = await comeBack(context, 'web')
        await until(page, 'web is running', /^Retry/)
        expectOne(booksOf(grid, twin, [node]))
        const isBegun = when === 'after' || writes > 1
        expect(held().version).toBe(version + (isBegun ? 1 : 0))
        if (isBegun) expect(held().workloads[0]!.data).toMatchObject({ size: gib(1 + writes) })
      })
    expect(writes).toBeGreaterThan(6)
    await expectNoAxeViolations(page)
  })

  test(`an undo of an update whose page is killed ${when} any of its writes brings back what was there`, async ({
    page: first,
    context,
    grid,
  }) => {
    const [node] = nodesOf(grid) as [number]
    const { twin, held, id } = await runDatabase(first, grid, node)
    let page = first
    let writes = 0
    for (let killed = true; killed;)
      await test.step(`write ${++writes}`, async () => {
        const { version } = held()
        await reviewChange(page, id, 'Password', 'another one')
        grid.faults.activate({ fault: 'workload-error', node, name: 'db' })
        await page.getByRole('button', { name: 'Sign and deploy' }).click()
        const undo = page.getByRole('button', { name: 'Undo: change one deployment back' })
        await expect(undo).toBeEnabled({ timeout: 30_000 })
        const doomed = page
        killed = await killAt(page, { write: writes, when }, async () => {
          await undo.click()
          await expect(heading(doomed, 'web was undone')).toBeVisible({ timeout: 30_000 })
        })
        page = await comeBack(context, 'web')
        await until(page, 'web was undone', /^Undo/)
        expectOne(booksOf(grid, twin, [node]))
        expect(held()).toMatchObject({ version: version + 2, workloads: [{ data: { password: 'secret' } }] })
      })
    expect(writes).toBeGreaterThan(6)
    await expectNoAxeViolations(page)
  })
}
