import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join, parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { manifest, prefix } from './manifest.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')
const cache = join(root, 'node_modules/.cache')

/** A service worker is a module; the others run as plain scripts, all in one file. */
const entries = { 'background.ts': 'es', 'content.ts': 'iife', 'page.ts': 'iife', 'popup/popup.tsx': 'iife' } as const

const environment = { PKG_VERSION: manifest.version, EXTENSION_PREFIX: prefix, PORT_PREFIX: prefix }

/** Makes the extension in `dir`, which exists. Takes a second or two. */
export async function buildExtension(dir: string): Promise<void> {
  for (const [entry, format] of Object.entries(entries)) {
    const { name } = parse(entry)
    await build({
      configFile: false,
      root: here,
      logLevel: 'error',
      define: {
        // Without it the worker dies at its start and says nothing: `store`, a dependency, reads the bare word.
        global: 'globalThis',
        'process.env': JSON.stringify(environment),
        'process.env.NODE_ENV': '"production"',
      },
      build: {
        outDir: dir,
        emptyOutDir: false,
        target: 'es2023',
        lib: { entry: join(here, entry), name, formats: [format], fileName: () => `${name}.js`, cssFileName: name },
      },
    })
  }
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest, undefined, 2))
  // The first opens from the browser's toolbar, the second when a site asks for something.
  for (const page of ['index.html', 'notification.html']) copyFileSync(join(here, 'popup/popup.html'), join(dir, page))
}

/** What the built extension follows from. */
function fingerprint(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  const files = readdirSync(here, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort())
    hash.update(path).update(readFileSync(path))
  return hash.digest('hex').slice(0, 16)
}

/** The folder of the extension as its sources now are, built when that has not been done yet. */
export async function builtExtension(): Promise<string> {
  const built = join(cache, `extension-${fingerprint()}`)
  if (existsSync(built)) return built
  mkdirSync(cache, { recursive: true })
  const making = mkdtempSync(`${built}-`)
  await buildExtension(making)
  try {
    renameSync(making, built)
  } catch {
    // Another worker was first.
    rmSync(making, { recursive: true })
  }
  return built
}
