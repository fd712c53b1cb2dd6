import { toBinary } from '@bufbuild/protobuf'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Fault } from '#protocols/fault.ts'
import type { RelayState } from '#protocols/rmb/connection.ts'
import { readEnvelope } from '#protocols/rmb/envelope.ts'
import { EnvelopeSchema, type Envelope } from '#protocols/rmb/envelope_pb.ts'
import { jsonSchema, seal } from '#protocols/rmb/sealing.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { functionNotFound, Refusal, type Handlers } from './peer.ts'
import { Testbed } from './testbed.ts'

/** The app's client, a relay over real sockets and a node's peer, together. */
let bed: Testbed
beforeEach(async () => {
  bed = await Testbed.start()
})
afterEach(() => bed.stop())

const handlers: Handlers = async (command, payload, fromTwin) => {
  if (command === 'echo') return { payload, fromTwin }
  if (command === 'refuse') throw new Refusal('unauthorized')
  throw functionNotFound()
}

const fault = (fault: Partial<Fault>) => expect.objectContaining({ fault: expect.objectContaining(fault) })

/** A node whose answers are made by `answer` from the request's envelope. */
function node(answer: (request: Envelope) => Promise<Uint8Array> | Uint8Array | undefined) {
  const session = bed.relay.attach(bed.node, (bytes) => {
    void Promise.resolve(answer(readEnvelope(bytes)!)).then((made) => made && session.send(made))
  })
}

/** An answer as a node should make it, with what `change` makes wrong. */
const response = (
  request: Envelope,
  body: string,
  { signer = bed.nodeSigner, key = bed.userSigner.encryptionKey as Uint8Array | undefined, ...change } = {},
) =>
  seal(
    {
      uid: request.uid,
      source: request.destination,
      destination: request.source,
      message: { case: 'response', value: {} },
      schema: jsonSchema,
      ...change,
    },
    new TextEncoder().encode(body),
    signer,
    key,
  )

test('a call is encrypted both ways and answered', async () => {
  const peer = bed.peer(handlers)
  const seen: Envelope[] = []
  const session = bed.relay.attach(bed.node, (bytes) => {
    seen.push(readEnvelope(bytes)!)
    void peer.answer(bytes).then((answer) => {
      seen.push(readEnvelope(answer!)!)
      session.send(answer!)
    })
  })
  expect(await bed.client().call(bed.node, 'echo', { contract_id: 42 })).toEqual({
    payload: { contract_id: 42 },
    fromTwin: bed.user,
  })
  expect(seen.map(({ payload }) => payload.case)).toEqual(['cipher', 'cipher'])
  const [request] = seen
  expect(request!.destination!.connection).toBeUndefined()
  expect(request!.tags).toBe('fail-fast')
  expect(request!.schema).toBe('application/json')
  expect(request!.expiration).toBe(20n)
})

test('an answer can be had as the node wrote it, with numbers too large for JavaScript', async () => {
  node((request) => response(request, '{ "contract": 18446744073709551615 }'))
  expect(await bed.client().ask(bed.node, 'echo')).toEqual({
    text: '{ "contract": 18446744073709551615 }',
    tookMs: expect.any(Number),
  })
})

test('many calls at once share one socket and each gets its own answer', async () => {
  bed.peer(handlers).join(bed.relay)
  const client = bed.client()
  const states: RelayState[] = []
  client.onState((state) => states.push(state))
  const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => client.call(bed.node, 'echo', n)))
  expect(answers).toEqual([1, 2, 3, 4, 5].map((payload) => ({ payload, fromTwin: 29 })))
  expect(states).toEqual(['idle', 'connecting', 'open'])
})

test('twins without keys are spoken to in the clear', async () => {
  bed.enter(bed.user, bed.userSigner, { pk: null })
  bed.enter(bed.node, bed.nodeSigner, { pk: null })
  bed.peer(handlers).join(bed.relay)
  expect(await bed.client().call(bed.node, 'echo')).toEqual({ payload: null, fromTwin: 29 })
})

test("a node's no comes with its own words", async () => {
  bed.peer(handlers).join(bed.relay)
  const client = bed.client()
  const where = 'twin 17'
  await expect(client.call(bed.node, 'refuse')).rejects.toEqual(
    fault({ kind: 'refused', where, reason: 'unauthorized' }),
  )
  await expect(client.call(bed.node, 'zos.x')).rejects.toEqual(
    fault({ kind: 'refused', reason: 'function is not found' }),
  )
})

test('a node that is not connected is said to be so at once', async () => {
  await expect(bed.client().call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'unreachable', where: 'twin 17' }))
})

test("a relay's own no is told as the relay's", async () => {
  bed.enter(bed.node, bed.nodeSigner, { relay: null })
  const reason = 'relay info is not set for this twin'
  const where = expect.stringContaining('relay 127.0.0.1') as string
  await expect(bed.client().call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'refused', where, reason }))
})

test('a twin that is not on the chain is missing', async () => {
  await expect(bed.client().call(404, 'echo')).rejects.toEqual(fault({ kind: 'missing', what: 'twin 404' }))
})

test('a node that says nothing is silent after the time given', async () => {
  node(() => undefined)
  const called = bed.client().call(bed.node, 'echo', {}, { timeoutMs: 300 })
  await expect(called).rejects.toEqual(fault({ kind: 'silent', where: 'twin 17', timeoutMs: 300 }))
})

