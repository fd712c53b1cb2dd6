import { create, toBinary, type MessageInitShape } from '@bufbuild/protobuf'
import { WebSocket, type RawData } from 'ws'
import { lifetime, readEnvelope } from '#protocols/rmb/envelope.ts'
import { EnvelopeSchema, type Envelope } from '#protocols/rmb/envelope_pb.ts'

/** A socket to a relay that checks and repeats nothing, with what it received. For tests of what a relay takes. */
export type BareSocket = {
  socket: WebSocket
  received: Envelope[]
  /** Resolves with the code the relay closed it with. */
  closed: Promise<number>
}

/** `host` is whom the client says it calls, which decides between relays behind one port. */
export async function bareSocket(url: string, token: string, host?: string): Promise<BareSocket> {
  const socket = new WebSocket(`${url}?${token}`, { headers: host === undefined ? {} : { host } })
  const received: Envelope[] = []
  socket.on('message', (data: RawData) => received.push(readEnvelope(new Uint8Array(data as Buffer))!))
  const closed = new Promise<number>((resolve) => socket.once('close', resolve))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  socket.on('error', () => {})
  return { socket, received, closed }
}

/** An envelope that nobody signed, good for 20 s unless `init` says otherwise. */
export const bytesOf = (init: MessageInitShape<typeof EnvelopeSchema>): Uint8Array<ArrayBuffer> =>
  toBinary(EnvelopeSchema, create(EnvelopeSchema, { uid: 'u1', ...lifetime(20_000), ...init }))

export const request = { case: 'request', value: { command: 'zos.system.version' } } as const
