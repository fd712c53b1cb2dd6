import { expect, test, vi } from 'vitest'
import { gib } from '#domain/units.ts'
import { WireError } from '#protocols/fault.ts'
import { getNode, listNodes, type NodeFilter } from './nodes.ts'

const place = 'https://gridproxy.test'
const { signal } = new AbortController()
const filter: NodeFilter = { page: 2, size: 50, sort: 'node_id', order: 'asc' }

const row = {
  id: '0000012345-000002-1a2b3',
  nodeId: 42,
  farmId: 7,
  farmName: 'MossFarm',
  twinId: 118,
  country: 'Belgium',
  gridVersion: 3,
  city: 'Ghent',
  uptime: 1209600,
  created: 1690000000,
  farmingPolicyId: 1,
  updatedAt: 1760000000,
  location: { country: 'Belgium', city: 'Ghent', longitude: 3.72, latitude: 51.05 },
  publicConfig: { domain: '', gw4: '', gw6: '', ipv4: '', ipv6: '' },
  status: 'up',
  certificationType: 'Diy',
  dedicated: false,
  inDedicatedFarm: false,
  rentContractId: 0,
  rented: false,
  rentable: false,
  rentedByTwinId: 0,
  serialNumber: '',
  power: { state: '', target: '' },
  num_gpu: 0,
  extraFee: 0,
  healthy: true,
  dmi: {
    bios: { vendor: 'American Megatrends Inc.', version: '3.2' },
    baseboard: { manufacturer: 'Supermicro', product_name: 'X9DRi' },
    processor: [
      { version: 'Intel(R) Xeon(R) E5-2620', thread_count: '12' },
      { version: 'Intel(R) Xeon(R) E5-2620', thread_count: '12' },
    ],
    memory: [{ manufacturer: 'SK Hynix', type: 'DDR3' }],
  },
  speed: { upload: 310000000, download: 540000000 },
  gpus: null,
  price_usd: 206.334,
  farm_free_ips: 3,
  features: ['zmount', 'zmachine'],
}
const resources = {
  total_resources: { cru: 24, sru: 2000398934016, hru: 0, mru: 134966038528 },
  used_resources: { cru: 6, sru: 129922760704, hru: 0, mru: 26384990208 },
}

const answerWith = (body: unknown, init: ResponseInit = {}) => {
  const fetched = vi.fn(
    async (_url: string) => new Response(typeof body === 'string' ? body : JSON.stringify(body), init),
  )
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test('a row becomes a node, with equal processors told once and their threads added', async () => {
  answerWith([{ ...row, ...resources }], { headers: { count: '412' } })
  const page = await listNodes(place, filter, signal)
  expect(page.count).toBe(412)
  expect(page.problems).toEqual([])
  expect(page.nodes[0]).toMatchObject({
    id: 42,
    certified: false,
    place: { latitude: 51.05, longitude: 3.72 },
    gpus: [],
    hardware: {
      processor: '2 × Intel(R) Xeon(R) E5-2620',
      threads: 24,
      memory: 'SK Hynix DDR3',
      board: 'Supermicro X9DRi',
    },
  })
})

test('a node that tells little of itself is a node all the same', async () => {
  answerWith([{ ...row, ...resources, dmi: null, location: { longitude: null, latitude: null }, features: undefined }])
  const { nodes, problems } = await listNodes(place, filter, signal)
  expect(problems).toEqual([])
  expect(nodes[0]).toMatchObject({ place: undefined, features: [], hardware: { processor: '', threads: 0 } })
})

test('a row that cannot be read is left out and named, and the others stay', async () => {
  answerWith([
    { ...row, ...resources, nodeId: '7' },
    { ...row, ...resources },
  ])
  const { nodes, problems } = await listNodes(place, filter, signal)
  expect(nodes.map(({ id }) => id)).toEqual([42])
  expect(problems).toEqual(['nodes[0].nodeId should be a number, got "7"'])
})

test('conditions go out as GridProxy names them, sizes in bytes, and what is not asked stays out', async () => {
  const fetched = answerWith([])
  const asked = { ...filter, status: ['up' as const, 'standby' as const], freeMemory: gib(16), farmNameContains: 'a&b' }
  await listNodes(place, asked, signal)
  const url = new URL(fetched.mock.calls[0]![0])
  expect(Object.fromEntries(url.searchParams)).toEqual({
    page: '2',
    size: '50',
    ret_count: 'true',
    sort_by: 'node_id',
    sort_order: 'asc',
    status: 'up,standby',
    free_mru: '17179869184',
    farm_name_contains: 'a&b',
  })
})

test('a condition of every kind goes out as GridProxy names it', async () => {
  const fetched = answerWith([])
  const asked = {
    ...filter,
    nodeIds: [7, 9],
    seesIpv6: true,
    gpuFree: false,
    certified: false,
    features: ['zmachine', 'wireguard'],
    priceMax: 99.5,
    ownerTwinId: 61,
  }
  await listNodes(place, asked, signal)
  expect(Object.fromEntries(new URL(fetched.mock.calls[0]![0]).searchParams)).toMatchObject({
    node_ids: '7,9',
    has_ipv6: 'true',
    gpu_available: 'false',
    certification_type: 'Diy',
    features: 'zmachine,wireguard',
    price_max: '99.5',
    owned_by: '61',
  })
})

test('one node is read from its own shape', async () => {
  answerWith({ ...row, capacity: resources })
  expect((await getNode(place, 42, signal)).total.cru).toBe(24)
})

const fault = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof WireError ? error.fault : error),
  )

test.each([
  ['missing', '{"error":"node not found"}', { status: 404 }, { kind: 'missing', what: 'Node 9' }],
  [
    'refused in its words',
    '{"error":"too many"}',
    { status: 429 },
    { kind: 'refused', reason: 'too many', status: 429 },
  ],
  [
    'refused by what stands before it',
    '<html>',
    { status: 502, statusText: 'Bad Gateway' },
    { reason: 'HTTP 502 Bad Gateway' },
  ],
  ['no JSON', '<html>', {}, { kind: 'unreadable', reason: 'it is not JSON' }],
  ['another shape', '{"capacity":{}}', {}, { kind: 'unreadable' }],
])('an answer that is %s is a fault that says so', async (_, body, init, expected) => {
  answerWith(body, init)
  expect(await fault(getNode(place, 9, signal))).toMatchObject({ where: 'GridProxy', ...expected })
})

test('an answer that is no list is unreadable as a whole', async () => {
  answerWith({ nodes: [] })
  expect(await fault(listNodes(place, filter, signal))).toMatchObject({ reason: 'nodes should be a list, got object' })
})

test('nobody there is unreachable, and leaving the page is no fault at all', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))
  expect(await fault(getNode(place, 9, signal))).toEqual({ kind: 'unreachable', where: 'GridProxy' })
  expect(await fault(getNode(place, 9, AbortSignal.abort()))).toBeInstanceOf(TypeError)
})

test('who does not answer in time is silent', async () => {
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort())
  vi.stubGlobal('fetch', (_: string, { signal: given }: RequestInit) => Promise.reject(given!.reason))
  expect(await fault(getNode(place, 9, signal))).toMatchObject({ kind: 'silent', timeoutMs: 15_000 })
})
