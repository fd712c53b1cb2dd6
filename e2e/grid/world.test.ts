import { expect, test } from 'vitest'
import { lastReport } from './world/nodes.ts'
import { genesisTime } from './world/time.ts'
import { makeWorld } from './world.ts'

const small = { seed: 7, farms: 40, nodes: 200, relayDomain: '127.0.0.1' }

test('the same seed makes the same world, another seed another one', async () => {
  const [one, again, other] = await Promise.all([makeWorld(small), makeWorld(small), makeWorld({ ...small, seed: 8 })])
  expect(again.genesis).toEqual(one.genesis)
  expect(again.nodes).toEqual(one.nodes)
  expect(other.genesis).not.toEqual(one.genesis)
})

test('even the smallest world has a node to deploy on', async () => {
  const { sampleNodes } = await makeWorld({ ...small, farms: 1, nodes: 1 })
  expect(sampleNodes).toEqual([1])
})

test('sample nodes are up, healthy, full-featured and neither dedicated nor rented', async () => {
  const { sampleNodes, nodes, contracts, farms } = await makeWorld(small)
  expect(sampleNodes.length).toBeGreaterThanOrEqual(8)
  for (const id of sampleNodes) {
    const node = nodes[id - 1]!
    expect(node).toMatchObject({ status: 'up', healthy: true, light: false, chain: { extraFee: 0 } })
    expect(farms[node.chain.farmId - 1]!.chain.dedicated).toBe(false)
    const here = contracts.filter(
      ({ deleted, chain: { detail } }) => !deleted && 'nodeId' in detail && detail.nodeId === id,
    )
    expect(here.map(({ chain }) => chain.detail.kind)).toContain('node')
    expect(here.map(({ chain }) => chain.detail.kind)).not.toContain('rent')
  }
})

test('nodes that are up stay up however long the grid runs', async () => {
  const { nodes } = await makeWorld(small)
  const start = 1_800_000_000
  for (const node of nodes.filter(({ status }) => status === 'up'))
    for (const later of [0, 3600, 86_400 * 30])
      expect(start + later - lastReport(node, start + later, start)).toBeLessThan(40 * 60)
})

test('people: the first can deploy at once, the last has no twin, all have money', async () => {
  const { accounts, genesis, verified } = await makeWorld(small)
  expect(accounts.length).toBeGreaterThanOrEqual(3)
  const alice = genesis.twins.find(({ id }) => id === accounts[0]!.twin)!
  expect(alice.relay).toBe('127.0.0.1')
  expect(alice.pk).toHaveLength(33)
  expect(genesis.terms).toContainEqual(alice.account)
  expect(verified).toContainEqual(alice.account)
  expect(accounts.at(-1)!.twin).toBeNull()
  for (const { free } of genesis.accounts.slice(0, accounts.length))
    expect(free).toBeGreaterThanOrEqual(10_000_000_000n)
})

test('the first of the people owns a farm with a node that is up, the others none', async () => {
  const { accounts, farms, nodes } = await makeWorld(small)
  const [alice, ...others] = accounts
  expect(others.map(({ farm }) => farm)).toEqual(others.map(() => null))
  expect(farms[alice!.farm! - 1]!.chain).toMatchObject({ twinId: alice!.twin, dedicated: false })
  expect(nodes.some(({ chain, status }) => chain.farmId === alice!.farm && status === 'up')).toBe(true)
})

test('a public address that is taken is held by a contract that says so', async () => {
  const { genesis } = await makeWorld(small)
  const held = new Map<number, number>()
  for (const { contractId } of genesis.farms.flatMap(({ publicIps }) => publicIps))
    if (contractId > 0) held.set(contractId, (held.get(contractId) ?? 0) + 1)
  expect(held.size).toBeGreaterThan(0)
  const counted = genesis.contracts.flatMap(({ id, detail }) =>
    detail.kind === 'node' && detail.publicIps > 0 ? [[id, detail.publicIps] as const] : [],
  )
  expect(new Map(counted)).toEqual(held)
})

test('a gateway is named after its town', async () => {
  const { nodes } = await makeWorld({ ...small, nodes: 700 })
  const gateways = nodes.filter(({ chain }) => chain.publicConfig?.domain)
  expect(gateways.length).toBeGreaterThan(5)
  for (const { chain } of gateways.filter(({ chain: { location } }) => location.city !== 'Unknown'))
    expect(chain.publicConfig!.domain).toBe(
      `${chain.location.city.toLowerCase().replaceAll(' ', '').replace('-', '')}${chain.id}.local.grid.tf`,
    )
})

test('nothing is heard of a node before there was one', async () => {
  const { nodes } = await makeWorld(small)
  for (const node of nodes)
    expect(lastReport(node, genesisTime, genesisTime)).toBeGreaterThanOrEqual(node.chain.created)
})

test('contracts are billed while they live', async () => {
  const { contracts } = await makeWorld(small)
  const bills = contracts.flatMap(({ chain, bills: all }) => all.map((bill) => ({ ...bill, since: chain.createdAt })))
  expect(bills.length).toBeGreaterThan(100)
  for (const { timestamp, since } of bills) {
    expect(timestamp).toBeGreaterThan(since)
    expect(timestamp).toBeLessThanOrEqual(genesisTime)
  }
})

test('a gateway or a network takes nothing, a zdb disk alone', async () => {
  const { contracts } = await makeWorld({ ...small, nodes: 700 })
  const usedBy = (type: string) =>
    contracts.flatMap(({ chain: { detail }, deleted, capacity }) =>
      !deleted && detail.kind === 'node' && detail.data.includes(`"type":"${type}"`) ? [capacity] : [],
    )
  for (const capacity of [...usedBy('gateway'), ...usedBy('network')])
    expect(capacity).toEqual({ cru: 0, mru: 0, sru: 0, hru: 0 })
  expect(usedBy('zdb').some(({ hru }) => hru > 0)).toBe(true)
  for (const { cru, mru } of usedBy('zdb')) expect([cru, mru]).toEqual([0, 0])
  for (const { cru, mru } of usedBy('vm')) expect(Math.min(cru, mru)).toBeGreaterThan(0)
})
