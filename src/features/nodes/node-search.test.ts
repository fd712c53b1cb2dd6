import { expect, test } from 'vitest'
import { conditionsOf, readNodeSearch, toFilter } from './node-search.ts'

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

test('digits ask for a node, anything else for farms with such a name', () => {
  expect(toFilter({ text: '42' })).toMatchObject({ nodeId: 42, farmNameContains: undefined })
  expect(toFilter({ text: 'moss' })).toMatchObject({ nodeId: undefined, farmNameContains: 'moss' })
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
  expect(conditionsOf({ page: 2, sort: 'uptime' })).toEqual([])
})
