import { beforeAll, expect, test } from 'vitest'
import type { Hono } from 'hono'
import { makeWorld, type World } from '../world.ts'
import { Usage } from '../usage.ts'
import { gridproxy } from './gridproxy.ts'
import { Records } from './records.ts'
import type { ContractJson, FarmJson, NodeJson } from './rows.ts'

let world: World
let records: Records
let app: Hono
const node = async () => ({})

beforeAll(async () => {
  world = await makeWorld({ seed: 3, farms: 70, nodes: 700, relayDomain: '127.0.0.1' })
  records = new Records(world, new Usage(), (id) => world.farms[id - 1]?.chain)
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
  'healthy=maybe',
  'colour=red',
  'status=asleep',
  'features=magic',
  'sort_by=farm_name',
  'farm_ids=1,x',
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

test('a new contract is listed at once and stays listed when it is cancelled', async () => {
  const idle = (await nodes('status=up&rentable=true'))[0]!
  const contract = {
    id: 90_000,
    twinId: 5,
    state: 'Created' as const,
    createdAt: 1_800_000_000,
    detail: { kind: 'node' as const, nodeId: idle.nodeId, hash: 'a'.repeat(32), data: '{"type":"vm"}', publicIps: 0 },
    solutionProviderId: null,
  }
  records.follow({ kind: 'contract-created', contract })
  expect((await get<ContractJson>('/contracts/90000')).body).toMatchObject({ state: 'Created', type: 'node' })
  expect((await get<NodeJson>(`/nodes/${idle.nodeId}`)).body.rentable).toBe(idle.inDedicatedFarm)
  records.follow({ kind: 'contract-cancelled', contract })
  expect((await get<ContractJson>('/contracts/90000')).body.state).toBe('Deleted')
  expect((await get<NodeJson>(`/nodes/${idle.nodeId}`)).body.rentable).toBe(true)
})
