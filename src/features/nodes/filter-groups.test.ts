import { expect, test } from 'vitest'
import { filterGroups } from './filter-groups.ts'
import { nodeFilters } from './node-filters.ts'

test('every filter but the text has its place in one group', () => {
  const grouped = filterGroups.flatMap(({ filters }) => filters)
  expect([...grouped, 'text'].sort()).toEqual(Object.keys(nodeFilters).sort())
})
