import { ApiPromise, WsProvider } from '@polkadot/api'
import { WireError } from '#protocols/fault.ts'
import { playMoney } from './funding.ts'

const reconnectMs = 2_500
// The library fills up what a change of several values leaves out from what it was told before, which by itself it forgets
// after 30 s: whoever's balance changed would have no twin any more.
const remembered = { capacity: 16_384, ttl: null }
const patienceMs = 15_000

/**
 * A connection to TFChain that keeps itself alive once it stood. Calls, indices and types come from the chain's own metadata.
 *
 * @throws WireError 'unreachable' when nobody is there, or says nothing for `timeoutMs`
 */
export async function connectChain(url: string, timeoutMs = patienceMs): Promise<ApiPromise> {
  const provider = new WsProvider(url, reconnectMs, {}, undefined, undefined, remembered.ttl)
  // TFChain names an extension that encodes to nothing; saying so keeps the library from warning about it.
  const signedExtensions = { ContractIdProvides: { extrinsic: {}, payload: {} } }
  // The built app has no WebAssembly to wait for: see `no-wasm.ts`.
  const options = {
    signedExtensions,
    rpc: playMoney,
    noInitWarn: true,
    initWasm: false,
    rpcCacheCapacity: remembered.capacity,
  }
  const api = new ApiPromise({ provider, ...options })
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await Promise.race([
      api.isReadyOrError,
      new Promise<never>((_, reject) => {
        timer = setTimeout(reject, timeoutMs)
      }),
    ])
  } catch {
    // What the library throws here is an event of the socket, which says nothing.
    await api.disconnect().catch(() => undefined)
    throw new WireError({ kind: 'unreachable', where: 'TFChain' })
  } finally {
    clearTimeout(timer)
  }
}
