import { Hono } from 'hono'
import { readAddress } from '../address.ts'
import type { Register } from './register.ts'

/**
 * The identity service: the status of those it knows, 404 for all others, who count as UNVERIFIED.
 *
 * Source: tf-kyc-verifier internal/handlers/handlers.go
 */
export function kyc(register: Register, accountOf: (twin: number) => Uint8Array | undefined): Hono {
  const app = new Hono()
  app.get('/api/v1/status', (c) => {
    const { client_id, twin_id } = c.req.query()
    if (!client_id && !twin_id) return c.json({ error: 'Either client_id or twin_id must be provided' }, 400)
    const twin = /^\d{1,9}$/.test(twin_id ?? '') ? Number(twin_id) : 0
    const account = client_id ? readAddress(client_id) : accountOf(twin)
    const status = account && register.statusOf(account)
    if (!status) return c.json({ error: 'Verification not found' }, 404)
    return c.json({ result: { status } })
  })
  app.get('/api/v1/health', (c) => c.json({ result: { status: 'Healthy' } }))
  return app
}
