import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import { WireError } from '#protocols/fault.ts'

const where = 'The identity service'
const health = z.object({ result: z.object({ status: z.string() }) })

/** Is the identity service well, by its own word? Source: tfgrid-sdk-ts packages/monitoring 2.9.2. @throws WireError */
export async function probeKyc(place: string, signal: AbortSignal): Promise<void> {
  let response
  try {
    response = await fetch(`${place}/api/v1/health`, { signal })
  } catch {
    throw new WireError({ kind: 'unreachable', where })
  }
  if (!response.ok)
    throw new WireError({ kind: 'refused', where, reason: `HTTP ${response.status}`, status: response.status })
  const body: unknown = await response.json().catch(() => {
    throw new WireError({ kind: 'unreadable', where, reason: 'it is not JSON' })
  })
  const { status } = decode(health, body, where).result
  if (status !== 'Healthy') throw new WireError({ kind: 'refused', where, reason: status })
}
