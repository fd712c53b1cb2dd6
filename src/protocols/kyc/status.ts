import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import { WireError } from '#protocols/fault.ts'

const where = 'The identity service'
const answer = z.object({ result: z.object({ status: z.string() }) })

/**
 * Has the person behind this account proved who they are? Nodes refuse deployments of those who have not.
 *
 * @throws WireError 'unreachable' or 'refused' when the service cannot say
 */
export async function isVerified(kyc: string, address: string, signal: AbortSignal): Promise<boolean> {
  let response
  try {
    response = await fetch(`${kyc}/api/v1/status?client_id=${address}`, { signal })
  } catch (error) {
    if (signal.aborted) throw error
    throw new WireError({ kind: 'unreachable', where })
  }
  if (response.status === 404) return false
  if (!response.ok)
    throw new WireError({ kind: 'refused', where, reason: `status ${response.status}`, status: response.status })
  const body: unknown = await response.json().catch(() => {
    throw new WireError({ kind: 'unreadable', where, reason: 'it is not JSON' })
  })
  return decode(answer, body, where).result.status === 'VERIFIED'
}
