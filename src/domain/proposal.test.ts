import { describe, expect, test } from 'vitest'
import { outcomeOf, voteOf, weightOf, type Proposal } from './proposal.ts'

const vote = (farmId: number, weight: bigint) => ({ farmId, weight })
const proposal: Proposal = {
  hash: '0x',
  index: 0,
  description: '',
  link: '',
  action: undefined,
  threshold: 2,
  ayes: [vote(1, 10n)],
  nays: [vote(2, 4n)],
  vetos: 0,
  endsAt: 0,
  isOver: false,
}

test.each([
  [1, 'for'],
  [2, 'against'],
  [3, undefined],
])('farm %i voted %s', (farm, side) => {
  expect(voteOf(proposal, farm)).toBe(side)
})

test('votes weigh what their farms do', () => {
  expect(weightOf([vote(1, 10n), vote(2, 5n)])).toBe(15n)
})

describe('the outcome', () => {
  test.each<[string, Proposal, string]>([
    ['more weight for it, and votes enough', proposal, 'accepted'],
    ['more votes against it, and less weight', { ...proposal, nays: [vote(2, 4n), vote(3, 5n)] }, 'accepted'],
    ['as much weight on both sides', { ...proposal, nays: [vote(2, 10n)] }, 'rejected'],
    ['fewer votes than it takes', { ...proposal, threshold: 3 }, 'too-few'],
  ])('%s', (_, one, outcome) => {
    expect(outcomeOf(one)).toBe(outcome)
  })
})
