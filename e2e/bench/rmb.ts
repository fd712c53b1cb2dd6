import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { WebSocket } from 'ws'
import { connectChain } from '#protocols/chain/connection.ts'
import { getTwin } from '#protocols/chain/twin.ts'
import { RmbClient } from '#protocols/rmb/client.ts'
import { freshClaims, writeToken } from '#protocols/rmb/token.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { startGridProcess } from './grid-process.ts'
import { medianOf, msOf, type Measure } from './measure.ts'
import { bareCaller } from './rmb-bare.ts'
import type { Published } from './rmb-published.ts'

const command = 'zos.system.version'
const calls = 300
const connects = 30
/** What the first ones take is for compiling. */
const warmUp = 50
const sideBySide = 20
const nodeTakesMs = 500

/**
 * The app's RMB client against a grid in another process, beside a bare socket that signs, encrypts and checks nothing.
 * With `RMB_PUBLISHED=<folder>` also the published client that is installed there (`npm i --ignore-scripts
 * --legacy-peer-deps @threefold/rmb_direct_client@2.9.2 @threefold/tfchain_client@2.9.2 @threefold/types@2.9.2`), with
 * the same account, relay and node.
 */
export async function measureRmb(): Promise<Measure[]> {
  const { ready, stop } = await startGridProcess({ farms: 3, nodes: 20 })
  const api = await connectChain(ready.chain)
  const { twin, mnemonic } = ready.accounts[0]!
  const node = ready.sampleNodes[0]!
  const nodeTwin = Number((await api.query.tfgridModule!.nodes!(node)).toPrimitive()!['twinId' as never])
  const signer = await phraseSigner(mnemonic)
  const newClient = () =>
    new RmbClient({
      url: ready.relay,
      twin: twin!,
      signer,
      twins: (id) => getTwin(api, id),
      WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    })
  const provoke = (method: 'POST' | 'DELETE', fault?: object) =>
    fetch(ready.faults, { method, ...(fault && { body: JSON.stringify(fault) }) })

  const handshakeMs: number[] = []
  const connectMs: number[] = []
  for (let run = 0; run < connects; run++) {
    const url = `${ready.relay}?${await writeToken(freshClaims(twin!, 'bare'), signer)}`
    handshakeMs.push(await msOf(() => opened(url)))
    const client = newClient()
    connectMs.push(await msOf(() => isOpen(client, nodeTwin)))
    client.close()
  }

  const client = newClient()
  const bare = await bareCaller(ready.relay, twin!, signer, (await getTwin(api, nodeTwin))!, command)
  const bareMs: number[] = []
  const callMs: number[] = []
  for (let call = 0; call < calls; call++) {
    bareMs.push(await msOf(bare.call))
    callMs.push(await msOf(() => client.call(nodeTwin, command)))
  }
  bare.close()

  await provoke('POST', { fault: 'node-slow', node, ms: nodeTakesMs })
  const many = () => Promise.all(Array.from({ length: sideBySide }, () => client.call(nodeTwin, command)))
  const manyMs = [await msOf(many), await msOf(many), await msOf(many)]
  await provoke('DELETE')
  client.close()
  await api.disconnect()

  const folder = process.env.RMB_PUBLISHED
  const published = folder ? await runPublished([folder, ready.chain, ready.relay, mnemonic, String(nodeTwin)]) : []
  stop()
  const after = (each: number[]) => calmOf(each.slice(warmUp))
  return [
    {
      what: 'RMB connected, more than a handshake',
      figure: calmOf(connectMs) - calmOf(handshakeMs),
      unit: 'ms',
      most: 20,
    },
    { what: 'RMB call on a bare socket', figure: after(bareMs), unit: 'ms' },
    { what: 'RMB call, more than that', figure: after(callMs) - after(bareMs), unit: 'ms', most: 5 },
    {
      what: `${sideBySide} RMB calls, each ${nodeTakesMs} ms at the node`,
      figure: Math.min(...manyMs),
      unit: 'ms',
      most: 3 * nodeTakesMs,
    },
    ...published,
  ]
}

/** The quickest tenth: whatever else runs on the machine only ever adds to what is measured. */
const calmOf = (each: number[]): number => each.toSorted((a, b) => a - b)[Math.floor(each.length / 10)]!

function opened(url: string): Promise<void> {
  const socket = new WebSocket(url)
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.once('open', () => resolve(socket.terminate()))
  })
}

/** Until the first call has a relay to leave by. */
const isOpen = (client: RmbClient, twin: number) =>
  new Promise<void>((resolve, reject) => {
    client.onState((state) => state === 'open' && resolve())
    client.call(twin, command).catch((error: unknown) => (error as Error).name === 'AbortError' || reject(error))
  })

async function runPublished(args: string[]): Promise<Measure[]> {
  const program = ['--import', 'tsx', 'e2e/bench/rmb-published.ts', ...args]
  const { stdout } = await promisify(execFile)(process.execPath, program)
  const { connectMs, callMs, manyMs } = JSON.parse(stdout.trim().split('\n').at(-1)!) as Published
  return [
    { what: 'Published client connected', figure: connectMs, unit: 'ms' },
    { what: 'Published client’s call, median', figure: medianOf(callMs), unit: 'ms' },
    { what: `${sideBySide} calls of the published client at once`, figure: manyMs, unit: 'ms' },
  ]
}
