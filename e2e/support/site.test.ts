import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSite, type Site } from './site.ts'

let dist: string
let site: Site

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'site-'))
  await mkdir(join(dist, 'assets'))
  await writeFile(join(dist, 'index.html'), '<!doctype html>the app')
  await writeFile(join(dist, 'config.json'), '{"networks":[]}')
  await writeFile(join(dist, 'assets', 'main-1a2b.js'), 'export {}')
  site = await startSite({ dist, config: { defaultNetwork: 'local' }, port: 0 })
})

afterAll(async () => {
  await site.stop()
  await rm(dist, { recursive: true })
})

test.each(['/', '/nodes', '/nodes/42', '/nodes?status=up&sort=free.memory', '/lookup/185.69.166.10'])(
  '%s is a page of the app',
  async (path) => {
    const response = await fetch(site.url + path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain('the app')
  },
)

test.each(['/assets/gone.js', '/favicon.ico', '/nodes/logo.png'])(
  '%s that is not there is a 404, not a page',
  async (path) => {
    const response = await fetch(site.url + path)
    expect(response.status).toBe(404)
    expect(await response.text()).toBe(`There is no ${path} here.\n`)
  },
)

test('a file named by its content may be kept for ever', async () => {
  const response = await fetch(`${site.url}/assets/main-1a2b.js`)
  expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('config.json is the one that was given, always asked for anew', async () => {
  const response = await fetch(`${site.url}/config.json`)
  expect(await response.json()).toEqual({ defaultNetwork: 'local' })
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test('every answer carries the security headers', async () => {
  for (const path of ['/', '/config.json', '/assets/main-1a2b.js', '/assets/gone.js']) {
    const { headers } = await fetch(site.url + path)
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'self'; .*; frame-ancestors 'none'$/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
  }
})

// Written to the socket by hand, since fetch tidies its paths.
test.each(['/../site.secret.txt', '//../site.secret.txt'])('GET %s stays inside', async (path) => {
  const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.0\r\n\r\n`)
  let answer = ''
  for await (const chunk of socket) answer += String(chunk)
  expect(answer).toMatch(/^HTTP\/1\.\d 404 .*There is no \/site\.secret\.txt here\.\n$/s)
})

test('a port in use is said, not waited for', async () => {
  const port = Number(new URL(site.url).port)
  await expect(startSite({ dist, config: {}, port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
})
