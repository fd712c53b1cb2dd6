import { expect, test } from 'vitest'
import { conditionsOf, readContractSearch, toFilter } from './contract-search.ts'

test.each([
  [{}, { states: ['Created', 'GracePeriod'], type: undefined, sort: 'contract_id', order: 'desc', page: 1, size: 20 }],
  [
    { show: 'grace', kind: 'rent' },
    { states: ['GracePeriod'], type: 'rent' },
  ],
  [{ show: 'past' }, { states: ['Deleted'] }],
  [{ id: '12' }, { id: 12, states: ['Created', 'GracePeriod', 'Deleted'] }],
  [
    { id: '12', show: 'past', sort: 'created_at', order: 'asc' },
    { states: ['Deleted'], sort: 'created_at' },
  ],
])('%j asks for %j', (raw, filter) => {
  const { search, ignored } = readContractSearch(raw)
  expect(ignored).toEqual([])
  expect(toFilter(search)).toMatchObject(filter)
})

test('what an address says and nobody understands is told', () => {
  expect(readContractSearch({ kind: 'loan', id: '-1', x: 'y' })).toEqual({
    search: {},
    ignored: ['kind=loan', 'id=-1', 'x=y'],
  })
})

test('each condition can be dropped by itself', () => {
  expect(conditionsOf({ kind: 'name', page: 3 })).toEqual([
    { name: 'Kind', value: 'names', without: { kind: undefined, page: undefined } },
  ])
})
