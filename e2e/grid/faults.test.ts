import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { encodeAddress } from '@polkadot/util-crypto'
import { WebSocket } from 'ws'
import { freshClaims, writeToken } from '#protocols/rmb/token.ts'
import { knownFaults } from './faults.ts'
import { sentinels } from './faults/sentinels.ts'
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
const connects = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = new WebSocket(url)
    socket.on('open', () => resolve(true))
    socket.on('open', () => socket.close())
    socket.on('error', () => resolve(false))
  })
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

test('node-offline: the relay says so at once and GridProxy in its time, until the node is back', async () => {
  grid.node(node).goOffline()
  await expect(version()).rejects.toMatchObject({ fault: { kind: 'unreachable' } })
  grid.chain.advance(5 * 60)
  expect(await read(grid, `/nodes/${node}`)).toMatchObject({ status: 'up', healthy: false })
  grid.chain.advance(80 * 60)
  expect(await read(grid, `/nodes/${node}`)).toMatchObject({ status: 'down', healthy: false })
  grid.node(node).goOnline()
  expect(await read(grid, `/nodes/${node}`)).toMatchObject({ status: 'up' })
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
  const deploy = () => alice.ask(node, 'zos.deployment.deploy', deployment)
  await expect(deploy()).rejects.toMatchObject({ fault: { reason: 'failed to get twin verification status' } })
  await provoke({ fault: 'kyc-unverified', address, status: 'REJECTED' })
  expect(await status()).toBe(200)
  const reason = `user with twin id ${alice.twin} is not verified`
  await expect(deploy()).rejects.toMatchObject({ fault: { reason } })
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

test('reply-lost: the node does what it is asked, and says nothing as often as was wanted', async () => {
  await provoke({ fault: 'reply-lost', node, times: 2 })
  const agreed = await alice.contracted(node, deploymentOf(alice.twin, disk('disk5')))
  await expect(alice.ask(node, 'zos.deployment.deploy', agreed, 300)).rejects.toMatchObject({
    fault: { kind: 'silent' },
  })
  await expect(version(300)).rejects.toMatchObject({ fault: { kind: 'silent' } })
  expect((await alice.settled(node, agreed.contract_id)).disk5!.state).toBe('ok')
})

test('wrong-signature: answers are not the node’s own, and are not believed', async () => {
  await provoke({ fault: 'wrong-signature', node })
  await expect(version(500)).rejects.toThrow()
  await fetch(grid.ready.faults, { method: 'DELETE' })
  expect(await version()).toHaveProperty('zos')
})

test('stale-key: the node cannot read who changed keys, and answers again once it looks', async () => {
  await provoke({ fault: 'stale-key', node })
  await expect(version(500)).rejects.toMatchObject({ fault: { kind: 'silent' } })
  await fetch(grid.ready.faults, { method: 'DELETE' })
  expect(await version()).toHaveProperty('zos')
})

test('node-full: nothing is left, neither on the node nor in GridProxy, until the stranger leaves', async () => {
  type Statistics = { total: { mru: number; sru: number }; used: { mru: number; sru: number } }
  const statistics = async () => (await alice.ask(node, 'zos.statistics.get')) as Statistics
  const pools = async () => (await alice.ask(node, 'zos.storage.pools')) as { size: number; used: number }[]
  const [before, poolsBefore] = [await statistics(), await pools()]
  await provoke({ fault: 'node-full', node })
  const { total, used } = await statistics()
  expect([used.mru, used.sru]).toEqual([total.mru, total.sru])
  expect((await pools()).map(({ size, used: taken }) => size - taken)).toEqual(poolsBefore.map(() => 0))
  expect((await read(grid, `/nodes/${node}`)).capacity.used_resources.mru).toBe(total.mru)
  expect((await alice.deploy(node, disk('disk6'))).results.disk6!.message).toContain('not enough space left')
  await fetch(grid.ready.faults, { method: 'DELETE' })
  expect([await statistics(), await pools()]).toMatchObject([{ used: before.used }, poolsBefore])
})

test('end-missed: the node keeps what it runs for a contract that ended', async () => {
  const { id } = await alice.deploy(node, disk('disk9'))
  await provoke({ fault: 'end-missed', node })
  await alice.cancel(id)
  expect((await alice.settled(node, id)).disk9!.state).toBe('ok')
})

test('workload-slow: the next workload of the name takes longer', async () => {
  await provoke({ fault: 'workload-slow', node, name: 'disk7', ms: 400 })
  const start = performance.now()
  expect((await alice.deploy(node, disk('disk7'))).results.disk7!.state).toBe('ok')
  expect(performance.now() - start).toBeGreaterThanOrEqual(400)
})

test('there is a name for every fault', () => {
  const provoked = Object.values(sentinels).map((provoke) => provoke(1, 'x').fault.fault)
  expect(provoked.toSorted()).toEqual(knownFaults.map(({ name }) => name).toSorted())
})

test.each([
  ['provokeerror', { fault: 'workload-error', name: 'provokeerror' }],
  ['provokedelay', { fault: 'workload-slow', ms: 10_000 }],
  ['provokesilence1', { fault: 'node-silent' }],
  ['ProvokeFull_disk', { fault: 'node-full' }],
])('a workload named %s provokes %j on the node that takes it', async (name, fault) => {
  const begun: unknown[] = []
  grid.faults.onChange((active) => begun.push(...active))
  const elsewhere = grid.ready.sampleNodes[1]!
  const agreed = await alice.contracted(elsewhere, deploymentOf(alice.twin, disk(name)))
  expect(await alice.ask(elsewhere, 'zos.deployment.deploy', agreed)).toBeNull()
  expect(begun).toContainEqual(expect.objectContaining({ ...fault, node: elsewhere }))
})

test('a workload named provokeerror fails; the answer to one named provokeloss is lost', async () => {
  expect((await alice.deploy(node, disk('provokeerror'))).results.provokeerror!.state).toBe('error')
  const agreed = await alice.contracted(node, deploymentOf(alice.twin, disk('provokeloss')))
  await expect(alice.ask(node, 'zos.deployment.deploy', agreed, 300)).rejects.toMatchObject({
    fault: { kind: 'silent' },
  })
  expect((await alice.settled(node, agreed.contract_id)).provokeloss!.state).toBe('ok')
})

test('kyc-down: the service answers 503, and nodes cannot tell who is verified', async () => {
  await provoke({ fault: 'kyc-down' })
  expect((await fetch(`${grid.ready.kyc}/api/v1/health`)).status).toBe(503)
  const deployment = await signed({ ...deploymentOf(alice.twin, disk('disk8')), contract_id: 5_000_001 }, alice.signer)
  await expect(alice.ask(node, 'zos.deployment.deploy', deployment)).rejects.toMatchObject({
    fault: { reason: 'failed to get twin verification status' },
  })
})

test('proxy-slow: GridProxy answers later', async () => {
  await provoke({ fault: 'proxy-slow', ms: 300 })
  const start = performance.now()
  expect(await read(grid, '/nodes?size=1')).toHaveLength(1)
  expect(performance.now() - start).toBeGreaterThanOrEqual(300)
})

test('proxy-malformed: the first row of a list has text for an id, headers and single things stay', async () => {
  await provoke({ fault: 'proxy-malformed' })
  const response = await fetch(`${grid.ready.gridproxy}/nodes?size=2&ret_count=true&sort_by=node_id`)
  expect((await response.json()).map(({ nodeId }: { nodeId: unknown }) => nodeId)).toEqual(['number 1', 2])
  expect(response.headers.get('count')).toBe('20')
  expect((await read(grid, '/farms?size=1'))[0].farmId).toMatch(/^number \d+$/)
  expect((await read(grid, '/nodes/1')).nodeId).toBe(1)
})

test('relay-restarted: nobody gets in for a while, and what waited is lost', async () => {
  await version()
  const states: string[] = []
  alice.onRelay((state) => states.push(state))
  await provoke({ fault: 'node-slow', node, ms: 300 })
  const lost = version(2500)
  await provoke({ fault: 'relay-restarted', ms: 600 })
  await expect(lost).rejects.toMatchObject({ fault: { kind: 'silent' } })
  expect(states).toContain('lost')
  expect(grid.faults.active).not.toContainEqual(expect.objectContaining({ fault: 'relay-restarted' }))
  expect(await version(10_000)).toHaveProperty('zos')
})

test('relay-rate-limited: what a twin sends beyond its share is refused', async () => {
  await version()
  await provoke({ fault: 'relay-rate-limited', count: 1, bytes: 10_000 })
  await version()
  await expect(version()).rejects.toMatchObject({
    fault: { reason: 'exceeded rate limits, dropping message' },
  })
  await fetch(grid.ready.faults, { method: 'DELETE' })
  expect(await version()).toHaveProperty('zos')
})

test('clock-skew: a relay whose clock is ahead refuses tokens as too old', async () => {
  await provoke({ fault: 'clock-skew', seconds: 3600 })
  const token = await writeToken(freshClaims(alice.twin), alice.signer)
  const refused = await new Promise((resolve) => {
    const socket = new WebSocket(`${grid.ready.relay}?${token}`)
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode))
    socket.on('error', () => {})
  })
  expect(refused).toBe(401)
})

