import { serve } from '@hono/node-server'
import type { AddressInfo } from 'node:net'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lookUp } from '#protocols/dns.ts'
import { resolver as gridResolver } from './resolver.ts'

let at = ''
const app = new Hono()
app.route('/dns', gridResolver())
app.get('/led', (c) =>
  c.json({
    Status: 0,
    Answer:
      c.req.query('type') === 'A'
        ? [
            { type: 5, data: 'other.' },
            { type: 1, data: '29.0.1.2' },
          ]
        : [{ type: 28, data: '2a02::1' }],
  }),
)
app.get('/broken', (c) => c.json({ Status: 2 }))
app.get('/down', (c) => c.text('no', 503))
app.get('/text', (c) => c.text('<html>'))
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
beforeAll(async () => {
  await new Promise((resolve) => (server.listening ? resolve(undefined) : server.once('listening', resolve)))
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const ask = (path: string, name = 'www.29.0.1.2.sslip.io') => lookUp(`${at}${path}`, name, new AbortController().signal)

test('a name’s addresses of both kinds are told, and nothing that it was led over', async () => {
  expect(await ask('/dns')).toEqual(['29.0.1.2'])
  expect(await ask('/led')).toEqual(['29.0.1.2', '2a02::1'])
})

test('a name that does not exist has none', async () => expect(await ask('/dns', 'nowhere.example.com')).toEqual([]))

test.each([
  ['/broken', { kind: 'refused', reason: 'DNS status 2' }],
  ['/down', { kind: 'refused', status: 503 }],
  ['/text', { kind: 'unreadable' }],
])('a resolver that cannot say is a fault: %s', (path, fault) => expect(ask(path)).rejects.toMatchObject({ fault }))

test('one that does not answer is unreachable', () =>
  expect(lookUp('http://127.0.0.1:9', 'x.y', new AbortController().signal)).rejects.toMatchObject({
    fault: { kind: 'unreachable' },
  }))
