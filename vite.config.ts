import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { contentSecurityPolicy } from './e2e/support/security.ts'

/** Makes the built app safe and whole on any static host, which may set no headers and know no pages. */
const anyStaticHost: Plugin = {
  name: 'any-static-host',
  // Not in dev, where hot reloading needs inline scripts.
  apply: 'build',
  transformIndexHtml: () => [
    {
      tag: 'meta',
      attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
      injectTo: 'head-prepend',
    },
  ],
  // A host that does not find /nodes/42 answers with 404.html: the app, which reads the address itself.
  writeBundle: ({ dir = 'dist' }) => copyFile(join(dir, 'index.html'), join(dir, '404.html')),
}

/** Not the chain library, the palette, maps and forms, which come when they are wanted. */
const shared =
  /node_modules\/(?!@polkadot|@noble|cmdk|d3|topojson|world-atlas|react-hook-form)|src\/(?!.*world-shapes)(ui|domain|queries|protocols)\//

type Graph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }

const main = fileURLToPath(new URL('src/main.tsx', import.meta.url))
let first: Set<string> | undefined

/** Is it among what the first page, the list of nodes, is made of? All that comes in one file, and nothing else. */
function inFirstPage(id: string, graph: Graph): boolean {
  if (!first) {
    first = new Set([main])
    for (const one of first) for (const imported of graph.getModuleInfo(one)?.importedIds ?? []) first.add(imported)
  }
  return first.has(id)
}

const noWasm = fileURLToPath(new URL('src/protocols/wallet/no-wasm.ts', import.meta.url))

export default defineConfig({
  plugins: [react(), tailwindcss(), anyStaticHost],
  worker: { format: 'es' },
  resolve: {
    alias: [{ find: /^@polkadot\/wasm-crypto-init$/, replacement: noWasm }],
  },
  build: {
    target: 'es2023',
    sourcemap: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { debugName: 'first', name: (id, graph) => (inFirstPage(id, graph) ? 'first' : null), priority: 1 },
            // What three others or more share comes in one file: else each such module is a request of its own.
            { name: 'shared', test: shared, minShareCount: 3 },
          ],
        },
      },
    },
  },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'e2e/**/*.test.ts'],
    testTimeout: 20_000,
  },
})
