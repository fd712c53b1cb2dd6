import { expect, test } from 'vitest'
import type { Contract } from '#domain/contract.ts'
import { groupContracts } from '#domain/deployed.ts'

const contract = (id: number, type: string, name: string, projectName: string): Contract => ({
  id,
  twinId: 9,
  state: 'Created',
  createdAt: 0,
  kind: 'node',
  nodeId: 7,
  hash: '',
  data: { type, name, projectName },
  publicIps: 0,
})

test('a machine and its network are one deployment, known by the machine', () => {
  const [deployed, ...others] = groupContracts([
    contract(11, 'network', 'nwabcde', 'vm/web1'),
    contract(12, 'vm', 'web1', 'vm/web1'),
  ])
  expect(others).toEqual([])
  expect(deployed).toMatchObject({ name: 'web1', main: { id: 12 }, contracts: [{ id: 11 }, { id: 12 }] })
})

test('the newest deployment comes first', () => {
  const names = groupContracts([contract(1, 'vm', 'old', 'vm/old'), contract(2, 'vm', 'new', 'vm/new')]).map(
    (d) => d.name,
  )
  expect(names).toEqual(['new', 'old'])
})

test('a contract with nothing written into it stands alone under its number', () => {
  const names = groupContracts([contract(4, '', '', ''), contract(5, '', '', '')]).map((d) => d.name)
  expect(names).toEqual(['Contract 5', 'Contract 4'])
})

test('a network whose machine is gone still shows', () => {
  expect(groupContracts([contract(3, 'network', 'nw', 'vm/web1')])).toMatchObject([{ name: 'nw', main: { id: 3 } }])
})

test('names and rents are not deployments', () => {
  const rent: Contract = { id: 6, twinId: 9, state: 'Created', createdAt: 0, kind: 'rent', nodeId: 7 }
  expect(groupContracts([rent])).toEqual([])
})
