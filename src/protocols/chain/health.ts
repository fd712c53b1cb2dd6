import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import { WireError } from '#protocols/fault.ts'

const where = 'TFChain'

/** Asks a chain its name. @throws WireError when it does not say */
export const probeChain = async (place: string, signal: AbortSignal, Socket = WebSocket): Promise<string> =>
  decode(z.object({ result: z.string() }), await ask(place, 'system_chain', signal, Socket), where).result

const methods = z.object({ result: z.object({ methods: z.array(z.string()) }) })

/** Does this chain hand out play money? Those for development do, and name the method. @throws WireError */
export const handsOutMoney = async (place: string, signal: AbortSignal, Socket = WebSocket): Promise<boolean> =>
  decode(methods, await ask(place, 'rpc_methods', signal, Socket), where).result.methods.includes('dev_fund')

/** One question over a socket of its own, which needs neither metadata nor the chain library. */
async function ask(place: string, method: string, signal: AbortSignal, Socket: typeof WebSocket): Promise<unknown> {
  const socket = new Socket(place)
  try {
    const said = await new Promise<unknown>((resolve, reject) => {
      const gone = () => reject(new WireError({ kind: 'unreachable', where }))
      signal.addEventListener('abort', gone)
      socket.onopen = () => socket.send(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: [] }))
      socket.onmessage = ({ data }) => resolve(data)
      socket.onerror = gone
      socket.onclose = gone
    })
    return parse(String(said))
  } finally {
    socket.close()
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new WireError({ kind: 'unreadable', where, reason: 'it is not JSON' })
  }
}
