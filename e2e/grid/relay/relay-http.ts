import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { largestMessage } from './frame-limit.ts'
import type { Relay } from './relay.ts'

/**
 * What a relay answers besides sockets: other relays' messages and its metrics. `relayAt` is the relay that a `Host`
 * header names. Source: rmb-rs src/relay/api.rs `entry`, src/relay/mod.rs `HttpError` 15f2092
 */
export function relayHttp(relayAt: (host: string | undefined) => Relay): Hono {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('date', new Date(relayAt(c.req.header('host')).now()).toUTCString())
  })
  // The real relay takes a body of any size.
  const tooLarge = bodyLimit({ maxSize: largestMessage, onError: (c) => c.text('bad request: message too long', 400) })
  app.post('/', tooLarge, async (c) => {
    const { status, reason } = relayAt(c.req.header('host')).takeFederated(new Uint8Array(await c.req.arrayBuffer()))
    return c.body(reason, status)
  })
  app.get('/metrics', (c) => c.text(relayAt(c.req.header('host')).metrics))
  app.all('*', (c) => c.text('page not found', 404))
  return app
}
