import { expect, test } from 'vitest'
import { showSpan } from '#domain/time.ts'

test.each([
  [180, '180 ms'],
  [4_210, '4.2 s'],
  [59_400, '59 s'],
  [60_000, '1 min'],
  [93_000, '1 min 33 s'],
  [3_600_000, '1 h'],
  [266_400_000, '3 d 2 h'],
  [-5, '0 ms'],
])('a span of %d ms reads %s', (ms, words) => {
  expect(showSpan(ms)).toBe(words)
})
