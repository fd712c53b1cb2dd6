import { expect, test } from 'vitest'
import { roughSpan } from './Ago.tsx'

test.each([
  [-5, '0 s'],
  [12.7, '12 s'],
  [93, '1 min'],
  [7300, '2 h'],
  [1_209_600, '14 d'],
  [40_000_000, '1 y'],
])('%s seconds are %s', (seconds, words) => {
  expect(roughSpan(seconds)).toBe(words)
})
