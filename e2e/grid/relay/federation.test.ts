import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { bytesOf, request } from './bare-socket.ts'
import { Testbed } from './testbed.ts'

/** Two relays behind one port, and twins that listen to either or both. */
let bed: Testbed
beforeEach(async () => {
  bed = await Testbed.start()
  bed.enter(bed.node, bed.nodeSigner, { relay: '127.0.0.2' })
})
afterEach(() => bed.stop())

const second = '127.0.0.2'
const toNode = (uid: string) => ({ uid, source: { twin: bed.user }, destination: { twin: bed.node }, message: request })
const connectNode = (host = second) => bed.connect(undefined, { twin: bed.node, signer: bed.nodeSigner, host })
const uidsOf = ({ received }: { received: { uid: string }[] }) => received.map(({ uid }) => uid)
const errorOf = ({ received }: Awaited<ReturnType<typeof connectNode>>) => received.map(({ message }) => message.value)

test('a message goes to the relay of its receiver, and the answer comes back the same way', async () => {
  const [user, node] = [await bed.connect(), await connectNode()]
  user.socket.send(bytesOf({ ...toNode('ask'), tags: 'fail-fast' }))
  await vi.waitFor(() => expect(uidsOf(node)).toEqual(['ask']))
  node.socket.send(bytesOf({ uid: 'ask', source: { twin: bed.node }, destination: { twin: bed.user } }))
  await vi.waitFor(() => expect(uidsOf(user)).toEqual(['ask']))
  expect(bed.posted).toEqual(['127.0.0.2', '127.0.0.1'])
  expect(bed.relay.metrics).toContain('federation_message_success{relay="127.0.0.2"} 1')
})

test("the app's client reaches a node on the other relay", async () => {
  bed.peer(async (command) => command).join(bed.second)
  expect(await bed.client().call(bed.node, 'echo')).toBe('echo')
})

test('a message for somebody who is away waits at the relay of its receiver', async () => {
  const user = await bed.connect()
  user.socket.send(bytesOf(toNode('ask')))
  await vi.waitFor(() => expect(bed.posted).toEqual([second]))
  const node = await connectNode()
  await vi.waitFor(() => expect(uidsOf(node)).toEqual(['ask']))
})

test('a request in a hurry for somebody who is away is answered by his relay, through the own', async () => {
  const user = await bed.connect('tab')
  const source = { twin: bed.user, connection: 'tab' }
  user.socket.send(bytesOf({ ...toNode('ask'), source, tags: 'fail-fast' }))
  await vi.waitFor(() => expect(user.received).toHaveLength(1))
  expect(user.received[0]).toMatchObject({ uid: 'ask', expiration: 300n, message: { case: 'error' } })
  expect(errorOf(user)).toMatchObject([{ code: 0, message: 'remote relay rejected permanently: destination offline' }])
  // Unlike what the own relay says of itself.
  expect(user.received[0]!.destination).toBeUndefined()
  await expect(bed.client().call(bed.node, 'echo')).rejects.toMatchObject({ fault: { kind: 'unreachable' } })
})

test.each([400, 404, 429])('a relay that answers %d is not asked again', async (status) => {
  bed.outage = status
  const user = await bed.connect()
  user.socket.send(bytesOf(toNode('ask')))
  await vi.waitFor(() => expect(user.received).toHaveLength(1))
  expect(errorOf(user)).toMatchObject([{ message: 'remote relay rejected permanently: destination offline' }])
  expect(bed.posted).toEqual([second])
})

test.each([200, 500, 503])('a relay that answers %d is tried three times, and again later', async (status) => {
  bed.outage = status
  const [user, node] = [await bed.connect(), await connectNode()]
  user.socket.send(bytesOf(toNode('ask')))
  await vi.waitFor(() => expect(bed.posted).toHaveLength(4), 5_000)
  expect(bed.relay.metrics).toContain('federation_message_error{relay="127.0.0.2"} 1')
  bed.outage = undefined
  await vi.waitFor(() => expect(uidsOf(node)).toEqual(['ask']), 5_000)
  expect(user.received).toEqual([])
})

test.each(['relay.gone', 'relay.unknown'])(
  'what cannot be brought to %s before it expires is given back',
  async (relay) => {
    bed.enter(bed.node, bed.nodeSigner, { relay })
    const user = await bed.connect()
    user.socket.send(bytesOf({ ...toNode('ask'), expiration: 1n }))
    user.socket.send(bytesOf({ ...toNode('answer'), expiration: 1n, message: { case: 'response', value: {} } }))
    await vi.waitFor(() => expect(uidsOf(user)).toEqual(['ask']), 5_000)
    expect(errorOf(user)).toMatchObject([{ message: 'message has expired' }])
  },
)

