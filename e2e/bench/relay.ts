import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import process from 'node:process'
import { promisify } from 'node:util'
import { cryptoWaitReady } from '@polkadot/util-crypto'
import type { ChainTwin } from '#grid/chain/nouns.ts'
import { Relay } from '#grid/relay/relay.ts'
import type { Measure } from './measure.ts'
import type { Seen } from './relay-clients.ts'
import { chainTwin, connected, domain } from './relay-twins.ts'

/** A relay of the local grid in this process, with its clients in another. */
export async function measureRelay(): Promise<Measure[]> {
  await cryptoWaitReady()
  const chain = new Map<number, ChainTwin>()
  for (let twin = 1; twin <= connected; twin++) chain.set(twin, await chainTwin(twin))
  const twinOf = (twin: number) => chain.get(twin)
  const relay = new Relay({ twinOf, domain })

  const server = createServer().on('upgrade', (request, socket, head) => void relay.upgrade(request, socket, head))
  await new Promise<void>((resolve) => server.listen(0, domain, resolve))
  const url = `ws://${domain}:${(server.address() as AddressInfo).port}/relay`
  const clients = ['--import', 'tsx', 'e2e/bench/relay-clients.ts', url]
  const seen = JSON.parse((await promisify(execFile)(process.execPath, clients)).stdout) as Seen
  relay.close()
  server.close()
  return [
    { what: 'Twins connected to the relay', figure: seen.connected, unit: '', least: connected },
    { what: 'Messages it brings', figure: seen.perSecond, unit: '/s', least: 2000 },
    { what: 'Messages lost', figure: seen.lost, unit: '', most: 0 },
    { what: 'Messages doubled', figure: seen.doubled, unit: '', most: 0 },
    { what: 'From twin to twin, p95', figure: seen.p95, unit: 'ms' },
  ]
}