test('a call can be given up, before or while it waits', async () => {
  node(() => undefined)
  const giveUp = new AbortController()
  const called = bed.client().call(bed.node, 'echo', {}, { signal: giveUp.signal })
  giveUp.abort()
  await expect(called).rejects.toHaveProperty('name', 'AbortError')
  const again = bed.client().call(bed.node, 'echo', {}, { signal: giveUp.signal })
  await expect(again).rejects.toHaveProperty('name', 'AbortError')
})

test('closing the client ends its calls', async () => {
  const client = bed.client()
  node(() => client.close() as undefined)
  await expect(client.call(bed.node, 'echo')).rejects.toHaveProperty('name', 'AbortError')
  await expect(client.call(bed.node, 'echo')).rejects.toHaveProperty('name', 'AbortError')
})

test('after the relay dropped the socket, answers that waited there still arrive', async () => {
  const client = bed.client()
  const states: RelayState[] = []
  client.onState((state) => states.push(state))
  const answer = vi.fn(async (request: Envelope) => {
    bed.relay.drop(bed.user)
    return response(request, '"late"')
  })
  node(answer)
  expect(await client.call(bed.node, 'echo')).toBe('late')
  expect(answer).toHaveBeenCalledOnce()
  expect(states).toEqual(['idle', 'connecting', 'open', 'lost', 'connecting', 'open'])
})

test('a relay that is not there is unreachable', async () => {
  const client = bed.client({ url: 'ws://127.0.0.1:9/relay' })
  const where = 'relay 127.0.0.1:9'
  await expect(client.call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'unreachable', where }))
})

test('a relay that is there and lets us not in is told from one that is gone', async () => {
  const user = await bed.lookUp(bed.user)
  const client = bed.client({ twins: async () => user })
  bed.chain.delete(bed.user)
  const reason = 'it did not let this twin in'
  await expect(client.call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'refused', reason }))
})

test('a twin that is missing or of another account is refused with words', async () => {
  const stranger = await phraseSigner(`0x${'03'.repeat(32)}`)
  const reason = 'twin 29 belongs to another account'
  await expect(bed.client({ signer: stranger }).call(bed.node, 'echo')).rejects.toEqual(
    fault({ kind: 'refused', reason }),
  )
  await expect(bed.client({ twin: 404 }).call(bed.node, 'echo')).rejects.toEqual(
    fault({ kind: 'refused', reason: 'twin 404 is not on the chain' }),
  )
})

test('an answer signed by another, or changed on the way, is not believed', async () => {
  node((request) => response(request, '"forged"', { signer: bed.userSigner }))
  const reason = 'the answer is not signed with the key it has on the chain'
  await expect(bed.client().call(bed.node, 'echo')).rejects.toEqual(
    fault({ kind: 'unreadable', where: 'twin 17', reason }),
  )

  node(async (request) => {
    const envelope = readEnvelope(await response(request, '"true"'))!
    return toBinary(EnvelopeSchema, { ...envelope, federation: 'changed' })
  })
  await expect(bed.client().call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'unreadable', reason }))
})

test('an answer of a twin that was not asked counts for nothing', async () => {
  const stranger = await phraseSigner(`0x${'03'.repeat(32)}`)
  bed.enter(40, stranger)
  const session = bed.relay.attach(40, () => {})
  node(async (request) => {
    session.send(await response(request, '"forged"', { signer: stranger, source: { twin: 40 } } as object))
    return response(request, '"true"')
  })
  expect(await bed.client().call(bed.node, 'echo')).toBe('true')
})

test.each([
  ['{', /JSON/],
  ['\u0000', /JSON/],
])('an answer that is no JSON is unreadable: %j', async (body, reason) => {
  node((request) => response(request, body))
  const matching = expect.stringMatching(reason) as string
  await expect(bed.client().call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'unreadable', reason: matching }))
})

test.each([
  [{ schema: 'text/plain' }, 'the answer is text/plain, not application/json'],
  [{ message: { case: 'pong', value: {} } }, 'it sent something else than an answer'],
])('an answer of another kind is unreadable: %j', async (change, reason) => {
  node((request) => response(request, '1', change as object))
  await expect(bed.client().call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'unreadable', reason }))
})

test('an answer encrypted with a key we do not hold is unreadable', async () => {
  const { encryptionKey } = await phraseSigner(`0x${'03'.repeat(32)}`)
  node((request) => response(request, '1', { key: encryptionKey }))
  await expect(bed.client().call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'unreadable' }))
})

test('an empty answer is null', async () => {
  node((request) => response(request, ''))
  expect(await bed.client().call(bed.node, 'echo')).toBeNull()
})

test('a node that changed its keys since it was looked up is looked up again', async () => {
  const renewed = await phraseSigner(`0x${'04'.repeat(32)}`, 'ed25519')
  node((request) => {
    bed.enter(bed.node, renewed)
    return response(request, '"renewed"', { signer: renewed })
  })
  expect(await bed.client().call(bed.node, 'echo')).toBe('renewed')
})

test('an answer nobody waits for does no harm', async () => {
  const session = bed.relay.attach(40, () => {})
  node(async (request) => {
    const source = { twin: 40 }
    session.send(await response(request, '1', { uid: 'unknown', source } as object))
    return response(request, '2')
  })
  expect(await bed.client().call(bed.node, 'echo')).toBe(2)
})
