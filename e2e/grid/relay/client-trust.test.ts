import { utf8ToBytes } from '@noble/hashes/utils.js'
import { create, toBinary } from '@bufbuild/protobuf'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { lifetime, readEnvelope } from '#protocols/rmb/envelope.ts'
import { EnvelopeSchema } from '#protocols/rmb/envelope_pb.ts'
import { jsonSchema, seal } from '#protocols/rmb/sealing.ts'
import { readClaims } from '#protocols/rmb/token.ts'
import { Testbed } from './testbed.ts'

/** What the app's client believes, and what it asks of relays, when others are careless or hostile. */
let bed: Testbed
beforeEach(async () => {
  bed = await Testbed.start()
})
afterEach(() => bed.stop())

type Draft = Parameters<typeof seal>[0]

/** The node's answers to a request: each is a good one but for what is changed in it. */
function node(deliver: (bytes: Uint8Array) => void, ...changes: Partial<Draft>[]) {
  const session = bed.relay.attach(bed.node, async (bytes) => {
    const { uid, source } = readEnvelope(bytes)!
    for (const [i, change] of changes.entries()) {
      const answer: Draft = {
        uid,
        ...lifetime(300_000),
        source: { twin: bed.node },
        destination: source,
        message: { case: 'response', value: {} },
        schema: jsonSchema,
        ...change,
      }
      const { nodeSigner, userSigner } = bed
      deliver(await seal(answer, utf8ToBytes(`"answer ${i + 1}"`), nodeSigner, userSigner.encryptionKey))
    }
  })
  return session
}

/** A socket class of which the last one made can be told that a message came, whatever the relay thinks of it. */
function tellable() {
  const sockets: WebSocket[] = []
  const urls: string[] = []
  class Tellable extends WebSocket {
    constructor(url: string) {
      super(url)
      urls.push(url)
      sockets.push(this)
    }
  }
  const tell = (data: Uint8Array | string) =>
    sockets
      .at(-1)!
      .emit(
        'message',
        typeof data === 'string' ? Buffer.from(data) : new Uint8Array(data).buffer,
        typeof data !== 'string',
      )
  return { WebSocket: Tellable as unknown as typeof globalThis.WebSocket, tell, urls }
}

test.each<[string, Partial<Draft>]>([
  ['another twin', { destination: { twin: 30 } }],
  ['another session of ours', { destination: { twin: 29, connection: 'tab' } }],
  ['no session of ours', { destination: { twin: 29 } }],
  ['nobody', { destination: undefined }],
])('what the node answered to %s is no answer to us, whatever its uid', async (_, change) => {
  const { WebSocket, tell } = tellable()
  node(tell, change, {})
  expect(await bed.client({ WebSocket }).call(bed.node, 'echo')).toBe('answer 2')
})

test.each<[string, Draft]>([
  ['a response from nobody', { message: { case: 'response', value: {} } }],
  ['a response of twin 0', { source: {}, message: { case: 'response', value: {} } }],
  ['a pong', { message: { case: 'pong', value: {} } }],
  ['an error of another twin', { source: { twin: 40 }, message: { case: 'error', value: { message: 'no' } } }],
  ['an error with another uid', { uid: 'other', message: { case: 'error', value: { message: 'no' } } }],
  ['nothing at all', {}],
])('%s, brought to us by anybody, ends no call', async (_, draft) => {
  const session = node((bytes) => {
    const { uid, destination } = readEnvelope(bytes)!
    bed.relay.takeFederated(toBinary(EnvelopeSchema, create(EnvelopeSchema, { uid, destination, ...draft })))
    session.send(bytes)
  }, {})
  expect(await bed.client().call(bed.node, 'echo')).toBe('answer 1')
})

test.each(['hello', new Uint8Array([1, 2, 3]), new Uint8Array()])(
  'a frame that is no envelope does no harm: %j',
  async (frame) => {
    const { WebSocket, tell } = tellable()
    node((bytes) => {
      tell(frame)
      tell(bytes)
    }, {})
    expect(await bed.client({ WebSocket }).call(bed.node, 'echo')).toBe('answer 1')
  },
)

test('an error in the name of the node that it did not sign is not believed', async () => {
  node((bytes) => {
    const { uid, destination } = readEnvelope(bytes)!
    const message = { case: 'error', value: { message: 'no' } } as const
    const forged = create(EnvelopeSchema, { uid, destination, source: { twin: bed.node }, message })
    bed.relay.takeFederated(toBinary(EnvelopeSchema, forged))
  }, {})
  const reason = 'the answer is not signed with the key it has on the chain'
  await expect(bed.client().call(bed.node, 'echo')).rejects.toMatchObject({ fault: { kind: 'unreadable', reason } })
})

test('the same answer twice, as relays bring it now and then, settles once', async () => {
  const session = node((bytes) => session.send(bytes), {}, {})
  const settled = vi.fn()
  const client = bed.client()
  await client.call(bed.node, 'echo').then(settled, settled)
  expect(await client.call(bed.node, 'echo')).toBe('answer 1')
  expect(settled.mock.calls).toEqual([['answer 1']])
})

test('each socket is asked for with a new token of the same session', async () => {
  bed.peer(async () => 1).join(bed.relay)
  const { WebSocket, urls } = tellable()
  const client = bed.client({ WebSocket })
  await client.call(bed.node, 'echo')
  const laterMs = Date.now() + 5_000
  vi.spyOn(Date, 'now').mockImplementation(() => laterMs)
  bed.relay.drop(bed.user)
  await vi.waitFor(() => {
    client.wake()
    expect(urls).toHaveLength(2)
  })
  vi.restoreAllMocks()
  const [first, second] = urls.map((url) => readClaims(url.split('?')[1]!)!)
  expect(first!.sid).toMatch(/^[0-9a-f]{32}$/)
  expect(second!.sid).toBe(first!.sid)
  expect(second!.iat).toBeGreaterThanOrEqual(first!.iat + 4)
  expect(first!.exp - first!.iat).toBe(60)
})
