import { expect, test } from 'vitest'
import { readCompareSearch } from './compare-search.ts'

test.each([
  ['12,40', { ids: [12, 40], tooMany: [], ignored: [] }],
  ['12,12,40', { ids: [12, 40], tooMany: [], ignored: [] }],
  ['12,moss,-4,0,40', { ids: [12, 40], tooMany: [], ignored: ['ids=moss', 'ids=-4', 'ids=0'] }],
  ['1,2,3,4,5,6', { ids: [1, 2, 3, 4], tooMany: [5, 6], ignored: [] }],
  [undefined, { ids: [], tooMany: [], ignored: [] }],
])('ids=%s compares the nodes that it names, and says what it leaves out', (ids, expected) => {
  expect(readCompareSearch({ ids })).toEqual({ ...expected, onlyDifferences: false })
})

test('an address can ask for differences only, and what else it says is named', () => {
  expect(readCompareSearch({ ids: '1,2', differences: 'true', sort: 'x' })).toMatchObject({
    onlyDifferences: true,
    ignored: ['sort=x'],
  })
})
