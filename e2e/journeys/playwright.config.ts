import process from 'node:process'
import { defineConfig } from '@playwright/test'
import { findOrInstallBrowser } from '#support/browser.ts'

function browser(): string {
  try {
    return findOrInstallBrowser()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: 'results',
  reporter: 'list',
  // Each journey has a grid of its own, so they need no order; two at a time is what two cores carry.
  fullyParallel: true,
  workers: 2,
  // A journey that passes only now and then has found something.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1440, height: 900 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: browser(),
      args: [
        '--no-sandbox',
        '--no-first-run',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