test('chain-down: sockets are closed and refused for so long', async () => {
  const closed = new Promise((resolve) => alice.api.once('disconnected', resolve))
  await provoke({ fault: 'chain-down', ms: 500 })
  await closed
  await expect(connects(grid.ready.chain)).resolves.toBe(false)
  await expect.poll(() => alice.api.isConnected, { timeout: 10_000 }).toBe(true)
  await expect(connects(grid.ready.chain)).resolves.toBe(true)
})

test('node-standby: a sleeping node is gone from the relay, and takes no contracts until it wakes', async () => {
  await provoke({ fault: 'node-standby', node })
  await expect(version()).rejects.toMatchObject({ fault: { kind: 'unreachable' } })
  await expect.poll(() => grid.chain.node(node)!.power).toMatchObject({ state: 'Down', target: 'Down' })
  expect((await read(grid, `/nodes/${node}`)).status).toBe('standby')
  await expect(alice.contracted(node, deploymentOf(alice.twin, disk('disk9')))).rejects.toMatchObject({
    fault: { reason: expect.stringContaining('NodeNotAvailableToDeploy') },
  })
  await fetch(grid.ready.faults, { method: 'DELETE' })
  await expect.poll(async () => (await read(grid, `/nodes/${node}`)).status).toBe('up')
  expect(await version()).toHaveProperty('zos')
})
