import { chromium, type Browser } from '@playwright/test'
import { startGrid } from '#grid/grid.ts'
import { findOrInstallBrowser } from '#support/browser.ts'
import { buildIfStale, dist } from '#support/dist.ts'
import { localNetwork } from '#support/local-network.ts'
import { describeMachine, expectRunning, getAccount } from '#support/machine.ts'
import { startSite } from '#support/site.ts'
import { medianOf, msOf, type Measure } from './measure.ts'

const runs = 5

/**
 * From the press on *Sign and deploy* until the page says that the machine runs: a network and a machine, two contracts.
 * Blocks come every 50 ms and nodes take next to nothing, so what is left is what the app adds to them.
 */
export async function measureDeploying(): Promise<Measure[]> {
  await buildIfStale()
  const grid = await startGrid({ farms: 8, nodes: 60, blockMs: 50, pace: 1 })
  const site = await startSite({ dist, config: localNetwork(grid.ready), port: 0 })
  const browser = await chromium.launch({
    executablePath: findOrInstallBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const each: number[] = []
  for (let run = 0; run < runs; run++) each.push(await deployMs(browser, site.url, grid.ready.sampleNodes[run]!))
  await browser.close()
  await site.stop()
  await grid.stop()
  return [{ what: 'Sign to running, over block and node time', figure: medianOf(each), unit: 'ms', most: 1000 }]
}

async function deployMs(browser: Browser, site: string, node: number): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: site })
  const page = await context.newPage()
  await page.goto(`/deploy/vm?node=${node}`)
  await getAccount(page)
  await describeMachine(page, 'web1')
  await page.getByRole('button', { name: 'Review and sign' }).click()
  const press = page.getByRole('button', { name: 'Sign and deploy' })
  await press.click({ trial: true })
  const took = await msOf(async () => {
    await press.click()
    await expectRunning(page, 'web1')
  })
  await context.close()
  return took
}
