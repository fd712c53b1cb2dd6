import { expect, test } from 'vitest'
import { indentJson } from './json-text.ts'

test.each([
  null,
  'text',
  [],
  {},
  [1, [2, []], {}],
  { a: { b: [true, null, -1.5e3] }, 'with "quotes", {braces} and \\': 'a:b,c' },
])('%j is laid out as JavaScript does it', (value) => {
  expect(indentJson(JSON.stringify(value))).toBe(JSON.stringify(value, null, 2))
})

test('numbers keep every digit and their writing', () => {
  expect(indentJson('{"id": 18446744073709551615,"n":1.0}')).toBe('{\n  "id": 18446744073709551615,\n  "n": 1.0\n}')
})
