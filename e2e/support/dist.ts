import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where the built app is. */
export const dist = join(root, 'dist')

/** What the built app is made of. */
const sources = ['index.html', 'package-lock.json', 'package.json', 'public', 'src', 'vite.config.ts']

/** When the newest of `paths`, or of the files in them, was last written, in ms; 0 when there is none. */
async function newest(paths: string[]): Promise<number> {
  const times = paths.map(async (path) => {
    const found = await stat(path).catch(() => undefined)
    if (!found?.isDirectory()) return found?.mtimeMs ?? 0
    const inside = await readdir(path)
    // A folder's own time tells of files that were removed from it.
    return Math.max(found.mtimeMs, await newest(inside.map((name) => join(path, name))))
  })
  return Math.max(0, ...(await Promise.all(times)))
}

/** Builds the app, unless what is in `dist` is newer than every source. */
export async function buildIfStale(): Promise<void> {
  const built = await newest([join(dist, 'index.html')])
  if (built > (await newest(sources.map((name) => join(root, name))))) return
  console.log('Building the app…')
  // Seldom needed, and large.
  const { build } = await import('vite')
  await build({ root, logLevel: 'warn' })
}
