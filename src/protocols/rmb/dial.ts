import { WireError } from '#protocols/fault.ts'
import { secondsBehind, type Clock } from './clock.ts'
import { lifetimeS } from './token.ts'

const timeoutMs = 10_000
/** Clocks that are asked may themselves be some seconds behind. */
const toleranceS = 15

/** Where a relay is, in words, without the token its URL carries. */
export const relayPlace = (url: string): string => `relay ${new URL(url).host}`

/**
 * Opens a socket to `url?token`, with `receive` called for what arrives.
 *
 * @throws WireError 'unreachable' when nobody is there; 'clock' or 'refused' when a relay is there and does not let us in.
 */
export async function dial(
  url: string,
  token: string,
  Socket: typeof WebSocket,
  receive: (bytes: Uint8Array) => void,
  clock?: Clock,
): Promise<WebSocket> {
  const socket = new Socket(`${url}?${token}`)
  socket.binaryType = 'arraybuffer'
  socket.onmessage = ({ data }) => data instanceof ArrayBuffer && receive(new Uint8Array(data))
  let timer: ReturnType<typeof setTimeout> | undefined
  const opened = await new Promise<boolean>((settle) => {
    timer = setTimeout(() => settle(false), timeoutMs)
    socket.onopen = () => settle(true)
    socket.onerror = () => settle(false)
    socket.onclose = () => settle(false)
  })
  clearTimeout(timer)
  if (opened) return socket
  socket.close()
  throw await whyClosed(url, clock)
}

/** A browser shows a refused socket and a dead host as the same code 1006; a plain request to the host tells them apart. */
async function whyClosed(url: string, clock: Clock | undefined): Promise<WireError> {
  const where = relayPlace(url)
  const page = url.replace(/^ws/, 'http')
  try {
    await fetch(page, { mode: 'no-cors', cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) })
  } catch {
    return new WireError({ kind: 'unreachable', where })
  }
  const behindS = await secondsBehind(page, clock)
  // Relays look at nothing but when a token ends, so a clock that is ahead is none of their concern.
  if (behindS !== undefined && behindS > lifetimeS - toleranceS) return new WireError({ kind: 'clock', where, behindS })
  const hint = behindS === undefined ? '; a clock that is a minute slow is the usual reason' : ''
  return new WireError({ kind: 'refused', where, reason: `it did not let this twin in${hint}` })
}
