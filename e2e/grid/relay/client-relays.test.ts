import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { RelayState } from '#protocols/rmb/connection.ts'
import type { RmbClient } from '#protocols/rmb/client.ts'
import { Peer } from './peer.ts'
import type { Relay } from './relay.ts'
import { NamedSocket, Testbed } from './testbed.ts'

/** The app's client between the relays that its twin names. */
let bed: Testbed
beforeEach(async () => {
  bed = await Testbed.start()
  bed.peer(async (_, payload) => payload).join(bed.relay)
})
afterEach(() => bed.stop())

/** A twin that listens at the second relay alone, and answers there. */
const far = 40
function enterFar() {
  bed.enter(far, bed.nodeSigner, { relay: '127.0.0.2' })
  const { chain, nodeSigner: signer } = bed
  const handlers = async () => 'from afar'
  new Peer({ twin: far, signer, twins: (id) => chain.get(id), relays: ['127.0.0.2'], handlers }).join(bed.second)
}

const listenAt = (relay: string | null) => bed.enter(bed.user, bed.userSigner, { relay })
const both = () => [bed.url, bed.secondUrl]

const connections = (relay: Relay) => Number(relay.metrics.match(/^relay_worker_connections\S* (\d+)$/m)![1])

function statesOf(client: RmbClient): RelayState[] {
  const states: RelayState[] = []
  client.onState((state) => states.push(state))
  return states
}

test('of the network’s relays it uses the one that its twin names', async () => {
  listenAt('127.0.0.2')
  expect(await bed.client({ url: both() }).call(bed.node, 'echo', 1)).toBe(1)
  expect(bed.posted).toEqual(['127.0.0.1', '127.0.0.2'].map((host) => expect.stringContaining(host) as string))
})

test.each([
  ['127.0.0.3', '127.0.0.3'],
  ['127.0.0.11_relay.grid.tf', '127.0.0.11_relay.grid.tf'],
  [null, ''],
])('a twin that listens elsewhere (%s) is told so, and nothing is sent', async (named, relay) => {
  listenAt(named)
  const client = bed.client({ url: both() })
  const fault = { kind: 'other-relay', where: expect.stringContaining('relay 127.0.0.1:') as string, relay }
  await expect(client.call(bed.node, 'echo')).rejects.toMatchObject({ fault })
  expect(statesOf(client)).toEqual(['idle'])
})

test('a twin that was told so and changed its relay since is served', async () => {
  listenAt('127.0.0.3')
  const client = bed.client()
  await expect(client.call(bed.node, 'echo')).rejects.toMatchObject({ fault: { kind: 'other-relay' } })
  listenAt('127.0.0.1')
  expect(await client.call(bed.node, 'echo', 2)).toBe(2)
})

test('while one relay is gone the other is used', async () => {
  listenAt('127.0.0.1_127.0.0.2')
  enterFar()
  bed.shut.add('127.0.0.1')
  expect(await bed.client({ url: both() }).call(far, 'echo')).toBe('from afar')
})

test('when the relay in use goes, the next call goes by the other, without a break', async () => {
  listenAt('127.0.0.1_127.0.0.2')
  enterFar()
  const closed = vi.fn()
  class Watched extends NamedSocket {
    constructor(url: string) {
      super(url)
      this.on('close', closed)
    }
  }
  const client = bed.client({ url: both(), WebSocket: Watched as unknown as typeof WebSocket })
  const states = statesOf(client)
  await client.call(far, 'echo')
  await vi.waitFor(() => expect([bed.relay, bed.second].map(connections)).toEqual([2, 2]))
  bed.shut.add('127.0.0.1')
  bed.relay.drop(bed.user)
  await vi.waitFor(() => expect(closed).toHaveBeenCalled())
  expect(await client.call(far, 'echo')).toBe('from afar')
  expect(states).toEqual(['idle', 'connecting', 'open'])
})

test('an answer arrives by whichever relay it was brought to', async () => {
  listenAt('127.0.0.1_127.0.0.2')
  enterFar()
  const client = bed.client({ url: both() })
  const byFirst = vi.spyOn(bed.relay, 'takeFederated')
  await client.call(bed.node, 'echo')
  await vi.waitFor(() => expect([bed.relay, bed.second].map(connections)).toEqual([2, 2]))
  expect(await client.call(far, 'echo')).toBe('from afar')
  expect(byFirst).not.toHaveBeenCalled()
})

test('when no relay is there, the preferred one is said to be unreachable', async () => {
  listenAt('127.0.0.1_127.0.0.2')
  const gone = both().map((url) => url.replace(/:\d+/, ':9'))
  await expect(bed.client({ url: gone }).call(bed.node, 'echo')).rejects.toMatchObject({
    fault: { kind: 'unreachable', where: 'relay 127.0.0.1:9' },
  })
})

test('woken, it notices at once that a relay dropped it', async () => {
  const client = bed.client()
  const states = statesOf(client)
  await client.call(bed.node, 'echo')
  bed.relay.drop(bed.user)
  await vi.waitFor(() => expect(states.at(-1)).toBe('lost'))
  client.wake()
  await vi.waitFor(() => expect(states.at(-1)).toBe('open'), { timeout: 500 })
})
