import { createServer } from 'node:http'
import { UsageError } from './flags.ts'
import { listen } from './listen.ts'

/** Opens a port and lets it go again: the port, or `undefined` when it is taken or not ours to open. */
async function tried(port: number): Promise<number | undefined> {
  const server = createServer()
  try {
    return await listen(server, port)
  } catch {
    return undefined
  } finally {
    server.close()
  }
}

/**
 * A port to listen on: the one a person named with `flag` (0 = any), else the first free one from `usual` on.
 *
 * @throws UsageError when the named one cannot be had
 */
export async function freePort(flag: string, named: number | undefined, usual: number): Promise<number> {
  for (const port of named === undefined ? Array.from({ length: 100 }, (_, i) => usual + i) : [named]) {
    const free = await tried(port)
    if (free !== undefined) return free
  }
  throw new UsageError(`Port ${named ?? usual} is taken; choose another with ${flag}, or stop what uses it.`)
}
