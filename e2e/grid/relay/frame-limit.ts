import type { Duplex } from 'node:stream'

/** Source: tungstenite 0.23 WebSocketConfig::default, which rmb-rs leaves as it is. */
export const largestMessage = 64 * 2 ** 20
const largestFrame = 16 * 2 ** 20

/** Longest header of a frame. Source: RFC 6455 section 5.2 */
const longestHeader = 14

/**
 * Calls `refuse` once a WebSocket client begins a frame that is too large. `ws` limits whole messages only, so this looks
 * at the lengths that pass by on the socket.
 */
export function limitFrames(socket: Duplex, refuse: () => void): void {
  let header = Buffer.alloc(0)
  let payloadLeft = 0
  const watch = (chunk: Buffer) => {
    for (let at = 0; at < chunk.length;) {
      if (payloadLeft > 0) {
        const skipped = Math.min(payloadLeft, chunk.length - at)
        payloadLeft -= skipped
        at += skipped
        continue
      }
      const known = header.length
      header = Buffer.concat([header, chunk.subarray(at, at + longestHeader - known)])
      const frame = readHeader(header)
      if (!frame) return
      if (frame.payload > largestFrame) {
        socket.off('data', watch)
        return refuse()
      }
      at += frame.header - known
      payloadLeft = frame.payload
      header = Buffer.alloc(0)
    }
  }
  socket.on('data', watch)
}

/** Lengths of a frame's header and payload; `undefined` while the header is not whole. */
function readHeader(bytes: Buffer): { header: number; payload: number } | undefined {
  if (bytes.length < 2) return undefined
  const short = bytes[1]! & 0x7f
  const extended = short === 127 ? 8 : short === 126 ? 2 : 0
  const header = 2 + extended + (bytes[1]! & 0x80 ? 4 : 0)
  if (bytes.length < header) return undefined
  if (extended === 0) return { header, payload: short }
  return { header, payload: extended === 2 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2)) }
}
