import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { startGrid, type Grid } from '#grid/grid.ts'
import { RmbClient } from '#protocols/rmb/client.ts'
import { freshClaims, writeToken } from '#protocols/rmb/token.ts'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { encodeAddress } from '@polkadot/util-crypto'
import { bareSocket, bytesOf, request } from './bare-socket.ts'

/** The two relays of a whole grid. */
let grid: Grid
beforeAll(async () => {
  grid = await startGrid({ farms: 3, nodes: 80, pace: 20 })
})
afterAll(() => grid.stop())

/** Nodes that are up, by the relays that their twins name. */
async function nodesOf(relay: string) {
  const nodes = await (await fetch(`${grid.ready.gridproxy}/nodes?status=up&size=80`)).json()
  const twins: number[] = nodes.map(({ twinId }: { twinId: number }) => twinId)
  return twins.filter((twin) => grid.chain.twin(twin)?.relay === relay)
}

async function clientOf(index: number) {
  const { twin, mnemonic } = grid.ready.accounts[index]!
  return new RmbClient({
    url: grid.ready.relay,
    twin: twin!,
    signer: await phraseSigner(mnemonic),
    twins: async (id) => {
      const found = grid.chain.twin(id)
      if (!found) return undefined
      const { account, relay, pk } = found
      return { id, address: encodeAddress(account, 42), relay: relay ?? '', encryptionKey: pk ?? undefined }
    },
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
  })
}

const posted = async (relay: string) => {
  const metrics = await (await fetch(`${grid.ready.relay.replace('ws', 'http')}/metrics`)).text()
  return Number(metrics.match(new RegExp(`^federation_message_success{relay="${relay}"} (\\d+)$`, 'm'))?.[1] ?? 0)
}

test('nodes of either relay, and of both, answer alike', async () => {
  const client = await clientOf(0)
  for (const relay of ['127.0.0.1', '127.0.0.2', '127.0.0.1_127.0.0.2']) {
    const [twin] = await nodesOf(relay)
    expect(await client.call(twin!, 'zos.system.version')).toMatchObject({ zos: expect.any(String) as string })
  }
  expect(await posted('127.0.0.2')).toBe(1)
  client.close()
})

test('nodes to try first listen to the relay that the grid names', () => {
  for (const id of grid.ready.sampleNodes)
    expect(grid.chain.twin([...grid.chain.nodes()][id - 1]!.twinId)!.relay).toBe('127.0.0.1')
})

test('the second relay is called by its name, on the same port', async () => {
  const [alice, bob] = grid.ready.accounts
  const token = await writeToken(freshClaims(bob!.twin!), await phraseSigner(bob!.mnemonic))
  const errorsBy = async (host: string) => {
    const { socket, received } = await bareSocket(grid.ready.relay, token, host)
    const addresses = { source: { twin: bob!.twin! }, destination: { twin: alice!.twin! } }
    socket.send(bytesOf({ ...addresses, message: request, tags: 'fail-fast' }))
    await vi.waitFor(() => expect(received).toHaveLength(1))
    socket.terminate()
    return received[0]!.message.value
  }
  expect(await errorsBy('127.0.0.1')).toMatchObject({ message: 'destination offline' })
  expect(await errorsBy('127.0.0.2')).toMatchObject({
    message: 'remote relay rejected permanently: destination offline',
  })
})
