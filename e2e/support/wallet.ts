import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtExtension } from '../extension/build.ts'
import { test as journey } from './journey.ts'
import { Wallet } from './wallet-window.ts'

/** Journeys in a browser that has the wallet: the page, its grid and what is checked of it are as in any other. */
export const test = journey.extend<{ wallet: Wallet }>({
  context: async ({ playwright, launchOptions }, use) => {
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
    await use(context)
    await context.close()
    await rm(profile, { recursive: true })
  },

  wallet: async ({ context }, use) => use(new Wallet(context)),
})

export { expect } from './journey.ts'
