import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { encodeAddress } from '@polkadot/util-crypto'
import { startGrid, type Grid } from './grid.ts'
import { Citizen, deploymentOf, disk, quick, read, signed } from './testbed.ts'

let grid: Grid
let alice: Citizen
let node: number

beforeAll(async () => {
  grid = await startGrid(quick)
  node = grid.ready.sampleNodes[0]!
  alice = await Citizen.of(grid, 'alice')
})
afterEach(() => fetch(grid.ready.faults, { method: 'DELETE' }))
afterAll(async () => {
  await alice.leave()
  await grid.stop()
})

async function provoke(fault: object): Promise<Response> {
  return fetch(grid.ready.faults, { method: 'POST', body: JSON.stringify(fault) })
}
const version = (timeoutMs = 5000) => alice.ask(node, 'zos.system.version', undefined, timeoutMs)

test('the endpoint names the faults, tells which are active and ends them', async () => {
  const listed = await (await fetch(grid.ready.faults)).json()
  expect(listed.known.map(({ name }: { name: string }) => name)).toContain('node-silent')
  expect(listed.active).toEqual([])
  const fault = { fault: 'node-slow', node, ms: 5 }
  expect(await (await provoke(fault)).json()).toEqual({ active: [fault] })
  expect(await (await fetch(grid.ready.faults, { method: 'DELETE' })).json()).toEqual({ active: [] })
})

test.each([
  [{ fault: 'node-sleepy' }, 'There is no fault "node-sleepy"'],
  [{ fault: 'node-slow', node: 1 }, 'node-slow: ms should be a number'],
  [{ fault: 'proxy-down', node: 1 }, 'proxy-down: '],
  [{ fault: 'node-silent', node: 9999 }, 'Node 9999 is not up'],
])('%j is refused with a sentence', async (fault, sentence) => {
  const response = await provoke(fault)
  expect(response.status).toBe(400)
  expect((await response.json()).error).toContain(sentence)
})

test('node-silent: the node takes a request and never answers', async () => {
  await provoke({ fault: 'node-silent', node })
  await expect(version(300)).rejects.toMatchObject({ fault: { kind: 'silent' } })
  expect((await fetch(`${grid.ready.gridproxy}/nodes/${node}/statistics`)).status).toBe(500)
})

test('node-offline: the relay says so at once, until the node is back', async () => {
  grid.node(node).goOffline()
  await expect(version()).rejects.toMatchObject({ fault: { kind: 'unreachable' } })
  grid.node(node).goOnline()
  expect(await version()).toHaveProperty('zos')
})

test('node-slow: the node answers later', async () => {
  await provoke({ fault: 'node-slow', node, ms: 400 })
  const start = performance.now()
  await version()
  expect(performance.now() - start).toBeGreaterThanOrEqual(400)
})

test('workload-error: the next workload of the type fails with a real text or the given one, the one after not', async () => {
  await provoke({ fault: 'workload-error', node, type: 'zmount' })
  expect((await alice.deploy(node, disk('disk1'))).results.disk1).toMatchObject({
    state: 'error',
    message: expect.stringContaining('not enough space left in pools of this type ssd'),
  })
  await provoke({ fault: 'workload-error', node, message: 'as you wish' })
  expect((await alice.deploy(node, disk('disk2'))).results.disk2!.message).toBe('as you wish')
  expect((await alice.deploy(node, disk('disk3'))).results.disk3!.state).toBe('ok')
})

test('kyc-unverified: an account, or everybody, is not known to the service nor to nodes', async () => {
  const address = encodeAddress(alice.signer.publicKey, 42)
  const status = async () => (await fetch(`${grid.ready.kyc}/api/v1/status?client_id=${address}`)).status
  await provoke({ fault: 'kyc-unverified', address: grid.ready.accounts[1]!.address })
  expect(await status()).toBe(200)
  await provoke({ fault: 'kyc-unverified' })
  expect(await status()).toBe(404)
  const deployment = await signed({ ...deploymentOf(alice.twin, disk('disk4')), contract_id: 5_000_000 }, alice.signer)
  await expect(alice.ask(node, 'zos.deployment.deploy', deployment)).rejects.toMatchObject({
    fault: { reason: `user with twin id ${alice.twin} is not verified` },
  })
})

test('proxy-down: GridProxy answers 500', async () => {
  await provoke({ fault: 'proxy-down' })
  expect((await fetch(`${grid.ready.gridproxy}/nodes`)).status).toBe(500)
  await fetch(grid.ready.faults, { method: 'DELETE' })
  expect(await read(grid, '/nodes?size=1')).toHaveLength(1)
})

test('relay-closed: sockets drop, and clients that come again are served', async () => {
  await version()
  const states: string[] = []
  alice.onRelay((state) => states.push(state))
  await provoke({ fault: 'relay-closed' })
  await expect.poll(() => states).toContain('lost')
  expect(await version(10_000)).toHaveProperty('zos')
})
