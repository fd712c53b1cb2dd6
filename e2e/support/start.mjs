import { install } from './install.mjs'

install()
const { runBundled } = await import('./bundled.mjs')
await runBundled('e2e/support/serve.ts')
