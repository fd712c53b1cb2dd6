import { expect, test } from 'vitest'
import { kindName } from '#domain/deployed-kind.ts'

test.each<[string, string[], string]>([
  ['vm', [], 'Virtual machine'],
  ['gateway name', [], 'Gateway'],
  ['mattermost', [], 'Mattermost'],
  ['', ['zmount', 'zmachine'], 'Machine'],
  ['', ['zdb'], 'Database'],
  ['', ['zmount'], 'Disk'],
  ['', ['something new'], ''],
  ['', [], ''],
])('%j with %j is called %j', (solution, types, name) => {
  expect(kindName(solution, types)).toBe(name)
})
