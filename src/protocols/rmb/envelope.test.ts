import { clearField, create, equals, fromBinary, toBinary, type MessageInitShape } from '@bufbuild/protobuf'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { md5 } from '@noble/hashes/legacy.js'
import { describe, expect, test } from 'vitest'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { challenge } from './challenge.ts'
import { lifetime, readEnvelope } from './envelope.ts'
import { EnvelopeSchema, type Envelope } from './envelope_pb.ts'
import vectors from './rmb.vectors.json'
import { bodyOf, isSignedBy, seal } from './sealing.ts'
import { sign, verify } from './signature.ts'

type Fields = {
  uid: string
  tags?: string
  timestamp: number
  expiration: number
  source: { twin?: number; connection?: string }
  destination: { twin?: number; connection?: string }
  schema?: string
  federation?: string
  relays?: string[]
  request?: { command: string }
  error?: { code: number; message: string }
  response?: boolean
  ping?: boolean
  pong?: boolean
  plain_hex?: string
  cipher_hex?: string
}

function toEnvelope({ timestamp, expiration, plain_hex, cipher_hex, ...fields }: Fields): Envelope {
  const { request, error, response, ping, pong, ...rest } = fields
  const {
    message,
    payload,
  }: Pick<MessageInitShape<typeof EnvelopeSchema>, 'message' | 'payload'> = {
    message: request
      ? { case: 'request', value: request }
      : error
        ? { case: 'error', value: error }
        : { case: response ? 'response' : ping ? 'ping' : 'pong', value: {} },
    payload:
      plain_hex !== undefined
        ? { case: 'plain', value: hexToBytes(plain_hex) }
        : cipher_hex !== undefined
          ? { case: 'cipher', value: hexToBytes(cipher_hex) }
          : { case: undefined },
  }
  expect(response || ping || pong || request || error).toBeTruthy()
  const times = { timestamp: BigInt(timestamp), expiration: BigInt(expiration) }
  return create(EnvelopeSchema, { ...rest, ...times, message, payload })
}

/** The published client writes an empty field for tags and signatures it does not have. */
function withoutEmpties(envelope: Envelope): Envelope {
  if (!envelope.tags) clearField(envelope, EnvelopeSchema.field.tags)
  if (!envelope.signature?.length) clearField(envelope, EnvelopeSchema.field.signature)
  return envelope
}

const secrets = new Map(
  vectors.keys.flatMap((key) => [
    [key.sr25519_public_hex, key.secret],
    [key.ed25519_public_hex, key.secret],
  ]),
)

describe.each(vectors.envelopes)('$name, $key_type', (vector) => {
  const envelope = toEnvelope(vector.fields)
  const account = hexToBytes(vector.signer_public_hex)

  test('its challenge is what other clients sign', () => {
    expect(bytesToHex(md5(hexToBytes(vector.challenge_preimage_hex)))).toBe(vector.challenge_md5_hex)
    expect(bytesToHex(challenge(envelope))).toBe(vector.challenge_md5_hex)
  })

  test('its signature is taken, and only from its signer', () => {
    const signature = hexToBytes(vector.signature_hex)
    expect(bytesToHex(signature.subarray(0, 1))).toBe(vector.signature_prefix_hex)
    expect(verify(challenge(envelope), signature, account)).toBe(true)
    expect(verify(challenge({ ...envelope, uid: 'other' }), signature, account)).toBe(false)
    expect(verify(challenge(envelope), signature, new Uint8Array(32).fill(7))).toBe(false)
  })

  test('the same account signs it here', async () => {
    const signer = await phraseSigner(secrets.get(vector.signer_public_hex)!, vector.key_type as 'sr25519' | 'ed25519')
    const signature = await sign(challenge(envelope), signer)
    expect(verify(challenge(envelope), signature, account)).toBe(true)
    if (vector.signature_deterministic) expect(bytesToHex(signature)).toBe(vector.signature_hex)
  })

  test('the bytes another client wrote are read', () => {
    const unsigned = readEnvelope(hexToBytes(vector.serialized_unsigned_hex))!
    expect(equals(EnvelopeSchema, withoutEmpties(unsigned), envelope)).toBe(true)

    const signed = readEnvelope(hexToBytes(vector.serialized_signed_hex))!
    expect(isSignedBy(signed, account)).toBe(true)
    const expected = { ...envelope, signature: hexToBytes(vector.signature_hex) }
    expect(equals(EnvelopeSchema, withoutEmpties(signed), expected)).toBe(true)
  })

  test('it stays itself through bytes', () => {
    expect(equals(EnvelopeSchema, fromBinary(EnvelopeSchema, toBinary(EnvelopeSchema, envelope)), envelope)).toBe(true)
  })
})

test.each(vectors.negative.filter((vector) => vector.challenge_md5_hex))('refused: $name', (vector) => {
  const [digest, signature, account] = [vector.challenge_md5_hex!, vector.signature_hex!, vector.signer_public_hex!]
  expect(verify(hexToBytes(digest), hexToBytes(signature), hexToBytes(account))).toBe(false)
})

test('a time that is no whole number of seconds is rounded up', () => {
  const fractional = vectors.negative.find((vector) => vector.in_memory_expiration)!.in_memory_expiration!
  const envelope = create(EnvelopeSchema, lifetime(fractional * 1000))
  expect(fromBinary(EnvelopeSchema, toBinary(EnvelopeSchema, envelope)).expiration).toBe(32n)
})

test('bytes that are no envelope are read as nothing', () => {
  expect(readEnvelope(utf8ToBytes('hello'))).toBeUndefined()
})

test('what is sealed for a key is opened by that key, and its signature covers what was encrypted', async () => {
  const [alice, bob] = await Promise.all([phraseSigner(vectors.keys[0]!.secret), phraseSigner(vectors.keys[1]!.secret)])
  const bytes = await seal({ uid: 'u', source: { twin: 1 } }, utf8ToBytes('{}'), alice, bob.encryptionKey)
  const envelope = readEnvelope(bytes)!
  expect(envelope.payload.case).toBe('cipher')
  expect(isSignedBy(envelope, alice.publicKey)).toBe(true)
  expect(await bodyOf(envelope, bob, alice.encryptionKey)).toEqual(utf8ToBytes('{}'))
  await expect(bodyOf(envelope, bob, undefined)).rejects.toThrow('its sender has no key')
  await expect(bodyOf(envelope, alice, alice.encryptionKey)).rejects.toThrow()
})

test('without a key it goes in the clear, and nothing is not the same as no bytes', async () => {
  const alice = await phraseSigner(vectors.keys[0]!.secret)
  const envelope = readEnvelope(await seal({ uid: 'u' }, new Uint8Array(), alice, undefined))!
  expect(envelope.payload).toEqual({ case: 'plain', value: new Uint8Array() })
  expect(await bodyOf(envelope, alice, undefined)).toEqual(new Uint8Array())
  expect(await bodyOf(create(EnvelopeSchema), alice, undefined)).toBeUndefined()
  expect(isSignedBy(create(EnvelopeSchema), alice.publicKey)).toBe(false)
})
