import { expect, test } from 'vitest'
import { none } from './capacity.ts'
import { inUse, powerWords, type FarmNode } from './farm-on-chain.ts'

const node: FarmNode = {
  id: 1,
  total: none,
  certified: false,
  publicConfig: undefined,
  power: { state: 'Up', target: 'Up' },
  extraFeeMilliUsdPerMonth: 0,
  contracts: [],
  rent: undefined,
}

test.each([
  ['Up', 'Up', 'Awake'],
  ['Down', 'Down', 'Asleep'],
  ['Down', 'Up', 'Waking up'],
  ['Up', 'Down', 'Going to sleep'],
] as const)('a node that is %s and is wanted %s is %s', (state, target, words) => {
  expect(powerWords({ state, target })).toBe(words)
})

test.each([
  [node, undefined],
  [{ ...node, rent: 9 }, 'Contract 9 is on it'],
  [{ ...node, contracts: [4, 5], rent: 9 }, 'Contracts 4, 5, 9 are on it'],
  [{ ...node, contracts: [1, 2, 3, 4, 5] }, 'Contracts 1, 2, 3 and 2 more are on it'],
])('what is on a node is named, as far as there is room', (one, words) => {
  expect(inUse(one)).toBe(words)
})
