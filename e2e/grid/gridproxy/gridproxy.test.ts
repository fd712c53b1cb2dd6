import { decodeAddress, encodeAddress } from '@polkadot/util-crypto'
import { Hono } from 'hono'
import { beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '../world.ts'
import type { Bill } from '../world/contracts.ts'
import { Usage } from '../usage.ts'
import { gridproxy } from './gridproxy.ts'
import { Records } from './records.ts'
import type { ContractJson, FarmJson, NodeJson, TwinJson } from './rows.ts'
import type { stats } from './stats.ts'

type Stats = ReturnType<typeof stats>

let world: World
let records: Records
let app: Hono
const node = async () => ({})

beforeAll(async () => {
  world = await makeWorld({ seed: 3, farms: 70, nodes: 700, relayDomain: '127.0.0.1' })
  records = new Records(world, new Usage(), {
    farmOf: (id) => world.farms[id - 1]?.chain,
    cardsOf: () => undefined,
    mute: () => new Set(),
  })
  app = gridproxy(records, { statistics: node, cards: node })
})

async function get<T>(path: string) {
  const response = await app.request(path)
  return { status: response.status, headers: response.headers, body: (await response.json()) as T }
}
const nodes = async (query: string) => (await get<NodeJson[]>(`/nodes?size=999&${query}`)).body

test.each<[string, (node: NodeJson) => boolean]>([
  ['status=up,standby', ({ status }) => status !== 'down'],
  ['healthy=false', ({ healthy }) => !healthy],
  [`free_mru=${2 ** 36}`, ({ total_resources, used_resources }) => total_resources.mru - used_resources.mru >= 2 ** 36],
  ['country=BELGIUM', ({ country }) => country === 'Belgium'],
  ['country_contains=land', ({ country }) => country.includes('land')],
  [
    'region=Americas',
    ({ country }) => ['United States', 'Canada', 'Brazil', 'Mexico', 'Argentina', 'Colombia'].includes(country),
  ],
  ['farm_ids=1,2', ({ farmId }) => farmId <= 2],
  ['domain=true', ({ publicConfig }) => publicConfig.domain !== ''],
  ['rentable=true', ({ rentable }) => rentable],
  ['node_ids=1&node_ids=2,3', ({ nodeId }) => nodeId <= 3],
  ['excluded=1,2', ({ nodeId }) => nodeId > 2],
  ['certification_type=certified', ({ certificationType }) => certificationType === 'Certified'],
  ['has_gpu=false', ({ num_gpu }) => num_gpu === 0],
  [
    'gpu_available=true&gpu_vendor_name=nvidia',
    ({ gpus }) => gpus.some((card) => card.contract === 0 && /nvidia/i.test(card.vendor)),
  ],
  ['features=network,zmachine', ({ features }) => features.includes('zmachine')],
  ['features=&farm_name=', () => true],
])('nodes?%s', async (query, holds) => {
  const all = await nodes('')
  const wanted = all.filter(holds)
  expect(wanted.length).toBeGreaterThan(0)
  expect((await nodes(query)).map(({ nodeId }) => nodeId)).toEqual(wanted.map(({ nodeId }) => nodeId))
})

test('pages partition the list; the headers count only when asked to', async () => {
  const first = await get<NodeJson[]>('/nodes?size=400&ret_count=true')
  const second = await get<NodeJson[]>('/nodes?size=400&page=2')
  const third = await get<NodeJson[]>('/nodes?size=400&page=3')
  expect([first.body.length, second.body.length, third.body.length]).toEqual([400, 300, 0])
  expect(['count', 'size', 'pages'].map((name) => first.headers.get(name))).toEqual(['700', '400', '2'])
  expect(second.headers.get('count')).toBeNull()
})

test('equal keys are ordered by id, whichever way', async () => {
  for (const order of ['asc', 'DESC']) {
    const ids = (await nodes(`status=up&sort_by=status&sort_order=${order}`)).map(({ nodeId }) => nodeId)
    expect(ids).toEqual(ids.toSorted((a, b) => a - b))
  }
})

test.each([
  'size=x',
  'size=-1',
  'size=18446744073709551616',
  'healthy=maybe',
  'colour=red',
  'status=asleep',
  'features=magic',
  'sort_by=farm_name',
  'farm_ids=1,x',
  'balance=rich',
  'price_max=0x10',
])('nodes?%s is a 400 with a reason', async (query) => {
  const { status, body } = await get<{ error: string }>(`/nodes?${query}`)
  expect(status).toBe(400)
  expect(body.error).not.toBe('')
})

test.each(['/nodes/9999', '/nodes/9999/status', '/gateways/2', '/contracts/999999'])(
  '%s is not found',
  async (path) => {
    const { status, body } = await get<{ error: string }>(path)
    expect(status).toBe(404)
    expect(body.error).toMatch(/not found$/)
  },
)

test('a single node nests its resources', async () => {
  const { body } = await get<Record<string, unknown>>('/nodes/1')
  expect(body).toHaveProperty('capacity.total_resources')
  expect(body).not.toHaveProperty('total_resources')
})

test('a farm matches when one of its nodes meets all conditions together', async () => {
  const { body } = await get<FarmJson[]>('/farms?size=999&node_status=up&node_total_cru=64')
  const wanted = new Set((await nodes('status=up&total_cru=64')).map(({ farmId }) => farmId))
  expect(body.map(({ farmId }) => farmId)).toEqual([...wanted].toSorted((a, b) => a - b))
})

test('the price filter and the price shown take the balance into account', async () => {
  const full = await nodes('')
  const rich = await nodes('balance=1000000000')
  const bound = full[0]!.price_usd * 0.5
  expect(rich[0]!.price_usd).toBeCloseTo(full[0]!.price_usd * 0.4, 2)
  const found = (await nodes(`balance=1000000000&price_max=${bound}`)).map(({ nodeId }) => nodeId)
  expect(found).toEqual(rich.filter(({ price_usd }) => price_usd <= bound).map(({ nodeId }) => nodeId))
})

test('the nodes a twin rents come before the others that it may use', async () => {
  const mine = (await nodes('rented=true'))[0]!
  const found = await nodes(`available_for=${mine.rentedByTwinId}&sort_by=total_cru`)
  const others = found.slice(found.findIndex(({ rented }) => !rented))
  expect(found[0]!.rentedByTwinId).toBe(mine.rentedByTwinId)
  expect(others.some(({ rented }) => rented)).toBe(false)
})

test('a twin is found by its address as it is written, and listed in the order of addresses', async () => {
  const { body } = await get<TwinJson[]>('/twins?size=9999&sort_by=account_id')
  const addresses = body.map(({ accountId }) => accountId)
  expect(addresses).toEqual(addresses.toSorted())
  const found = async (account: string) => (await get<TwinJson[]>(`/twins?account_id=${account}`)).body
  expect(await found(addresses[3]!)).toEqual([body[3]])
  expect(await found(addresses[3]!.toLowerCase())).toEqual([])
  expect(await found(encodeAddress(decodeAddress(addresses[3]!), 0))).toEqual([])
})

test.each([
  ['/nodes?certification_type=Gold', 'a certification that no node has'],
  ['/contracts?state=Lost', 'a state that no contract has'],
  ['/nodes?country=Nowhere', 'a country that is not'],
  ['/nodes?page=1000', 'a page past the end'],
])('%s is empty: %s', async (path) => {
  expect(await get(path)).toMatchObject({ status: 200, body: [] })
})

test('the states of contracts ignore case', async () => {
  const { body } = await get<ContractJson[]>('/contracts?size=9999&state=graceperiod,DELETED')
  expect(new Set(body.map(({ state }) => state))).toEqual(new Set(['GracePeriod', 'Deleted']))
})

test('bills of a contract are paged newest first; one that is not known has none', async () => {
  const { bills, json } = [...records.contracts()].find((row) => row.bills.length > 3)!
  const { body, headers } = await get<Bill[]>(`/contracts/${json.contract_id}/bills?size=2&page=2&ret_count=true`)
  expect(body).toEqual(bills.slice(2, 4))
  expect(headers.get('count')).toBe(String(bills.length))
  expect(await get('/contracts/999999/bills')).toMatchObject({ status: 200, body: [] })
})

test('the figures of nodes heed the status, the others do not', async () => {
  const [all, up] = [await get<Stats>('/stats'), await get<Stats>('/stats?status=up')].map(({ body }) => body)
  const rows = await nodes('status=up')
  expect(up).toMatchObject({
    nodes: rows.length,
    totalCru: rows.reduce((sum, { total_resources }) => sum + total_resources.cru, 0),
    gpus: rows.filter(({ num_gpu }) => num_gpu > 0).length,
    farms: all!.farms,
    twins: all!.twins,
    contracts: all!.contracts,
    publicIps: all!.publicIps,
  })
  expect(all!.nodes).toBe(700)
  expect((await get('/stats?colour=red')).status).toBe(400)
})

test('a path that is not routed is not found, in plain text', async () => {
  const response = await new Hono().route('/gridproxy', app).request('/gridproxy/nodes/abc')
  expect(response.status).toBe(404)
  expect(response.headers.get('content-type')).toContain('text/plain')
  expect(await response.text()).toBe('404 page not found')
})

test('any method will do, as upstream', async () => {
  expect((await app.request('/nodes/1/status', { method: 'POST' })).status).toBe(200)
})

test('a node that is not up cannot be asked for its cards', async () => {
  const asleep = (await nodes('status=standby'))[0]!
  const { status, body } = await get<{ error: string }>(`/nodes/${asleep.nodeId}/gpu`)
  expect(status).toBe(500)
  expect(body.error).toContain(String(asleep.nodeId))
})
