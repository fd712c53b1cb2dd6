import { Hono } from 'hono'
import { z } from 'zod'
import { readAddress } from './address.ts'
import type { Chain } from './chain/chain.ts'

const body = z.object({ substrateAccountID: z.string() })

/** Source: threefold_grid activation-service: 0.1 TFT for an empty account, a little for one that cannot pay a fee. */
const welcome = 1_000_000n
const fee = 15_000n

/** Gives a new account what it needs to accept the terms and make a twin. Answers once it is there. */
export function activation(chain: Chain): Hono {
  const app = new Hono()
  app.post('/', async (c) => {
    const sent = body.safeParse(await c.req.json().catch(() => undefined))
    const account = sent.success ? readAddress(sent.data.substrateAccountID) : undefined
    if (!account) return c.json({ error: 'Send {"substrateAccountID": "<address>"}' }, 400)
    const balance = chain.balance(account)
    if (balance === 0n) await chain.fund(account, welcome)
    else if (balance < fee) await chain.fund(account, fee)
    return c.json({ activated: true })
  })
  return app
}
