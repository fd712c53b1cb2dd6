import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeAddress, encodeAddress } from '@polkadot/util-crypto'
import { connectChain } from '#protocols/chain/connection.ts'
import { startGrid, type Grid } from './grid.ts'
import { quick } from './testbed.ts'

let grid: Grid
beforeAll(async () => {
  grid = await startGrid(quick)
})
afterAll(() => grid.stop())

test('identity: people of the grid are known by address and by twin, except the unverified and strangers', async () => {
  const status = async (query: string) => {
    const response = await fetch(`${grid.ready.kyc}/api/v1/status?${query}`)
    return [response.status, (await response.json()).result?.status]
  }
  const [alice, , unverified] = grid.ready.accounts
  expect(await status(`client_id=${alice!.address}`)).toEqual([200, 'VERIFIED'])
  expect(await status(`twin_id=${alice!.twin}`)).toEqual([200, 'VERIFIED'])
  expect(await status(`client_id=${unverified!.address}`)).toEqual([404, undefined])
  expect(await status('client_id=nonsense')).toEqual([404, undefined])
  expect(await status('')).toEqual([400, undefined])
})

test('whoever is funded by one click counts as verified', async () => {
  const address = encodeAddress(new Uint8Array(32).fill(7), 42)
  const api = await connectChain(grid.ready.chain)
  await api.rpc('dev_fund', address, '50000000').catch(() => undefined)
  await api.disconnect()
  expect((await fetch(`${grid.ready.kyc}/api/v1/status?client_id=${address}`)).status).toBe(200)
})

test('activation gives an empty account 0.1 TFT, once, and refuses what is no address', async () => {
  const address = encodeAddress(new Uint8Array(32).fill(9), 42)
  const activate = (substrateAccountID: string) =>
    fetch(grid.ready.activation, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ substrateAccountID }),
    })
  expect((await activate(address)).status).toBe(200)
  expect((await activate(address)).status).toBe(200)
  expect(grid.chain.balance(decodeAddress(address))).toBe(1_000_000n)
  expect((await activate('5nobody')).status).toBe(400)
})

test('the chain, GridProxy and the ready line tell of the same world', async () => {
  const read = async (path: string) => (await fetch(`${grid.ready.gridproxy}${path}`)).json()
  const stats = await read('/stats')
  expect(stats).toMatchObject({ nodes: [...grid.chain.nodes()].length, farms: [...grid.chain.farms()].length })
  expect(stats.twins).toBe([...grid.chain.twins()].length)
  for (const id of grid.ready.sampleNodes)
    expect(await read(`/nodes/${id}`)).toMatchObject({ status: 'up', healthy: true, dedicated: false, rented: false })
})

test('a path that is nothing is refused, as page and as socket', async () => {
  expect((await fetch(new URL('/nowhere', grid.ready.gridproxy))).status).toBe(404)
  const socket = new (await import('ws')).WebSocket(grid.ready.chain.replace('chain', 'nowhere'))
  await expect(new Promise((_, reject) => socket.on('error', reject))).rejects.toThrow('404')
})
