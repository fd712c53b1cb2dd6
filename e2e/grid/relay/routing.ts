import { clone, create, toBinary } from '@bufbuild/protobuf'
import { lifetime } from '#protocols/rmb/envelope.ts'
import { EnvelopeSchema, PongSchema, type Address, type Envelope } from '#protocols/rmb/envelope_pb.ts'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** A party on a relay: without `connection` it is the session that nodes have, other than the session "". */
export type Party = Pick<Address, 'twin' | 'connection'>

export const isSame = (party: Party, address: Party | undefined): boolean =>
  address !== undefined && address.twin === party.twin && address.connection === party.connection

/** A ping comes back as a pong with its ends swapped and some words after its own. Source: rmb-rs src/relay/api.rs `route` 15f2092 */
export function pong(ping: Envelope): Uint8Array {
  const answer = clone(EnvelopeSchema, ping)
  answer.source = ping.destination
  answer.destination = ping.source
  answer.message = { case: 'pong', value: create(PongSchema) }
  const words = ping.payload.case === 'plain' ? ping.payload.value : new Uint8Array()
  answer.payload = { case: 'plain', value: concatBytes(words, utf8ToBytes('hello world')) }
  return toBinary(EnvelopeSchema, answer)
}

/**
 * A relay's own error has no source and no signature, and no destination either when it comes of federation.
 *
 * Source: rmb-rs src/relay/mod.rs `build_error_envelope`, src/relay/federation/router.rs 15f2092
 */
export function relayError(request: Envelope, to: Party | undefined, reason: string): Uint8Array {
  const message = { case: 'error', value: { code: 0, message: reason } } as const
  return toBinary(
    EnvelopeSchema,
    create(EnvelopeSchema, { uid: request.uid, ...lifetime(300_000), destination: to, message }),
  )
}

/** Does the sender want to hear at once that nobody is there? Source: rmb-rs src/relay/api.rs `has_fail_fast` 15f2092 */
export const failsFast = ({ tags = '' }: Envelope): boolean => tags.split(/[,\s]/).includes('fail-fast')
