import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from '@playwright/test'
import type { Ready } from '#grid/grid.ts'
import { findOrInstallBrowser } from '#support/browser.ts'
import { buildIfStale, dist } from '#support/dist.ts'
import { localNetwork } from '#support/local-network.ts'
import { startSite } from '#support/site.ts'
import { medianOf, type Measure } from './measure.ts'

/** What the official dashboard takes from one page of 50 nodes to the next. */
const officialNextPageMs = 2600
const runs = 3

type Visit = {
  requests: number
  apiRequests: number
  scriptKib: number
  shift: number
  elements: number
  heapMb: number
  blockedMs: number
  nextPageMs: number
}

/** The page of nodes, as a newcomer's browser meets it: nothing cached, a grid of 10,000, the built app. */
export async function measureExplore(ready: Ready): Promise<Measure[]> {
  await buildIfStale()
  const site = await startSite({ dist, config: localNetwork(ready), port: 0 })
  const browser = await chromium.launch({
    executablePath: findOrInstallBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const visits: Visit[] = []
  for (let run = 0; run < runs; run++) visits.push(await visit(browser, site.url, ready.gridproxy))
  await browser.close()
  await site.stop()
  const median = (what: keyof Visit) => medianOf(visits.map((one) => one[what]))
  const mostNextPageMs = officialNextPageMs / 15
  return [
    { what: 'Nodes usable: requests', figure: median('requests'), unit: '', most: 15 },
    { what: 'of them to GridProxy', figure: median('apiRequests'), unit: '', most: 3 },
    { what: 'of them JavaScript, gzip', figure: median('scriptKib'), unit: 'KiB', most: 200 },
    { what: 'Nodes: total blocking time', figure: median('blockedMs'), unit: 'ms', most: 200 },
    { what: 'Nodes: cumulative layout shift', figure: median('shift'), unit: '', most: 0.02 },
    { what: 'Nodes: elements for 50 rows', figure: median('elements'), unit: '', most: 1500 },
    { what: 'Nodes: heap after garbage collection', figure: median('heapMb'), unit: 'MB', most: 15 },
    { what: 'Nodes: the next page', figure: median('nextPageMs'), unit: 'ms', most: mostNextPageMs },
  ]
}

/** Usable: the rows are there. What is asked for later is counted for the shift, the blocking and the heap only. */
async function visit(browser: Browser, site: string, gridproxy: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.addInitScript(watchPage)
  const scripts = new Map<string, Promise<number>>()
  context.on('response', (response) => {
    if (!response.url().endsWith('.js')) return
    const kib = response.body().then((body) => gzipSync(body).length / 1024)
    scripts.set(
      response.url(),
      kib.catch(() => 0),
    )
  })
  await page.goto(`${site}/nodes`)
  await page.locator('tbody tr a').nth(49).waitFor()
  await page.waitForTimeout(3000)

  const { shift, blockedMs, usableAt } = await page.evaluate(() => (globalThis as unknown as Watching).watched)
  const asked = await page.evaluate((before) => {
    const resources = performance.getEntriesByType('resource').filter(({ startTime }) => startTime <= before)
    return [location.href, ...resources.map(({ name }) => name)]
  }, usableAt)
  const scriptKib = (await Promise.all(asked.map((url) => scripts.get(url) ?? 0))).reduce((a, b) => a + b, 0)
  const elements = await page.evaluate(() => document.querySelectorAll('*').length)
  const devtools = await context.newCDPSession(page)
  await devtools.send('HeapProfiler.collectGarbage')
  const heapMb = (await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6
  const nextPageMs = await page.evaluate(turnPage)
  await context.close()
  const apiRequests = asked.filter((url) => url.startsWith(gridproxy)).length
  return { requests: asked.length, apiRequests, scriptKib, shift, elements, heapMb, blockedMs, nextPageMs }
}

/** Runs in the page: from the press on *Next page* until other rows are painted. */
function turnPage(): Promise<number> {
  const before = document.querySelector('tbody tr')?.textContent
  return new Promise((resolve) => {
    const pressedAt = performance.now()
    const rows = new MutationObserver(() => {
      if (document.querySelector('tbody tr')?.textContent === before) return
      rows.disconnect()
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressedAt)))
    })
    rows.observe(document, { childList: true, characterData: true, subtree: true })
    document.querySelector<HTMLElement>('[aria-label="Next page"]')!.click()
  })
}

type Watched = { shift: number; blockedMs: number; usableAt: number }
type Watching = { watched: Watched }

/** Runs in the page, before anything of its own. */
function watchPage() {
  const watched: Watched = { shift: 0, blockedMs: 0, usableAt: 0 }
  Object.assign(globalThis, { watched })
  type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) watched.shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.blockedMs += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  const rows = new MutationObserver(() => {
    if (document.querySelectorAll('tbody tr a').length < 50) return
    watched.usableAt = performance.now()
    rows.disconnect()
  })
  rows.observe(document, { childList: true, subtree: true })
}
