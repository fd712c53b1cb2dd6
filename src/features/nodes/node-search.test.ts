import { expect, test } from 'vitest'
import { clearedOf, conditionsOf } from './node-conditions.ts'
import { nodeFilters, onNetwork } from './node-filters.ts'
import { readNodeSearch, toFilter, type NodeSearch } from './node-search.ts'

test('a good address is read whole', () => {
  const raw = {
    status: 'up,standby',
    freeMemoryGiB: '16',
    page: '2',
    size: '20',
    country: 'Belgium',
    sort: 'price_usd',
  }
  expect(readNodeSearch(raw)).toEqual({
    search: { status: ['up', 'standby'], freeMemoryGiB: 16, page: 2, size: 20, country: 'Belgium', sort: 'price_usd' },
    ignored: [],
  })
})

test.each([
  ['page', '0'],
  ['page', 'x'],
  ['size', '7'],
  ['status', 'up,asleep'],
  ['status', ''],
  ['freeMemoryGiB', '-3'],
  ['freeSsdGiB', 'much'],
  ['sort', 'farm_name'],
  ['order', 'up'],
  ['cores', '1.5'],
  // GridProxy answers an empty list to this one, whatever there is.
  ['gpu', 'false'],
  ['healthy', 'maybe'],
  ['region', 'Atlantis'],
  ['farm', '0'],
  ['totalSsdGiB', '1e9'],
  ['gpus', '-1'],
  ['gpuFree', 'free'],
  ['freeIps', '2.5'],
  ['priceMax', '-1'],
  ['priceMin', 'cheap'],
  ['rentedBy', 'me'],
  ['features', 'zmachine,teleport'],
  ['except', '1,two'],
  ['cols', 'price,colour'],
  ['cols', 'price,price'],
  ['view', 'list'],
  ['compare', '1,2,3,4,5'],
  ['colour', 'red'],
  ['toString', 'x'],
])('%s=%s is dropped and said', (name, value) => {
  expect(readNodeSearch({ [name]: value, country: 'Belgium' })).toEqual({
    search: { country: 'Belgium' },
    ignored: [`${name}=${value}`],
  })
})

test('what the page wrote it reads again', () => {
  const search = {
    status: ['up' as const, 'down' as const],
    cores: 8,
    freeHddGiB: 0.5,
    gpu: true as const,
    ipv4: false,
  }
  expect(readNodeSearch(search).search).toEqual(search)
})

test('digits ask for nodes, anything else for farms with such a name', () => {
  expect(toFilter({ text: '42' })).toMatchObject({ nodeIds: [42], farmNameContains: undefined })
  expect(toFilter({ text: '42, 7' })).toMatchObject({ nodeIds: [42, 7], farmNameContains: undefined })
  expect(toFilter({ text: 'moss' })).toMatchObject({ nodeIds: undefined, farmNameContains: 'moss' })
})

test('nodes that are up come first unless asked otherwise; GiB go out as bytes', () => {
  expect(toFilter({})).toMatchObject({ page: 1, size: 50, sort: 'status', order: 'asc', freeMemory: undefined })
  expect(toFilter({ freeMemoryGiB: 1, sort: 'uptime', order: 'desc' })).toMatchObject({
    sort: 'uptime',
    order: 'desc',
    freeMemory: 1073741824,
  })
})

test('each condition is said in words and can be dropped, which leads to the first page', () => {
  const search = { text: 'moss', status: ['up' as const], freeSsdGiB: 2000, page: 3, size: 20 }
  const conditions = conditionsOf(search)
  expect(conditions.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'Farm name: moss',
    'Status: Up',
    'Free SSD: 2,000 GiB or more',
  ])
  expect(conditions[0]!.without).toEqual({ ...search, text: undefined, page: undefined })
  expect(conditionsOf<NodeSearch>({ page: 2, sort: 'uptime' })).toEqual([])
})

/** One good value for every filter that an address knows. */
const every: Record<keyof typeof nodeFilters, string> = {
  text: 'moss',
  status: 'up',
  healthy: 'true',
  country: 'Belgium',
  region: 'Europe',
  city: 'Ghent',
  farm: '7',
  cores: '8',
  freeMemoryGiB: '16',
  freeSsdGiB: '1862.645149230957',
  freeHddGiB: '100',
  totalMemoryGiB: '64',
  totalSsdGiB: '100',
  totalHddGiB: '100',
  gpu: 'true',
  gpus: '2',
  gpuVendor: 'NVIDIA',
  gpuDevice: '4090',
  gpuId: '10de',
  gpuFree: 'true',
  freeIps: '1',
  ipv4: 'true',
  ipv6: 'false',
  seesIpv6: 'true',
  domain: 'true',
  priceMin: '0',
  priceMax: '99.5',
  dedicated: 'true',
  dedicatedFarm: 'false',
  rentable: 'true',
  rented: 'false',
  rentedBy: '9',
  availableFor: '9',
  rentableOrRentedBy: '9',
  certified: 'false',
  features: 'zmachine,wireguard',
  except: '1,2',
  twin: '118',
  owner: '61',
}

test('every filter is read, asked of GridProxy, said in words and cleared', () => {
  const { search, ignored } = readNodeSearch(every)
  expect(ignored).toEqual([])
  expect(Object.keys(search)).toEqual(Object.keys(nodeFilters))
  // `nodeIds` and `farmNameContains` come of one text, and here it is a name.
  const asked = Object.entries(toFilter(search)).filter(([, value]) => value === undefined)
  expect(asked.map(([name]) => name)).toEqual(['nodeIds'])
  const conditions = conditionsOf(search)
  expect(conditions).toHaveLength(Object.keys(nodeFilters).length)
  expect(conditions.map(({ name, value }) => `${name}: ${value}`)).toContain('Free SSD: 2 TB or more')
  expect(clearedOf<NodeSearch>({ ...search, page: 3, size: 20, sort: 'uptime' })).toEqual({ size: 20, sort: 'uptime' })
})

test('on another network a search goes without the numbers of its own', () => {
  const search: NodeSearch = { text: '42', farm: 7, rentedBy: 9, availableFor: 9, country: 'Belgium', cols: ['price'] }
  expect(onNetwork(search)).toEqual({
    kept: { country: 'Belgium', cols: ['price'] },
    dropped: ['node numbers', 'farm', 'twin'],
  })
  expect(onNetwork<NodeSearch>({ text: 'moss' })).toEqual({ kept: { text: 'moss' }, dropped: [] })
})
