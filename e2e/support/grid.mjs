import { runBundled } from './bundled.mjs'

await runBundled('e2e/grid/start.ts')