test('how long a message is good for is only looked at when it goes to another relay', async () => {
  bed.enter(40, bed.nodeSigner)
  const user = await bed.connect()
  user.socket.send(bytesOf({ ...toNode('there'), timestamp: 1n }))
  user.socket.send(bytesOf({ ...toNode('here'), timestamp: 1n, destination: { twin: 40 } }))
  await vi.waitFor(() => expect(uidsOf(user)).toEqual(['there']))
  const local = await bed.connect(undefined, { twin: 40, signer: bed.nodeSigner })
  await vi.waitFor(() => expect(uidsOf(local)).toEqual(['here']))
  expect(bed.posted).toEqual([])
})

test('of several relays the one that failed is tried last', async () => {
  bed.enter(bed.node, bed.nodeSigner, { relay: 'relay.gone_127.0.0.2' })
  const [user, node] = [await bed.connect(), await connectNode()]
  const uids = Array.from({ length: 20 }, (_, n) => `n${n}`)
  for (const uid of uids) {
    user.socket.send(bytesOf(toNode(uid)))
    await vi.waitFor(() => expect(uidsOf(node)).toContain(uid))
  }
  expect(uidsOf(node)).toEqual(uids)
  expect(bed.posted).toHaveLength(20)
})

test('a twin of both relays is reached at the own one, and elsewhere only through its other connections', async () => {
  bed.enter(bed.node, bed.nodeSigner, { relay: '127.0.0.1_127.0.0.2' })
  const [user, there] = [await bed.connect(), await connectNode()]
  // Nobody of that name is connected here, and this relay is one of his: it keeps the message.
  user.socket.send(bytesOf(toNode('kept')))
  user.socket.send(bytesOf({ ...toNode('hasty'), tags: 'fail-fast' }))
  await vi.waitFor(() => expect(errorOf(user)).toMatchObject([{ message: 'destination offline' }]))
  const here = await connectNode('127.0.0.1')
  await vi.waitFor(() => expect(uidsOf(here)).toEqual(['kept']))
  expect(uidsOf(there)).toEqual([])
  expect(bed.posted).toEqual([])
})

test('whoever is connected is reached here, whatever relay his twin names', async () => {
  const [user, node] = [await bed.connect(), await connectNode('127.0.0.1')]
  user.socket.send(bytesOf(toNode('ask')))
  await vi.waitFor(() => expect(uidsOf(node)).toEqual(['ask']))
  expect(bed.posted).toEqual([])
})

test('a twin that left the chain, or its relays, meanwhile is told as the other relay would', async () => {
  const user = await bed.connect()
  bed.outage = 503
  for (const [uid, change] of [
    ['unset', () => bed.enter(bed.node, bed.nodeSigner, { relay: null })],
    ['left', () => bed.chain.delete(bed.node)],
  ] as const) {
    bed.enter(bed.node, bed.nodeSigner, { relay: second })
    const before = bed.posted.length
    user.socket.send(bytesOf(toNode(uid)))
    await vi.waitFor(() => expect(bed.posted.length).toBeGreaterThan(before))
    change()
    await vi.waitFor(() => expect(uidsOf(user)).toContain(uid), 5_000)
  }
  expect(errorOf(user)).toMatchObject([
    { message: 'remote relay rejected permanently: relay is not set for this twin' },
    { message: 'remote relay rejected permanently: self twin not found!' },
  ])
})

test('anybody can bring an envelope, and nothing else', async () => {
  const node = await connectNode('127.0.0.1')
  const post = async (body: BodyInit) => {
    const answer = await fetch(bed.url.replace('ws', 'http'), { method: 'POST', body })
    return `${answer.status} ${await answer.text()}`
  }
  expect(await post(bytesOf(toNode('forged')))).toBe('202 ')
  await vi.waitFor(() => expect(uidsOf(node)).toEqual(['forged']))
  expect(await post('hello')).toMatch(/^400 bad request: /)
  const hasty = { ...toNode('hasty'), destination: { twin: bed.node, connection: '' }, tags: 'fail-fast' }
  expect(await post(bytesOf(hasty))).toBe('404 destination offline')
})
