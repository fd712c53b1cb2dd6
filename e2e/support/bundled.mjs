import { rmSync } from 'node:fs'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { build, stop } from 'esbuild'
import { root } from './install.mjs'

/**
 * Runs a TypeScript program of this repository, given by its path from the root. Node.js takes over a second to load the
 * thousand files that it and its packages are, so esbuild, which tsx brings, makes them one first. It does so at each start,
 * which takes less than half a second, so what runs is never stale.
 */
export async function runBundled(entry) {
  // As deep as e2e/support, so that import.meta.url leads to the same places.
  const file = `${root}/node_modules/.cache/bundled-${process.pid}.mjs`
  const remove = () => rmSync(file, { force: true })
  process.once('exit', remove)
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: `node${process.versions.node}`,
    external: ['vite'],
    // What packages of the older kind are asked for by.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    logLevel: 'error',
  })
  await stop()
  await import(pathToFileURL(file))
  remove()
}
