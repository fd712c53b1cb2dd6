import { Hono } from 'hono'
import { addressOf } from './records.ts'

/** What a DNS answer calls what it is about. Source: IANA DNS parameters */
const types = { A: 1, AAAA: 28 } as const
const nxDomain = 3

/**
 * DNS over HTTPS in its JSON form, as public resolvers answer it.
 *
 * Source: developers.google.com/speed/public-dns/docs/doh/json
 */
export function resolver(): Hono {
  const app = new Hono()
  app.get('/', (c) => {
    const { name = '', type = 'A' } = c.req.query()
    if (name === '' || !Object.hasOwn(types, type)) return c.json({ error: 'Invalid query' }, 400)
    const address = addressOf(name)
    if (address === undefined) return c.json({ Status: nxDomain })
    const answer = { name: `${name}.`, type: types.A, TTL: 300, data: address }
    return c.json({ Status: 0, ...(type === 'A' && { Answer: [answer] }) })
  })
  return app
}
