import { z } from 'zod'
import { decode } from '#protocols/decode.ts'
import { WireError } from '#protocols/fault.ts'

const where = 'TFChain'
const request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'system_chain', params: [] })
const answer = z.object({ result: z.string() })

/** Asks a chain its name over a socket of its own, which needs no metadata. @throws WireError when it does not say */
export async function probeChain(place: string, signal: AbortSignal, Socket = WebSocket): Promise<string> {
  const socket = new Socket(place)
  try {
    const said = await new Promise<unknown>((resolve, reject) => {
      const gone = () => reject(new WireError({ kind: 'unreachable', where }))
      signal.addEventListener('abort', gone)
      socket.onopen = () => socket.send(request)
      socket.onmessage = ({ data }) => resolve(data)
      socket.onerror = gone
      socket.onclose = gone
    })
    return decode(answer, parse(String(said)), where).result
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
