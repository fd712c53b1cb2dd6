import { fromBinary } from '@bufbuild/protobuf'
import { EnvelopeSchema, type Envelope } from './envelope_pb.ts'

/** `undefined` when `bytes` are no envelope. */
export function readEnvelope(bytes: Uint8Array): Envelope | undefined {
  try {
    return fromBinary(EnvelopeSchema, bytes)
  } catch {
    return undefined
  }
}

/** From now for `ms`, in the whole seconds envelopes speak. */
export const lifetime = (ms: number) => ({
  timestamp: BigInt(Math.floor(Date.now() / 1000)),
  expiration: BigInt(Math.ceil(ms / 1000)),
})
