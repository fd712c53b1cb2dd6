import { expect, test } from 'vitest'
import { lineDiff } from './line-diff.ts'

const marks = { same: ' ', less: '-', more: '+' }
const diff = (before: string[], after: string[]) =>
  lineDiff(before.join('\n'), after.join('\n')).map(({ kind, text }) => marks[kind] + text)

test.each([
  [
    ['a', 'b'],
    ['a', 'b'],
    [' a', ' b'],
  ],
  [
    ['a', 'b', 'c'],
    ['a', 'x', 'c'],
    [' a', '-b', '+x', ' c'],
  ],
  [['a'], ['a', 'b'], [' a', '+b']],
  [['a', 'b'], ['b'], ['-a', ' b']],
  [
    ['a', 'b', 'c', 'd'],
    ['b', 'd', 'e'],
    ['-a', ' b', '-c', ' d', '+e'],
  ],
])('%j to %j', (before, after, expected) => {
  expect(diff(before, after)).toEqual(expected)
})
