import { expect, test } from 'vitest'
import { conditionsOf, readFarmSearch, toFilter } from './farm-search.ts'

test('a good address is read whole, and what the page wrote it reads again', () => {
  const raw = { dedicated: 'false', certified: 'true', freeIps: '2', status: 'up', gpu: 'true', region: 'Europe' }
  const { search, ignored } = readFarmSearch(raw)
  expect(ignored).toEqual([])
  expect(search).toEqual({
    dedicated: false,
    certified: true,
    freeIps: 2,
    status: ['up'],
    gpu: true,
    region: 'Europe',
  })
  expect(readFarmSearch(search).search).toEqual(search)
})

test.each([
  ['dedicated', 'maybe'],
  // GridProxy answers an empty list to this one, whatever there is.
  ['gpu', 'false'],
  ['region', 'Atlantis'],
  ['freeIps', '0'],
  ['sort', 'country'],
])('%s=%s is dropped and said', (name, value) => {
  expect(readFarmSearch({ [name]: value, country: 'Belgium' })).toEqual({
    search: { country: 'Belgium' },
    ignored: [`${name}=${value}`],
  })
})

test('digits ask for a farm, anything else for farms with such a name; GiB go out as bytes', () => {
  expect(toFilter({ text: '42' })).toMatchObject({ page: 1, size: 50, sort: 'farm_id', farmId: 42 })
  expect(toFilter({ text: 'moss' })).toMatchObject({ farmId: undefined, nameContains: 'moss' })
  expect(toFilter({ freeMemoryGiB: 1 })).toMatchObject({ freeMemory: 1073741824 })
})

test('a pricing policy and what a node has are asked as GridProxy names them', () => {
  const { search, ignored } = readFarmSearch({ policy: '1', certifiedNode: 'true', seesIpv6: 'true', sort: 'used_ips' })
  expect(ignored).toEqual([])
  expect(toFilter(search)).toMatchObject({ pricingPolicyId: 1, certifiedNode: true, seesIpv6: true, sort: 'used_ips' })
})

test('each condition is said in words and can be dropped, which leads to the first page', () => {
  const search = { certified: false, freeIps: 4, status: ['up' as const, 'standby' as const], page: 3 }
  const conditions = conditionsOf(search)
  expect(conditions.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Farmer: not certified',
    'Free public IPs: 4 or more',
    'A node: up or on standby',
  ])
  expect(conditions[1]!.without).toEqual({ ...search, freeIps: undefined, page: undefined })
})
