import { expect, type Page } from '@playwright/test'

/** Everything that a page keeps or shows, as text: its storages, databases, address, and document with all that was typed. */
export async function everythingKept(page: Page): Promise<string[]> {
  const databases = await page.evaluate(async () => {
    const ended = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)))
    const text = (_: string, value: unknown) =>
      typeof value === 'bigint'
        ? String(value)
        : value instanceof ArrayBuffer || ArrayBuffer.isView(value)
          ? String.fromCharCode(...new Uint8Array(value instanceof ArrayBuffer ? value : value.buffer))
          : value
    const dumps = (await indexedDB.databases()).map(async ({ name }) => {
      const database = await ended(indexedDB.open(name!))
      const stores = [...database.objectStoreNames]
      const rows = stores.map((store) => ended(database.transaction(store).objectStore(store).getAll()))
      return JSON.stringify(await Promise.all(rows), text)
    })
    return Promise.all(dumps)
  })
  const rest = await page.evaluate(() => [
    JSON.stringify(localStorage),
    JSON.stringify(sessionStorage),
    JSON.stringify(history.state),
    location.href,
    document.documentElement.outerHTML,
    ...[...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
  ])
  return [...databases, ...rest]
}

/** Collects what the page writes to its console from now on. */
export function listenToConsole(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  return said
}

/** None of `secrets` is left anywhere that outlives its use. */
export async function expectNowhere(page: Page, secrets: string[], said: string[] = []) {
  const kept = [...(await everythingKept(page)), ...said]
  for (const secret of secrets) expect(kept.filter((text) => text.includes(secret))).toEqual([])
}
