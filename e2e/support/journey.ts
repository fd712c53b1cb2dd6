import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { startGrid, type Grid, type GridOptions } from '#grid/grid.ts'
import { dist } from './dist.ts'
import { localNetwork } from './local-network.ts'
import { startSite } from './site.ts'

type Journey = {
  /** Small and quick, so that each journey can have its own. */
  world: GridOptions
  /** What this journey serves as config.json instead of the way to its grid. */
  config: unknown
  /** Errors in the browser's console that belong to this journey, such as those of a service that it took down. */
  expectedErrors: RegExp[]
  /** A local grid of this journey's own. */
  grid: Grid
  /** The built app before that grid, at an origin of its own. */
  site: string
}

export const test = base.extend<Journey>({
  world: [{ farms: 8, nodes: 60, blockMs: 700 }, { option: true }],
  config: [undefined, { option: true }],
  expectedErrors: [[], { option: true }],

  grid: async ({ world }, use) => {
    const grid = await startGrid(world)
    await use(grid)
    await grid.stop()
  },

  site: async ({ grid, config }, use) => {
    const site = await startSite({ dist, config: config ?? localNetwork(grid.ready), port: 0 })
    await use(site.url)
    await site.stop()
  },

  baseURL: ({ site }, use) => use(site),

  page: async ({ page, expectedErrors }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error.stack ?? error)))
    // What the content security policy refuses is told here too, of workers as well.
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
    })
    await use(page)
    expect(errors.filter((error) => !expectedErrors.some((expected) => expected.test(error)))).toEqual([])
  },
})

/** Fails with the rules of WCAG 2.2 AA that the page breaks, and where. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}

export { expect }
