import { toBinary } from '@bufbuild/protobuf'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { challenge } from '#protocols/rmb/challenge.ts'
import { lifetime, readEnvelope } from '#protocols/rmb/envelope.ts'
import { EnvelopeSchema, type Envelope } from '#protocols/rmb/envelope_pb.ts'
import { bodyOf, isSignedBy, jsonSchema, seal } from '#protocols/rmb/sealing.ts'
import { sign } from '#protocols/rmb/signature.ts'
import { functionNotFound, Refusal, type Handlers } from './peer.ts'
import { Testbed } from './testbed.ts'

let bed: Testbed
beforeEach(async () => {
  bed = await Testbed.start()
})
afterEach(() => bed.stop())

const handlers: Handlers = async (command, payload, fromTwin) => {
  switch (command) {
    case 'echo':
      return { payload, fromTwin }
    case 'nothing':
      return undefined
    case 'refuse':
      throw new Refusal('contract hash does not match')
    case 'crash':
      throw new Error('index out of range')
    default:
      throw functionNotFound()
  }
}

/** A request of the user, changed by `change` before it is signed. */
async function request(command: string, change: (envelope: Envelope) => void = () => {}, body = '{"a":1}') {
  const sealed = await seal(
    {
      uid: 'u1',
      ...lifetime(20_000),
      source: { twin: bed.user, connection: 'tab' },
      destination: { twin: bed.node },
      message: { case: 'request', value: { command } },
      schema: jsonSchema,
    },
    utf8ToBytes(body),
    bed.userSigner,
    bed.nodeSigner.encryptionKey,
  )
  const envelope = readEnvelope(sealed)!
  change(envelope)
  envelope.signature = await sign(challenge(envelope), bed.userSigner)
  return envelope
}

const ask = async (envelope: Envelope) => {
  const answer = await bed.peer(handlers).answer(toBinary(EnvelopeSchema, envelope))
  return answer && readEnvelope(answer)!
}

const textOf = async (answer: Envelope) =>
  new TextDecoder().decode(await bodyOf(answer, bed.userSigner, bed.nodeSigner.encryptionKey))

test('an answer is what zos sends: signed with ed25519, encrypted, naming both sides relays', async () => {
  const answer = (await ask(await request('echo')))!
  expect(answer).toMatchObject({
    uid: 'u1',
    expiration: 300n,
    source: { twin: bed.node },
    destination: { twin: bed.user, connection: 'tab' },
    message: { case: 'response' },
    schema: 'application/json',
    federation: '127.0.0.1',
    relays: ['127.0.0.1'],
    payload: { case: 'cipher' },
  })
  expect(answer.signature![0]).toBe('e'.charCodeAt(0))
  expect(isSignedBy(answer, bed.nodeSigner.publicKey)).toBe(true)
  expect(await textOf(answer)).toBe('{"payload":{"a":1},"fromTwin":29}')
})

test('no result is the text null', async () => {
  expect(await textOf((await ask(await request('nothing')))!)).toBe('null')
})

test.each([
  ['refuse', 'contract hash does not match'],
  ['crash', 'handler panicked with: index out of range'],
  ['zos.unknown', 'function is not found'],
])('%s is answered with "%s" and null beside it', async (command, message) => {
  const answer = (await ask(await request(command)))!
  expect(answer.message).toMatchObject({ case: 'error', value: { code: 0, message } })
  expect(isSignedBy(answer, bed.nodeSigner.publicKey)).toBe(true)
  expect(await textOf(answer)).toBe('null')
})

test('whoever has no key is answered in the clear', async () => {
  const clear = await request('echo', (envelope) => {
    envelope.payload = { case: 'plain', value: new Uint8Array() }
  })
  bed.enter(bed.user, bed.userSigner, { pk: null, relay: null })
  const answer = (await ask(clear))!
  expect(answer.payload.case).toBe('plain')
  expect(answer.federation).toBeUndefined()
  expect(await textOf(answer)).toBe('{"fromTwin":29}')
})

test('an expired request is answered all the same', async () => {
  expect(await ask(await request('echo', (envelope) => (envelope.timestamp = 1n)))).toBeDefined()
})

test.each<[string, (envelope: Envelope) => void]>([
  ['has another schema', (envelope) => (envelope.schema = 'text/plain')],
  ['has no schema', (envelope) => (envelope.schema = undefined)],
  ['carries nothing', (envelope) => (envelope.payload = { case: undefined })],
  ['cannot be decrypted', (envelope) => (envelope.payload.value![20]! ^= 1)],
  ['comes from nobody', (envelope) => (envelope.source = undefined)],
  ['comes from a twin that is not there', (envelope) => (envelope.source!.twin = 404)],
  ['is an answer', (envelope) => (envelope.message = { case: undefined })],
])('a node is silent about a request that %s', async (_, change) => {
  expect(await ask(await request('echo', change))).toBeUndefined()
})

test('a node is silent about what was changed after signing, is not signed, or is signed by another', async () => {
  const good = await request('echo')
  const { $typeName, ...rest } = good
  expect(await ask({ $typeName, ...rest, tags: 'changed' })).toBeUndefined()
  expect(await ask({ $typeName, ...rest, signature: undefined })).toBeUndefined()
  bed.enter(bed.user, bed.nodeSigner)
  expect(await ask(good)).toBeUndefined()
})

test('a node is silent about bytes that are no envelope', async () => {
  expect(await bed.peer(handlers).answer(utf8ToBytes('hello'))).toBeUndefined()
})

test('a body that is no JSON is refused', async () => {
  const answer = (await ask(await request('echo', undefined, '{')))!
  expect(answer.message.case).toBe('error')
})
