import { expect, test } from 'vitest'
import { rentProblem } from './renting.ts'

const node = { status: 'up', rentedByTwinId: 0, rentable: true } as const

test.each([
  ['an empty node', node, undefined],
  ['one that sleeps', { ...node, status: 'standby' }, undefined],
  ['one that is down', { ...node, status: 'down' }, 'It is down'],
  ['one that others use', { ...node, rentable: false }, /Others run something/],
  ['one of another', { ...node, rentable: false, rentedByTwinId: 9 }, 'Twin 9 rents it whole'],
  ['one’s own', { ...node, rentable: false, rentedByTwinId: 7 }, 'You rent it already'],
] as const)('%s', (_, one, problem) => {
  const said = rentProblem(one, 7)
  if (problem === undefined) expect(said).toBeUndefined()
  else expect(said).toMatch(problem)
})
