import { expect, test, vi } from 'vitest'
import { gib } from '#domain/units.ts'
import { WireError } from '#protocols/fault.ts'
import { getFarm, listFarms, type FarmFilter } from './farms.ts'

const place = 'https://gridproxy.test'
const { signal } = new AbortController()
const filter: FarmFilter = { page: 1, size: 50, sort: 'farm_id', order: 'asc' }

const row = {
  name: 'MossFarm',
  farmId: 7,
  twinId: 61,
  pricingPolicyId: 1,
  certificationType: 'NotCertified',
  stellarAddress: '',
  dedicated: false,
  publicIps: [{ id: '0000004321-000004-9c8d7', ip: '203.0.113.10/24', gateway: '203.0.113.1', contract_id: 12 }],
}

const answerWith = (body: unknown, headers?: Record<string, string>) => {
  const fetched = vi.fn(async (_url: string) => new Response(JSON.stringify(body), { headers }))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

test('a row becomes a farm', async () => {
  answerWith([row, { ...row, farmId: 8, certificationType: 'Gold', stellarAddress: null, publicIps: null }], {
    count: '912',
  })
  const { farms, count, problems } = await listFarms(place, filter, signal)
  expect(count).toBe(912)
  expect(problems).toEqual([])
  expect(farms[0]).toEqual({
    id: 7,
    name: 'MossFarm',
    twinId: 61,
    pricingPolicyId: 1,
    certified: false,
    dedicated: false,
    payoutAddress: '',
    publicIps: [{ id: '0000004321-000004-9c8d7', ip: '203.0.113.10/24', gateway: '203.0.113.1', contractId: 12 }],
  })
  expect(farms[1]).toMatchObject({ certified: true, payoutAddress: '', publicIps: [] })
})

test('a row that cannot be read is left out and named, and the others stay', async () => {
  answerWith([{ ...row, farmId: 'seven' }, row])
  const { farms, problems } = await listFarms(place, filter, signal)
  expect(farms).toHaveLength(1)
  expect(problems).toEqual(['farms[0].farmId should be a number, got "seven"'])
})

test.each<[Partial<FarmFilter>, string]>([
  [{ nameContains: 'moss', freeIps: 2 }, 'name_contains=moss&free_ips=2'],
  [{ certified: true, dedicated: false }, 'dedicated=false&certification_type=Gold'],
  [{ certified: false }, 'certification_type=NotCertified'],
  [{ status: ['up', 'standby'], freeMemory: gib(1) }, 'node_status=up%2Cstandby&node_free_mru=1073741824'],
])('%j is asked as %s', async (wanted, query) => {
  const fetched = answerWith([])
  await listFarms(place, { ...filter, ...wanted }, signal)
  const always = 'page=1&size=50&ret_count=true&sort_by=farm_id&sort_order=asc'
  expect(fetched.mock.calls[0]![0]).toBe(`${place}/farms?${always}&${query}`)
})

test('one farm is found by its id; one that is not there is said to be missing', async () => {
  answerWith([row])
  expect(await getFarm(place, 7, signal)).toMatchObject({ name: 'MossFarm' })
  answerWith([])
  await expect(getFarm(place, 8, signal)).rejects.toEqual(
    new WireError({ kind: 'missing', where: 'GridProxy', what: 'Farm 8' }),
  )
  answerWith([{ ...row, name: 5 }])
  await expect(getFarm(place, 7, signal)).rejects.toMatchObject({ fault: { kind: 'unreadable' } })
})
