import { expect, test } from 'vitest'
import { exactJson, indentJson, readJson } from './json-text.ts'

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

test.each([
  'null',
  ' [ ] ',
  '{"a":{},"b":[[],{"c":"1234567890123456, \\"[{"}],"d":-0,"e":1.5e3}',
  '{"__proto__":{"a":1234567890123456},"2":true,"1":false}',
  '[9007199254740991,-9007199254740991,1234567890123456.5]',
])('without big integers %s is read as JavaScript does it', (text) => {
  expect(readJson(text)).toEqual(JSON.parse(text))
})

test('big integers are read with all their digits, and written so again', () => {
  const text =
    '{"size":18446744073709551615,"parts":[9007199254740993,-9007199254740993,{"n":1}],"a":"9007199254740993"}'
  expect(readJson(text)).toEqual({
    size: 18_446_744_073_709_551_615n,
    parts: [9_007_199_254_740_993n, -9_007_199_254_740_993n, { n: 1 }],
    a: '9007199254740993',
  })
  expect(exactJson(readJson(text))).toBe(text)
})

test.each(['', '{"a":1234567890123456,}', '[12345678901234567'])('%j is no JSON', (text) => {
  expect(() => readJson(text)).toThrow(SyntaxError)
})
