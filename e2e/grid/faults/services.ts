import { setTimeout as sleep } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import type { Faults } from '../faults.ts'

/** The members by which rows of GridProxy's lists are known. */
const ids = ['nodeId', 'farmId', 'twinId', 'contract_id', 'id']

/** A list whose first row is not what it should be. Anything else stays as it is. */
function malformed(body: unknown): unknown {
  if (!Array.isArray(body) || body.length === 0) return body
  const [first, ...rest] = body as Record<string, unknown>[]
  const id = ids.find((name) => Object.hasOwn(first!, name))
  return id === undefined ? body : [{ ...first, [id]: `number ${String(first![id])}` }, ...rest]
}

/** What is wrong with GridProxy right now. */
export const troubledProxy =
  (faults: Faults): MiddlewareHandler =>
  async (c, next) => {
    const slow = faults.of('proxy-slow')
    if (slow) await sleep(slow.ms)
    if (faults.of('proxy-down')) return c.json({ error: 'failed to connect to the database' }, 500)
    await next()
    if (!faults.of('proxy-malformed') || !c.res.headers.get('Content-Type')?.startsWith('application/json')) return
    const { status, headers } = c.res
    c.res = new Response(JSON.stringify(malformed(await c.res.json())), { status, headers })
  }

/** What is wrong with the identity service right now. */
export const troubledKyc =
  (faults: Faults): MiddlewareHandler =>
  async (c, next) =>
    faults.of('kyc-down') ? c.text('Service Unavailable', 503) : next()
