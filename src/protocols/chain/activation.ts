import { WireError } from '#protocols/fault.ts'

const where = 'The activation service'

/**
 * Asks a network's activation service for what a new account needs to accept the terms and make a twin: 0.1 TFT.
 *
 * Source: tfgrid-sdk-ts packages/grid_client 2.9.2 activation; threefold_grid activation-service
 *
 * @throws WireError
 */
export async function activate(place: string, address: string, signal?: AbortSignal): Promise<void> {
  let response
  try {
    const body = JSON.stringify({ substrateAccountID: address })
    response = await fetch(place, { method: 'POST', headers: { 'content-type': 'application/json' }, body, signal })
  } catch (error) {
    if (signal?.aborted) throw error
    throw new WireError({ kind: 'unreachable', where })
  }
  if (!response.ok)
    throw new WireError({ kind: 'refused', where, reason: `status ${response.status}`, status: response.status })
}
