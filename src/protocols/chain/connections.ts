import type { ApiPromise } from '@polkadot/api'
import { connectChain } from './connection.ts'
import { asWireError } from './fault.ts'

const chains = new Map<string, Promise<ApiPromise>>()

/** Acts on the chain at `url`, over one connection for all who ask. One that failed is tried anew. @throws WireError */
export async function onChain<T>(url: string, act: (api: ApiPromise) => Promise<T>): Promise<T> {
  const connecting = chains.get(url) ?? connectChain(url)
  chains.set(url, connecting)
  try {
    return await act(await connecting)
  } catch (error) {
    await connecting.catch(() => chains.delete(url))
    throw asWireError(error)
  }
}
