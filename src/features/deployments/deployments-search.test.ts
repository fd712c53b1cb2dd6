import { expect, test } from 'vitest'
import type { NodeContract } from '#domain/deployed.ts'
import { conditionsOf, readDeploymentsSearch, shown } from './deployments-search.ts'
import type { Row } from './rows.ts'

const row = (id: number, name: string, more: Partial<Row> = {}): Row => {
  const main = { id, createdAt: id } as NodeContract
  return {
    deployed: { name, solution: 'vm', main, contracts: [main], names: [] },
    parts: [],
    state: 'running',
    kind: 'Virtual machine',
    nodes: [7],
    workloads: 1,
    month: 1n,
    ...more,
  }
}
const rows = [
  row(1, 'beta', { month: 30n, nodes: [9] }),
  row(2, 'Alpha', { month: undefined, state: 'silent' }),
  row(3, 'gamma', { month: 10n, kind: 'Database' }),
]
const names = (raw: Record<string, unknown>) =>
  shown(rows, readDeploymentsSearch(raw).search).map((one) => one.deployed.name)

test.each<[string, object, string[]]>([
  ['newest first', {}, ['gamma', 'Alpha', 'beta']],
  ['by name, whatever its case', { sort: 'name' }, ['Alpha', 'beta', 'gamma']],
  ['by cost, what is not known last', { sort: 'cost' }, ['gamma', 'beta', 'Alpha']],
  ['by cost downwards, what is not known last', { sort: 'cost', order: 'desc' }, ['beta', 'gamma', 'Alpha']],
  ['what needs a look first', { sort: 'state' }, ['Alpha', 'gamma', 'beta']],
  ['by part of a name', { text: 'A', sort: 'name' }, ['Alpha', 'beta', 'gamma']],
  ['by the number of a contract', { text: '3' }, ['gamma']],
  ['by state', { state: 'silent' }, ['Alpha']],
  ['by kind', { kind: 'Database' }, ['gamma']],
  ['by node', { node: 9 }, ['beta']],
])('%s', (_, raw, expected) => {
  expect(names({ ...raw })).toEqual(expected)
})

test('what the address cannot mean is told, and conditions are told in words', () => {
  const { search, ignored } = readDeploymentsSearch({ state: 'fine', node: '7', text: 'web' })
  expect(ignored).toEqual(['state=fine'])
  expect(conditionsOf(search)).toEqual([
    { name: 'Name', value: 'web', without: { node: 7, text: undefined, page: undefined } },
    { name: 'Node', value: '7', without: { node: undefined, text: 'web', page: undefined } },
  ])
})
