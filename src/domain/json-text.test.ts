import { expect, test } from 'vitest'
import { exactJson, indentJson } from './json-text.ts'

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

test.each([null, 'te"xt', 0.5, true, [1, null, { a: undefined }], { a: { b: [] }, c: undefined, 'd"': 'e' }])(
  'without big integers %j is written as JavaScript does it',
  (value) => {
    expect(exactJson(value)).toBe(JSON.stringify(value))
  },
)

test('big integers are written with all their digits', () => {
  expect(exactJson({ data: { size: 18_446_744_073_709_551_615n, parts: [9_007_199_254_740_993n] } })).toBe(
    '{"data":{"size":18446744073709551615,"parts":[9007199254740993]}}',
  )
})
