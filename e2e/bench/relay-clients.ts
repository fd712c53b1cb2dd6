import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { create, toBinary } from '@bufbuild/protobuf'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import { WebSocket } from 'ws'
import { lifetime, readEnvelope } from '#protocols/rmb/envelope.ts'
import { EnvelopeSchema } from '#protocols/rmb/envelope_pb.ts'
import { jsonSchema } from '#protocols/rmb/sealing.ts'
import { freshClaims, writeToken } from '#protocols/rmb/token.ts'
import { connected, signerOf } from './relay-twins.ts'

/** The clients of a relay under load, in a process of their own: says what they saw as one line of JSON. */
export type Seen = {
  connected: number
  perSecond: number
  lost: number
  doubled: number
  /** From one twin to another, ms. */
  p95: number
}

const url = process.argv[2]!
const request = { case: 'request', value: { command: 'echo' } } as const

async function connect(twin: number, receive: (bytes: Uint8Array) => void): Promise<WebSocket> {
  const socket = new WebSocket(`${url}?${await writeToken(freshClaims(twin), await signerOf(twin))}`)
  socket.on('message', (data) => receive(new Uint8Array(data as Buffer)))
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return socket
}

/** As large as an encrypted and signed call of a node. */
const envelopeOf = (uid: string, from: number, to: number): Uint8Array =>
  toBinary(
    EnvelopeSchema,
    create(EnvelopeSchema, {
      uid,
      ...lifetime(20_000),
      source: { twin: from },
      destination: { twin: to },
      message: request,
      schema: jsonSchema,
      payload: { case: 'cipher', value: new Uint8Array(512) },
      signature: new Uint8Array(65),
    }),
  )

/** Each twin in turn sends to another one, 3,000 messages a second for 5 seconds. */
async function load() {
  const perTick = 30
  const tickMs = 10
  const count = perTick * 500
  const sentAt = new Float64Array(count)
  const tookMs: number[] = []
  const arrivals = new Uint8Array(count)
  let lastAt = 0
  const receive = (bytes: Uint8Array) => {
    const message = Number(readEnvelope(bytes)!.uid)
    lastAt = performance.now()
    if (arrivals[message]!++ === 0) tookMs.push(lastAt - sentAt[message]!)
  }
  const sockets: WebSocket[] = []
  for (let twin = 1; twin <= connected; twin++) sockets.push(await connect(twin, receive))

  const start = performance.now()
  for (let message = 0; message < count; message++) {
    const from = message % connected
    sentAt[message] = performance.now()
    sockets[from]!.send(envelopeOf(String(message), from + 1, ((from * 7 + 3) % connected) + 1))
    const dueMs = (message / perTick) * tickMs - (performance.now() - start)
    if (message % perTick === 0 && dueMs > 0) await sleep(dueMs)
  }
  for (let waited = 0; tookMs.length < count && waited < 50; waited++) await sleep(100)
  // What is doubled comes right after.
  await sleep(500)

  const open = sockets.filter((socket) => socket.readyState === WebSocket.OPEN).length
  for (const socket of sockets) socket.terminate()
  return {
    connected: open,
    perSecond: (tookMs.length / (lastAt - start)) * 1000,
    lost: arrivals.filter((times) => times === 0).length,
    doubled: arrivals.filter((times) => times > 1).length,
    p95: quantile(tookMs, 0.95),
  }
}

const quantile = (each: number[], part: number): number =>
  each.sort((a, b) => a - b)[Math.ceil(each.length * part) - 1]!

await cryptoWaitReady()
console.log(JSON.stringify((await load()) satisfies Seen))
