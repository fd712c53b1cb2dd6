import { decodeAddress } from '@polkadot/util-crypto'
import type { Twin } from '#domain/twin.ts'
import { WireError } from '#protocols/fault.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import type { Envelope, Error as ErrorMessage } from './envelope_pb.ts'
import { bodyOf, isSignedBy, jsonSchema } from './sealing.ts'
import type { TwinCache } from './twin-cache.ts'

/**
 * What the twin answered in `envelope`: JSON, as it wrote it.
 *
 * @throws WireError 'refused' with the twin's own words, 'unreadable' when the answer is not its own or no JSON.
 */
export async function readAnswer(envelope: Envelope, twin: number, twins: TwinCache, signer: Signer): Promise<string> {
  const where = `twin ${twin}`
  const unreadable = (cause: unknown) => {
    if (cause instanceof WireError) return cause
    return new WireError({ kind: 'unreadable', where, reason: cause instanceof Error ? cause.message : String(cause) })
  }

  const known = await twins.get(twin)
  const body = await open(envelope, known, signer).catch(async () => {
    // It may have changed its keys since we looked it up.
    const fresh = await twins.fresh(twin)
    return open(envelope, fresh, signer).catch((error: unknown) => Promise.reject(unreadable(error)))
  })
  if (envelope.message.case === 'error') throw refusal(where, envelope.timestamp, envelope.message.value)
  try {
    const text = body.length === 0 ? 'null' : new TextDecoder('utf-8', { fatal: true }).decode(body)
    JSON.parse(text)
    return text
  } catch (error) {
    throw unreadable(error)
  }
}

/** What a response says, in the clear. An error's words are its message, whatever it carries beside. */
async function open(envelope: Envelope, sender: Twin | undefined, signer: Signer): Promise<Uint8Array> {
  if (!sender || !isSignedBy(envelope, decodeAddress(sender.address)))
    throw new Error('the answer is not signed with the key it has on the chain')
  if (envelope.message.case === 'error') return new Uint8Array()
  if (envelope.message.case !== 'response') throw new Error('it sent something else than an answer')
  if (envelope.schema !== jsonSchema)
    throw new Error(`the answer is ${envelope.schema ?? 'of no type'}, not ${jsonSchema}`)
  return (await bodyOf(envelope, signer, sender.encryptionKey)) ?? new Uint8Array()
}

/** The code for a request that came too late. Source: rmb-rs src/peer/protocol.rs 15f2092 */
const expired = 102
/** Less may be the time that an error was on its way, or what clocks differ by. */
const noticeableS = 5

/** What an error says. When it calls our request too old, and is itself of the future, our clock is behind. */
export function refusal(where: string, timestamp: bigint, { code, message }: ErrorMessage): WireError {
  const behindS = Number(timestamp) - Math.floor(Date.now() / 1000)
  const isTooOld = code === expired || message.includes('expired')
  if (isTooOld && behindS >= noticeableS) return new WireError({ kind: 'clock', where, behindS })
  return new WireError({ kind: 'refused', where, reason: message })
}
