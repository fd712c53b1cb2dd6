import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { freshClaims, writeToken } from '#protocols/rmb/token.ts'
import { bytesOf, request } from './bare-socket.ts'
import { Testbed } from './testbed.ts'

let bed: Testbed
beforeEach(async () => {
  bed = await Testbed.start()
})
afterEach(() => bed.stop())

/** The HTTP status and words a socket is refused with. */
const refusal = (query: string) =>
  new Promise<string>((resolve, reject) => {
    const socket = new WebSocket(bed.url + query)
    socket.on('open', () => reject(new Error('let in')))
    socket.on('error', () => {})
    socket.on('unexpected-response', (_, response) => {
      response.on('data', (body) => resolve(`${response.statusCode} ${body}`))
    })
  })

const userToken = (session?: string) => writeToken(freshClaims(bed.user, session), bed.userSigner)

test('a token lets in, and why another does not is said with its status', async () => {
  const token = await userToken()
  const old = await writeToken({ sub: bed.user, iat: 1, exp: 2 }, bed.userSigner)
  expect(await refusal('')).toBe('400 missing jwt')
  expect(await refusal('?hello')).toMatch(/^401 invalid jwt/)
  expect(await refusal(`?${old}`)).toBe('401 invalid jwt: jwt has expired')
  expect(await refusal(`?${await writeToken(freshClaims(404), bed.userSigner)}`)).toBe('401 twin not found 404')
  expect(await refusal(`?${await writeToken(freshClaims(bed.node), bed.userSigner)}`)).toMatch(/^401 .*signature/)
  expect(await refusal(`?${token.slice(0, -4)}AAAA`)).toMatch(/^401 .*signature/)
  vi.spyOn(bed.chain, 'get').mockImplementation(() => {
    throw new Error('chain is gone')
  })
  expect(await refusal(`?${token}`)).toBe('500 failed to get twin: chain is gone')
  vi.restoreAllMocks()
  await bed.connect()
})

test('a ping comes back as a pong', async () => {
  const { socket, received } = await bed.connect('tab')
  const source = { twin: bed.user, connection: 'tab' }
  socket.send(bytesOf({ source, destination: {}, message: { case: 'ping', value: {} } }))
  await vi.waitFor(() => expect(received).toHaveLength(1))
  expect(received[0]).toMatchObject({
    uid: 'u1',
    source: { twin: 0 },
    destination: source,
    message: { case: 'pong' },
    payload: { case: 'plain', value: new TextEncoder().encode('hello world') },
  })
  expect(received[0]!.signature).toBeUndefined()

  socket.send(
    bytesOf({ source, message: { case: 'ping', value: {} }, payload: { case: 'plain', value: Buffer.from('I say ') } }),
  )
  await vi.waitFor(() => expect(received).toHaveLength(2))
  expect(Buffer.from(received[1]!.payload.value!).toString()).toBe('I say hello world')
  expect(received[1]!.source).toBeUndefined()
})

test.each([
  ['message wrong source', { source: { twin: 17, connection: 'tab' }, destination: { twin: 17 } }],
  ['message wrong source', { source: { twin: 29 }, destination: { twin: 17 } }],
  ['message wrong source', { destination: { twin: 17 } }],
  ['message with missing destination', { source: { twin: 29, connection: 'tab' } }],
  ['message with missing destination', { source: { twin: 29, connection: 'tab' }, destination: {} }],
  ['unknown twin destination', { source: { twin: 29, connection: 'tab' }, destination: { twin: 404 } }],
  ['relay info is not set for this twin', { source: { twin: 29, connection: 'tab' }, destination: { twin: 5 } }],
  [
    'destination offline',
    { source: { twin: 29, connection: 'tab' }, destination: { twin: 17 }, tags: 'urgent, fail-fast' },
  ],
])('a request is answered with "%s": %j', async (message, init) => {
  bed.enter(5, bed.nodeSigner, { relay: null })
  const { socket, received } = await bed.connect('tab')
  socket.send(bytesOf({ ...init, message: request }))
  await vi.waitFor(() => expect(received).toHaveLength(1))
  expect(received[0]).toMatchObject({
    uid: 'u1',
    expiration: 300n,
    destination: { twin: 29, connection: 'tab' },
    message: { case: 'error', value: { code: 0, message } },
  })
  expect(received[0]!.source).toBeUndefined()
  expect(received[0]!.signature).toBeUndefined()
})

test('only requests are answered with errors', async () => {
  const { socket, received } = await bed.connect()
  socket.send(bytesOf({ destination: { twin: 17 }, message: { case: 'response', value: {} } }))
  socket.send(bytesOf({ uid: 'last', destination: { twin: 17 }, message: request }))
  await vi.waitFor(() => expect(received.map(({ uid }) => uid)).toEqual(['last']))
})

test('a text, or bytes that are no envelope, end the connection', async () => {
  const texter = await bed.connect('a')
  texter.socket.send('hello')
  await texter.closed
  const garbler = await bed.connect('b')
  garbler.socket.send(new TextEncoder().encode('hello'))
  await garbler.closed
})

test('what is sent arrives as the same bytes, though nobody signed it', async () => {
  const arrived: Uint8Array[] = []
  bed.relay.attach(bed.node, (bytes) => arrived.push(bytes))
  const { socket } = await bed.connect()
  // An unknown field at the end, as a newer client may send.
  const bytes = Buffer.concat([
    bytesOf({ source: { twin: bed.user }, destination: { twin: bed.node }, message: request }),
    Uint8Array.of(0x98, 0x06, 0x01),
  ])
  socket.send(bytes)
  await vi.waitFor(() => expect(arrived.map((each) => Buffer.from(each))).toEqual([bytes]))
})

test('what comes while a session is away waits for that session, not for another', async () => {
  const node = bed.relay.attach(bed.node, () => {})
  const answer = (uid: string, connection?: string) =>
    bytesOf({ uid, source: { twin: bed.node }, destination: { twin: bed.user, connection }, message: request })
  for (const [uid, session] of [
    ['none', undefined],
    ['empty', ''],
    ['tab', 'tab'],
  ] as const)
    node.send(answer(uid, session))
  for (const [uid, session] of [
    ['none', undefined],
    ['empty', ''],
    ['tab', 'tab'],
  ] as const) {
    const { received } = await bed.connect(session)
    await vi.waitFor(() => expect(received.map((each) => each.uid)).toEqual([uid]))
  }
})

test('a second connection of a session ends the first and takes its place', async () => {
  const first = await bed.connect('tab')
  const second = await bed.connect('tab')
  await first.closed
  second.socket.send(bytesOf({ source: { twin: 29, connection: 'tab' }, message: request }))
  await vi.waitFor(() => expect(second.received).toHaveLength(1))
})

test('a session in this process that left sends and receives no more', async () => {
  const arrived: Uint8Array[] = []
  const node = bed.relay.attach(bed.node, (bytes) => arrived.push(bytes))
  node.close()
  const { socket, received } = await bed.connect()
  node.send(bytesOf({ uid: 'ghost', source: { twin: 17 }, destination: { twin: 29 }, message: request }))
  socket.send(bytesOf({ source: { twin: 29 }, destination: { twin: 17 }, message: request, tags: 'fail-fast' }))
  await vi.waitFor(() => expect(received.map(({ uid }) => uid)).toEqual(['u1']))
  expect(arrived).toEqual([])
})
