import { ApiPromise, WsProvider } from '@polkadot/api'
import { WireError } from '#protocols/fault.ts'
import { playMoney } from './funding.ts'

const reconnectMs = 2_500
const timeoutMs = 15_000

/**
 * A connection to TFChain that keeps itself alive. Calls, indices and types come from the chain's own metadata.
 *
 * @throws WireError 'unreachable' when nobody answers within 15 s; the attempt is then given up.
 */
export async function connectChain(url: string): Promise<ApiPromise> {
  const provider = new WsProvider(url, reconnectMs)
  // TFChain names an extension that encodes to nothing; saying so keeps the library from warning about it.
  const signedExtensions = { ContractIdProvides: { extrinsic: {}, payload: {} } }
  const api = new ApiPromise({ provider, signedExtensions, rpc: playMoney, noInitWarn: true })
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    await Promise.race([
      api.isReady,
      // The library goes on trying for ever and would never tell.
      new Promise((_, reject) => {
        timer = setTimeout(() => reject(new WireError({ kind: 'unreachable', where: 'TFChain' })), timeoutMs)
      }),
    ])
    return api
  } catch (error) {
    await api.disconnect().catch(() => undefined)
    throw error
  } finally {
    clearTimeout(timer)
  }
}
