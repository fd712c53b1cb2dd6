import { afterAll, beforeAll, expect, test } from 'vitest'
import { outcomeOf, voteOf } from '#domain/proposal.ts'
import { getProposals, getWeights } from '#protocols/chain/dao.ts'
import { farmIdOf, getFarm, getFarmNodes } from '#protocols/chain/farm.ts'
import { call, farmer, send, startTestChain, type TestChain } from './test-chain.ts'

// Farms and what they vote on, as the app reads them off the local chain.

let local: TestChain
beforeAll(async () => {
  local = await startTestChain()
  await local.chain.fund(farmer.publicKey, 10_000_000_000n)
})
afterAll(() => local.stop())

const tfgrid = (method: string, ...args: unknown[]) =>
  send(local.api, call(local.api, 'tfgridModule', method, ...args), farmer)
const payout = 'GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ'

test('a farm is read with its addresses, its payout and what its vote counts', async () => {
  expect(await getFarm(local.api, 1)).toMatchObject({
    id: 1,
    name: 'freefarm',
    twinId: 1,
    payoutAddress: '',
    weight: 204n,
  })
  await tfgrid('addStellarPayoutV2address', 1, payout)
  const farm = await getFarm(local.api, 1)
  expect(farm).toMatchObject({ payoutAddress: payout, certified: false, dedicated: false })
  expect(farm?.publicIps[0]).toEqual({
    id: '185.69.166.10/24',
    ip: '185.69.166.10/24',
    gateway: '185.69.166.1',
    contractId: 0,
  })
  expect(await getFarm(local.api, 99)).toBeUndefined()
})

test('a name leads to its farm, and a free one to none', async () => {
  expect(await farmIdOf(local.api, 'freefarm')).toBe(1)
  expect(await farmIdOf(local.api, 'nobodys')).toBeUndefined()
})

test('nodes are read with what their farmer sets and what is on them', async () => {
  const config = {
    ip4: { ip: '185.69.167.2/24', gw: '185.69.167.1' },
    ip6: { ip: '2a10:b600:1::2/64', gw: '2a10:b600:1::1' },
    domain: 'gw.grid.tf',
  }
  await tfgrid('addNodePublicConfig', 1, 1, config)
  expect(await getFarmNodes(local.api, 1)).toMatchObject([
    {
      id: 1,
      publicConfig: { ipv4: '185.69.167.2/24', gw4: '185.69.167.1', ipv6: '2a10:b600:1::2/64', domain: 'gw.grid.tf' },
      power: { state: 'Up', target: 'Up' },
      contracts: [],
    },
    { id: 2, power: { state: 'Down', target: 'Down' }, publicConfig: undefined },
    { id: 3, extraFeeMilliUsdPerMonth: 5000, rent: undefined },
  ])
})

test('proposals are read with what they would do, who voted and until when', async () => {
  const proposals = await getProposals(local.api)
  expect(proposals.map(({ index, isOver }) => [index, isOver])).toEqual([
    [2, true],
    [1, false],
    [0, false],
  ])
  const [over, , open] = proposals as [(typeof proposals)[0], unknown, (typeof proposals)[0]]
  expect(open.action).toEqual({ call: 'system.remark', args: [{ name: 'remark', value: open.description }] })
  expect(open).toMatchObject({ threshold: 5, ayes: [], nays: [], vetos: 0, link: 'https://forum.threefold.io' })
  expect(open.endsAt - over.endsAt).toBe(7 * 86_400)

  await send(local.api, call(local.api, 'dao', 'vote', 1, open.hash, true), farmer)
  const voted = (await getProposals(local.api))[2]!
  expect(voted.ayes).toEqual([{ farmId: 1, weight: 204n }])
  expect(voteOf(voted, 1)).toBe('for')
  expect(outcomeOf(voted)).toBe('too-few')
})

test('farms that have no nodes weigh nothing', async () => {
  expect(await getWeights(local.api, [1, 99])).toEqual(
    new Map([
      [1, 204n],
      [99, 0n],
    ]),
  )
})
