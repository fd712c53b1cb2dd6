import { z } from 'zod'
import { decode } from './decode.ts'
import { WireError } from './fault.ts'

const where = 'The resolver'
const noSuchName = 3
const addressTypes = [1, 28]
const answer = z.object({
  Status: z.number(),
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).default([]),
})

/**
 * The IPv4 and IPv6 addresses that a name stands for; none when there is no such name.
 *
 * @param resolver answers DNS over HTTPS in its JSON form (developers.google.com/speed/public-dns/docs/doh/json)
 * @throws WireError 'unreachable', 'refused' or 'unreadable' when it cannot say
 */
export async function lookUp(resolver: string, name: string, signal: AbortSignal): Promise<string[]> {
  const both = await Promise.all(['A', 'AAAA'].map((type) => ask(resolver, name, type, signal)))
  return both.flat()
}

async function ask(resolver: string, name: string, type: string, signal: AbortSignal): Promise<string[]> {
  let response
  try {
    const headers = { accept: 'application/dns-json' }
    response = await fetch(`${resolver}?${new URLSearchParams({ name, type }).toString()}`, { headers, signal })
  } catch (error) {
    if (signal.aborted) throw error
    throw new WireError({ kind: 'unreachable', where })
  }
  if (!response.ok)
    throw new WireError({ kind: 'refused', where, reason: `status ${response.status}`, status: response.status })
  const body: unknown = await response.json().catch(() => {
    throw new WireError({ kind: 'unreadable', where, reason: 'it is not JSON' })
  })
  const { Status, Answer } = decode(answer, body, where)
  if (Status !== 0 && Status !== noSuchName)
    throw new WireError({ kind: 'refused', where, reason: `DNS status ${Status}` })
  // Names that it was led over by CNAME are answers too.
  return Answer.filter((record) => addressTypes.includes(record.type)).map(({ data }) => data)
}
