import { expect, type BrowserContext, type Page } from '@playwright/test'

/** Just before the n-th time from now on that a page writes down how far a run is, or just after. */
export type Death = { write: number; when: 'before' | 'after' }

/** What a page that dies asks for and never gets: it stands still there, as one whose process was killed. */
const nowhere = '/stands-still'

/** From now on pages of this context can be killed by `killAt`. */
export async function makeMortal(context: BrowserContext): Promise<void> {
  await context.route(`**${nowhere}`, () => undefined)
  await context.addInitScript((path) => {
    const { transaction } = IDBDatabase.prototype
    const standStill = () => {
      const request = new XMLHttpRequest()
      request.open('GET', path, false)
      request.send()
    }
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, stores, mode, options) {
      const { death } = window as Window & { death?: Death }
      const isLast = death !== undefined && this.name === 'runs' && mode === 'readwrite' && --death.write === 0
      if (isLast && death.when === 'before') standStill()
      const made = transaction.call(this, stores, mode, options)
      // Ahead of everybody else who listens to it.
      if (isLast) made.addEventListener('complete', standStill)
      return made
    }
  }, nowhere)
}

/**
 * Lets a person `act`, and kills the page at its `death`. What it would have done next it never does; what is on the wires
 * already goes on. `false` when the run came to its end with fewer writes. The page is closed either way.
 */
export async function killAt(page: Page, death: Death, act: () => Promise<void>): Promise<boolean> {
  await page.evaluate((at) => Object.assign(window, { death: at }), death)
  const killed = page.waitForRequest(`**${nowhere}`, { timeout: 0 }).then(() => true)
  const lived = act()
    .then(() => expect.poll(() => runsAreOver(page)).toBe(true))
    .then(() => false)
  // The one that comes too late fails with the page.
  for (const late of [killed, lived]) late.catch(() => undefined)
  const wasKilled = await Promise.race([killed, lived])
  await page.close({ runBeforeUnload: false })
  return wasKilled
}

/** Has no run of this browser anything left to do? */
const runsAreOver = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        indexedDB.open('runs').addEventListener('success', ({ target }) => {
          const database = (target as IDBOpenDBRequest).result
          const rows = database.transaction('runs').objectStore('runs').getAll()
          rows.addEventListener('success', () => {
            database.close()
            resolve(rows.result.every(({ over }: { over: boolean }) => over))
          })
        })
      }),
  )
