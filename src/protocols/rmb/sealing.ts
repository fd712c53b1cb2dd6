import { create, toBinary, type MessageInitShape } from '@bufbuild/protobuf'
import type { Signer } from '#protocols/wallet/signer.ts'
import { challenge } from './challenge.ts'
import { decrypt, encrypt } from './encryption.ts'
import { EnvelopeSchema, type Envelope } from './envelope_pb.ts'
import { sign, verify } from './signature.ts'

/** The only schema a node answers to; it is silent about any other. Source: tfgrid-sdk-go rmb-sdk-go/peer/router.go 10e7b39 */
export const jsonSchema = 'application/json'

/** The bytes to send: `body` encrypted when the receiver has a key, then all of it signed. */
export async function seal(
  draft: Omit<MessageInitShape<typeof EnvelopeSchema>, 'payload' | 'signature' | '$typeName' | '$unknown'>,
  body: Uint8Array,
  signer: Signer,
  theirKey: Uint8Array | undefined,
): Promise<Uint8Array<ArrayBuffer>> {
  const envelope = create(EnvelopeSchema, {
    ...draft,
    payload: theirKey
      ? { case: 'cipher', value: encrypt(body, await signer.sharedKey(theirKey)) }
      : { case: 'plain', value: body },
  })
  envelope.signature = await sign(challenge(envelope), signer)
  return toBinary(EnvelopeSchema, envelope)
}

/** Did `account` sign this envelope as it stands? */
export const isSignedBy = (envelope: Envelope, account: Uint8Array): boolean =>
  envelope.signature !== undefined && verify(challenge(envelope), envelope.signature, account)

/**
 * What an envelope carries, in the clear; `undefined` when it carries nothing, not even zero bytes.
 *
 * @throws when it is encrypted and cannot be opened with the sender's key.
 */
export async function bodyOf(
  { payload }: Envelope,
  signer: Signer,
  theirKey: Uint8Array | undefined,
): Promise<Uint8Array | undefined> {
  if (payload.case !== 'cipher') return payload.value
  if (!theirKey) throw new Error('it is encrypted, and its sender has no key')
  return decrypt(payload.value, await signer.sharedKey(theirKey))
}
