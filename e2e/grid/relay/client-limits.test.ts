import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toBinary } from '@bufbuild/protobuf'
import type { Fault } from '#protocols/fault.ts'
import { readEnvelope } from '#protocols/rmb/envelope.ts'
import { EnvelopeSchema } from '#protocols/rmb/envelope_pb.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { relayError } from './routing.ts'
import { Testbed } from './testbed.ts'

/** Clocks, sizes, rates and patience: what the app's client says when one of them does not suffice. */
let bed: Testbed
beforeEach(async () => {
  bed = await Testbed.start()
})
afterEach(() => {
  vi.restoreAllMocks()
  return bed.stop()
})

const echo = () => bed.peer(async (_, payload) => payload).join(bed.relay)
const fault = (fault: Partial<Fault>) => expect.objectContaining({ fault: expect.objectContaining(fault) })

test('a relay that refuses our tokens since our clock is behind tells by how much', async () => {
  bed.aheadMs = 120_000
  const behindS = expect.toSatisfy((s: number) => s >= 118 && s <= 120)
  await expect(bed.client().call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'clock', behindS }))
})

test('a relay that does not show its clock is held against the chain’s', async () => {
  bed.aheadMs = 120_000
  const silent = new Response('')
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(silent)
  const clock = async () => Date.now() + 110_000
  const called = bed.client({ clock }).call(bed.node, 'echo')
  await expect(called).rejects.toEqual(fault({ kind: 'clock', behindS: 110 }))
  const reason = expect.stringContaining('a clock that is a minute slow') as string
  await expect(bed.client().call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'refused', reason }))
})

test('a clock that is ahead, or a little behind, is no trouble', async () => {
  echo()
  for (const aheadMs of [-600_000, 50_000]) {
    bed.aheadMs = aheadMs
    expect(await bed.client().call(bed.node, 'echo', 1)).toBe(1)
  }
})

test.each([
  [
    90,
    'message has expired',
    { kind: 'clock', behindS: expect.toSatisfy((s: number) => s >= 88 && s <= 90) as number },
  ],
  [0, 'message has expired', { kind: 'refused', reason: 'message has expired' }],
  [90, 'message wrong source', { kind: 'refused', reason: 'message wrong source' }],
] as [number, string, Partial<Fault>][])(
  'an error of %d s in our future that says "%s" is told as %j',
  async (aheadS, words, expected) => {
    bed.relay.attach(bed.node, (bytes) => {
      const request = readEnvelope(bytes)!
      const error = readEnvelope(relayError(request, request.source, words))!
      bed.relay.takeFederated(toBinary(EnvelopeSchema, { ...error, timestamp: error.timestamp + BigInt(aheadS) }))
    })
    await expect(bed.client().call(bed.node, 'echo')).rejects.toEqual(fault(expected))
  },
)

test('a message that relays would hang up on is not sent', async () => {
  echo()
  const client = bed.client()
  const most = 16 * 2 ** 20
  const bytes = expect.toSatisfy((n: number) => n > most && n < most + 1_000)
  await expect(client.call(bed.node, 'echo', 'x'.repeat(most))).rejects.toEqual(
    fault({ kind: 'too-large', bytes, most }),
  )
  expect(await client.call(bed.node, 'echo', 'small')).toBe('small')
})

test('a relay that takes no more of us for now says so in its own words', async () => {
  echo()
  bed.relay.limit({ count: 1, bytes: 10_000 })
  const client = bed.client()
  await client.call(bed.node, 'echo')
  const reason = 'exceeded rate limits, dropping message'
  const where = expect.stringContaining('relay 127.0.0.1') as string
  await expect(client.call(bed.node, 'echo')).rejects.toEqual(fault({ kind: 'refused', where, reason }))
})

test('a node that went silent since its keys changed is looked up anew for the next call', async () => {
  const client = bed.client()
  const leave = echo()
  await client.call(bed.node, 'echo')
  leave()
  const renewed = await phraseSigner(`0x${'04'.repeat(32)}`, 'ed25519')
  bed.enter(bed.node, renewed)
  Object.assign(bed, { nodeSigner: renewed })
  echo()
  await expect(client.call(bed.node, 'echo', 1, { timeoutMs: 200 })).rejects.toEqual(fault({ kind: 'silent' }))
  expect(await client.call(bed.node, 'echo', 2)).toBe(2)
})

test('20 calls at once wait side by side, whatever becomes of each', async () => {
  bed
    .peer(async (command) => {
      await new Promise((resolve) => setTimeout(resolve, 300))
      return command
    })
    .join(bed.relay)
  const client = bed.client()
  const giveUp = new AbortController()
  const calls = Array.from({ length: 20 }, (_, i) =>
    client.call(bed.node, String(i), null, i === 7 ? { signal: giveUp.signal } : i === 8 ? { timeoutMs: 100 } : {}),
  )
  setTimeout(() => giveUp.abort(), 50)
  const outcomes = await Promise.allSettled(calls)
  expect(outcomes.map((outcome, i) => (outcome.status === 'fulfilled' ? outcome.value === String(i) : i))).toEqual(
    outcomes.map((_, i) => (i === 7 || i === 8 ? i : true)),
  )
})

test('a signer that was locked meanwhile is the reason that is given', async () => {
  echo()
  const locked = Object.assign(new Error('locked'), { name: 'Locked' })
  const signer = { ...bed.userSigner, sign: () => Promise.reject(locked) }
  await expect(bed.client({ signer }).call(bed.node, 'echo')).rejects.toBe(locked)
})

test('a call that was given up before a relay let us in is not sent', async () => {
  const seen = vi.fn()
  bed.relay.attach(bed.node, seen)
  const client = bed.client()
  const giveUp = new AbortController()
  const called = client.call(bed.node, 'echo', 1, { signal: giveUp.signal })
  client.onState((state) => state === 'open' && giveUp.abort())
  await expect(called).rejects.toHaveProperty('name', 'AbortError')
  await client.call(bed.node, 'echo', 2, { timeoutMs: 100 }).catch(() => undefined)
  expect(seen).toHaveBeenCalledOnce()
})

test('sizes beyond what JavaScript counts exactly reach the other side with all their digits', async () => {
  // Without a key it goes in the clear.
  bed.chain.set(bed.node, { ...bed.chain.get(bed.node)!, pk: null })
  let heard = ''
  bed.relay.attach(bed.node, (bytes) => {
    const { payload } = readEnvelope(bytes)!
    heard = new TextDecoder().decode(payload.value as Uint8Array)
  })
  void bed
    .client()
    .call(bed.node, 'zos.deployment.deploy', { size: 9_007_199_254_740_993n })
    .catch(() => undefined)
  await expect.poll(() => heard).toBe('{"size":9007199254740993}')
})
