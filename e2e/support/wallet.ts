import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { builtExtension } from '../extension/build.ts'
import { expect, test as journey } from './journey.ts'
import { storedAccount } from './wallet-storage.ts'
import { Wallet, type WalletAccount } from './wallet-window.ts'

type WalletJourney = {
  /** What the wallet holds from the start, at next to no cost; a person would create it or restore it. */
  accounts: Record<string, WalletAccount>
  wallet: Wallet
}

type Background = { chrome: { storage: { local: { set: (items: object) => Promise<void> } } } }

/** Journeys in a browser that has the wallet: the page, its grid and what is checked of it are as in any other. */
export const test = journey.extend<WalletJourney>({
  accounts: [{}, { option: true }],

  context: async ({ playwright, launchOptions, accounts }, use) => {
    const extension = await builtExtension()
    const profile = await mkdtemp(join(tmpdir(), 'profile-'))
    const context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      args: [
        ...(launchOptions.args ?? []),
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
      ],
    })
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    await worker.evaluate(
      (stored) => (globalThis as unknown as Background).chrome.storage.local.set(stored),
      Object.fromEntries(Object.values(accounts).map(storedAccount)),
    )
    await use(context)
    await context.close()
    await rm(profile, { recursive: true })
  },

  wallet: async ({ context }, use) => {
    const errors: string[] = []
    const isOurs = (page: Page | null) => page?.url().startsWith('chrome-extension:')
    context.on('weberror', (thrown) => isOurs(thrown.page()) && errors.push(thrown.error().message))
    context.on('console', (message) => {
      if (message.type() === 'error' && isOurs(message.page())) errors.push(message.text())
    })
    await use(new Wallet(context))
    expect(errors).toEqual([])
  },
})

export { person } from './wallet-storage.ts'
export { expect }
