import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bytesOf, request } from './bare-socket.ts'
import { Testbed } from './testbed.ts'

/** What a relay takes from a session, and what it does about one that does not take what is for it. */
let bed: Testbed
beforeEach(async () => {
  bed = await Testbed.start()
})
afterEach(() => bed.stop())

const toNode = (uid: string) => ({ uid, source: { twin: bed.user }, destination: { twin: bed.node }, message: request })
const toUser = (uid: string) => ({ uid, source: { twin: bed.node }, destination: { twin: bed.user }, message: request })
const padding = (size: number) => ({ case: 'plain', value: new Uint8Array(size) }) as const

/** Uids of what arrives at the node. */
async function nodeInbox() {
  const { received } = await bed.connect(undefined, { twin: bed.node, signer: bed.nodeSigner })
  return () => received.map(({ uid }) => uid)
}

test('over the limit of a minute messages are dropped, requests are told, and the connection stays', async () => {
  vi.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000)
  bed.relay.limit({ count: 2, bytes: 1_000 })
  const inbox = await nodeInbox()
  const [one, other] = [await bed.connect(), await bed.connect('tab')]
  for (const uid of ['a', 'b', 'c']) one.socket.send(bytesOf(toNode(uid)))
  one.socket.send(bytesOf({ ...toNode('silent'), message: { case: 'response', value: {} } }))
  await vi.waitFor(() => expect(one.received).toHaveLength(1))
  other.socket.send(bytesOf({ ...toNode('d'), source: { twin: bed.user, connection: 'tab' } }))
  await vi.waitFor(() => expect(other.received).toHaveLength(1))
  expect(one.received).toMatchObject([
    { uid: 'c', message: { case: 'error', value: { code: 0, message: 'exceeded rate limits, dropping message' } } },
  ])

  vi.spyOn(Date, 'now').mockReturnValue(1_800_000_060_000)
  one.socket.send(bytesOf({ ...toNode('large'), payload: padding(1_000) }))
  one.socket.send(bytesOf(toNode('e')))
  await vi.waitFor(() => expect(inbox()).toEqual(['a', 'b', 'e']))
  expect(one.received.map(({ uid }) => uid)).toEqual(['c', 'large'])

  bed.relay.limit(undefined)
  for (const uid of ['f', 'g', 'h']) one.socket.send(bytesOf(toNode(uid)))
  await vi.waitFor(() => expect(inbox()).toEqual(['a', 'b', 'e', 'f', 'g', 'h']))
  vi.restoreAllMocks()
})

test('a frame of 16 MiB arrives, a larger one ends the connection', async () => {
  const inbox = await nodeInbox()
  const { socket, closed } = await bed.connect()
  socket.send(bytesOf({ ...toNode('large'), payload: padding(16 * 2 ** 20 - 200) }))
  await vi.waitFor(() => expect(inbox()).toEqual(['large']), 10_000)
  socket.send(bytesOf({ ...toNode('larger'), payload: padding(16 * 2 ** 20) }))
  await closed
  expect(inbox()).toEqual(['large'])
})

test('a message of several frames may have up to 64 MiB', async () => {
  const inbox = await nodeInbox()
  const { socket, closed } = await bed.connect()
  const sendInFrames = (bytes: Uint8Array, size = 8 * 2 ** 20) => {
    for (let at = 0; at < bytes.length; at += size)
      socket.send(bytes.subarray(at, at + size), { binary: true, fin: at + size >= bytes.length })
  }
  sendInFrames(bytesOf({ ...toNode('large'), payload: padding(40 * 2 ** 20) }))
  await vi.waitFor(() => expect(inbox()).toEqual(['large']), 15_000)
  sendInFrames(bytesOf({ ...toNode('larger'), payload: padding(64 * 2 ** 20) }))
  await closed
  expect(inbox()).toEqual(['large'])
})

test('what follows a text or garbage is not heard, and the session counts as away', async () => {
  const inbox = await nodeInbox()
  for (const bad of ['hello', Buffer.from('hello')]) {
    const { socket, closed } = await bed.connect('bad')
    socket.send(bad)
    socket.send(bytesOf({ ...toNode('after'), source: { twin: bed.user, connection: 'bad' } }))
    // The real relay says goodbye without a code.
    expect(await closed).toBe(1005)
  }
  const node = bed.relay.attach(bed.node, () => {})
  const { received } = await bed.connect()
  node.send(bytesOf({ ...toUser('probe'), destination: { twin: bed.user, connection: 'bad' }, tags: 'fail-fast' }))
  node.send(bytesOf(toUser('last')))
  await vi.waitFor(() => expect(received.map(({ uid }) => uid)).toEqual(['last']))
  expect(inbox()).toEqual([])
})

test('a client that stops reading is dropped, and gets what waited once it comes again', async () => {
  const node = bed.relay.attach(bed.node, () => {})
  const stalled = await bed.connect()
  stalled.socket.pause()
  const uids = Array.from({ length: 400 }, (_, n) => `n${n}`)
  for (const uid of uids) node.send(bytesOf({ ...toUser(uid), payload: padding(100_000) }))
  await vi.waitFor(
    () => expect(bed.relay.metrics).toContain('relay_session_evictions_total{reason="back_pressure_timeout"} 1'),
    5_000,
  )
  stalled.socket.resume()
  await stalled.closed
  const again = await bed.connect()
  await vi.waitFor(() => {
    const seen = [...stalled.received, ...again.received].map(({ uid }) => uid)
    expect([...new Set(seen)].sort()).toEqual([...uids].sort())
  }, 5_000)
})

test('letters that were underway when the connection broke arrive on the next one, in order', async () => {
  const node = bed.relay.attach(bed.node, () => {})
  const first = await bed.connect('tab')
  first.socket.pause()
  const uids = Array.from({ length: 200 }, (_, n) => `n${n}`)
  const destination = { twin: bed.user, connection: 'tab' }
  for (const uid of uids) node.send(bytesOf({ ...toUser(uid), destination, payload: padding(100_000) }))
  await vi.waitFor(() => expect(bed.relay.metrics).toMatch(/^relay_message_tx [1-9]/m))
  first.socket.terminate()
  await first.closed
  const second = await bed.connect('tab')
  await vi.waitFor(() => expect(second.received.at(-1)?.uid).toBe('n199'))
  const got = second.received.map(({ uid }) => uid)
  expect(got.length).toBeGreaterThan(0)
  expect(got).toEqual(uids.slice(-got.length))
})

test('metrics say what passed', async () => {
  const inbox = await nodeInbox()
  const { socket } = await bed.connect()
  const bytes = bytesOf(toNode('a'))
  socket.send(bytes)
  await vi.waitFor(() => expect(inbox()).toEqual(['a']))
  const answer = await fetch(`${bed.url.replace('ws', 'http')}/metrics`)
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/)
  const text = await answer.text()
  expect(text).toContain('# TYPE relay_worker_connections gauge\nrelay_worker_connections{worker="0"} 2\n')
  expect(text).toContain('# HELP relay_message_rx number of messages received by relay\n')
  expect(text).toContain('relay_message_rx 1\n')
  expect(text).toContain(`relay_message_rx_bytes ${bytes.length}\n`)
  expect(text).toContain('relay_message_tx 1\n')
})

test('other pages are not found', async () => {
  const url = bed.url.replace('ws', 'http')
  for (const [path, method] of [
    ['', 'GET'],
    ['/metrics', 'POST'],
    ['/other', 'GET'],
  ] as const) {
    const answer = await fetch(url + path, { method })
    expect(`${answer.status} ${await answer.text()}`).toBe('404 page not found')
  }
})
