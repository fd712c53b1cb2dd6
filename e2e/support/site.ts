import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import { extname, join, posix } from 'node:path'
import { listen } from './listen.ts'
import { contentSecurityPolicy } from './security.ts'

export type Site = { url: string; stop: () => Promise<void> }

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
}

const securityHeaders = {
  'content-security-policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

function answer(response: ServerResponse, status: number, type: string, caching: string, body: string | Buffer) {
  response.writeHead(status, { ...securityHeaders, 'content-type': type, 'cache-control': caching }).end(body)
}

/**
 * Serves a built app as a static host would, with `config` as its config.json. A path without the ending of a
 * file is a page of the app and gets index.html; a file that is not there is a 404, never a page.
 */
export async function startSite(options: { dist: string; config: unknown; port: number }): Promise<Site> {
  const { dist, config } = options

  const server = createServer(async (request, response) => {
    // Normalised behind a slash, so that `..` never leads above it. No file of the app needs %-escapes in its name.
    const path = posix.normalize(`/${request.url?.split('?')[0]}`)
    if (path === '/config.json')
      return answer(response, 200, contentTypes['.json']!, 'no-store', JSON.stringify(config))

    const file = extname(path) in contentTypes ? path : '/index.html'
    const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
    try {
      return answer(response, 200, contentTypes[extname(file)]!, caching, await readFile(join(dist, file)))
    } catch {
      return answer(response, 404, contentTypes['.txt']!, 'no-store', `There is no ${path} here.\n`)
    }
  })

  const port = await listen(server, options.port)
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
