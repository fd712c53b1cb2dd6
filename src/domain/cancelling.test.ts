import { expect, test } from 'vitest'
import { heldRents, inCancelOrder } from './cancelling.ts'
import { decodeContractData, type Contract } from './contract.ts'

const common = { twinId: 1, state: 'Created', createdAt: 0 } as const
const rent: Contract = { ...common, id: 5, kind: 'rent', nodeId: 7 }
const name: Contract = { ...common, id: 6, kind: 'name', name: 'shop' }
const deployment = (id: number): Contract => ({
  ...common,
  id,
  kind: 'node',
  nodeId: 7,
  hash: '',
  text: '',
  data: decodeContractData(''),
  publicIps: 0,
})

test('rents are cancelled last, for their nodes have to be empty by then', () => {
  expect(inCancelOrder([rent, deployment(8), name]).map(({ id }) => id)).toEqual([8, 6, 5])
})

test.each([
  ['nothing runs on its node', [rent], [], []],
  ['all that runs there is cancelled with it', [rent, deployment(8)], [8], []],
  ['one of two stays', [rent, deployment(8)], [8, 9], [{ rent: 5, nodeId: 7, holds: [9] }]],
  ['there is no rent among them', [deployment(8), name], [9], []],
] as const)('%s', (_, contracts, holds, held) => {
  expect(heldRents(contracts, () => holds)).toEqual(held)
})
