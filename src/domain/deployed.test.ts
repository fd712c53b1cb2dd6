import { expect, test } from 'vitest'
import type { Contract } from '#domain/contract.ts'
import { groupContracts, unclaimed, type NodeContract } from '#domain/deployed.ts'

const contract = (id: number, type: string, name: string, projectName: string): NodeContract => ({
  id,
  twinId: 9,
  state: 'Created',
  createdAt: 0,
  kind: 'node',
  nodeId: 7,
  hash: '',
  text: '',
  data: { type, name, projectName },
  publicIps: 0,
})

const nameContract = (id: number, name: string): Contract => ({
  id,
  twinId: 9,
  state: 'Created',
  createdAt: 0,
  kind: 'name',
  name,
})

const told = (contracts: Contract[]) =>
  groupContracts(contracts).map(({ name, solution, contracts: made, names }) => [
    name,
    solution,
    [...made, ...names].map(({ id }) => id),
  ])

test('a machine and its network are one deployment, known by the machine', () => {
  const [deployed, ...others] = groupContracts([
    contract(11, 'network', 'nwabcde', 'vm/web1'),
    contract(12, 'vm', 'web1', 'vm/web1'),
  ])
  expect(others).toEqual([])
  expect(deployed).toMatchObject({
    name: 'web1',
    solution: 'vm',
    main: { id: 12 },
    contracts: [{ id: 11 }, { id: 12 }],
  })
})

test('the newest deployment comes first', () => {
  expect(told([contract(1, 'vm', 'old', 'vm/old'), contract(2, 'vm', 'new', 'vm/new')])).toEqual([
    ['new', 'vm', [2]],
    ['old', 'vm', [1]],
  ])
})

test('a contract with nothing written into it stands alone under its number', () => {
  expect(told([contract(4, '', '', ''), contract(5, '', '', '')])).toEqual([
    ['Contract 5', '', [5]],
    ['Contract 4', '', [4]],
  ])
})

test('a network whose machine is gone still shows', () => {
  expect(told([contract(3, 'network', 'nw', 'vm/web1')])).toEqual([['nw', 'vm', [3]]])
})

test('Go clients put every network into one project: each stands for itself', () => {
  expect(
    told([
      contract(1, 'network', 'a', 'Network'),
      contract(2, 'network', 'b', 'Network'),
      contract(3, 'vm', 'web', 'vm/web'),
    ]),
  ).toEqual([
    ['web', 'vm', [3]],
    ['b', 'network', [2]],
    ['a', 'network', [1]],
  ])
})

test('contracts of one solution that say no name in their project are told apart by their own', () => {
  expect(told([contract(1, 'vm', 'a', 'vm'), contract(2, 'vm', 'a', 'vm'), contract(3, 'vm', 'b', 'vm')])).toEqual([
    ['b', 'vm', [3]],
    ['a', 'vm', [1, 2]],
  ])
})

test.each([
  ['gateway', ''],
  ['Gateway Name', 'blog'],
])('a gateway (%s) brings the contract of its name', (type, project) => {
  expect(told([contract(1, type, 'blog', project), nameContract(2, 'blog'), nameContract(3, 'other')])).toEqual([
    ['blog', type.toLowerCase(), [1, 2]],
  ])
})

test('a machine with a gateway of its project is known by the machine', () => {
  expect(told([contract(1, 'gateway', 'gw', 'nextcloud/c'), contract(2, 'vm', 'c', 'nextcloud/c')])).toEqual([
    ['c', 'nextcloud', [1, 2]],
  ])
})

test('names and rents are not deployments; a name that no gateway has is left over', () => {
  const rent: Contract = { id: 6, twinId: 9, state: 'Created', createdAt: 0, kind: 'rent', nodeId: 7 }
  const all = [rent, nameContract(2, 'blog'), contract(3, 'gateway', 'shop', ''), nameContract(4, 'shop')]
  expect(told([rent, nameContract(2, 'blog')])).toEqual([])
  expect(unclaimed(all, groupContracts(all))).toMatchObject([{ id: 2 }])
})
