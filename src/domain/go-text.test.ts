import { expect, test } from 'vitest'
import { environment, flag, hex, integer, list, text } from './go-text.ts'

test('what is absent or null is Go’s zero value', () => {
  for (const absent of [undefined, null]) {
    expect(integer(absent, 'uint64')).toBe('0')
    expect(flag(absent)).toBe('false')
    expect(text(absent)).toBe('')
    expect(hex(absent)).toBe('')
    expect(list(absent, text)).toBe('')
    expect(environment(absent)).toBe('')
  }
})

test.each([
  [255, 'uint8', '255'],
  [65535, 'uint16', '65535'],
  [-1, 'int64', '-1'],
  [2n ** 64n - 1n, 'uint64', '18446744073709551615'],
  [1e21, 'uint64', undefined],
  [256, 'uint8', undefined],
  [65536, 'uint16', undefined],
  [4294967296, 'uint32', undefined],
  [-1, 'uint64', undefined],
  [0.5, 'uint8', undefined],
] as const)('%s as %s prints %s', (value, type, printed) => {
  if (printed !== undefined) return expect(integer(value, type)).toBe(printed)
  expect(() => integer(value, type)).toThrow(`json: cannot unmarshal number ${value} into Go value of type ${type}`)
})

/** What another program may have written into a member, whatever its type says. */
const sent = <T>(value: unknown) => value as T

test('a member of another kind is refused in Go’s words', () => {
  expect(() => integer(sent('5'), 'uint8')).toThrow('json: cannot unmarshal string into Go value of type uint8')
  expect(() => flag(sent(1))).toThrow('json: cannot unmarshal number 1 into Go value of type bool')
  expect(() => text(sent(true))).toThrow('json: cannot unmarshal bool into Go value of type string')
  expect(() => text(sent([]))).toThrow('json: cannot unmarshal array into Go value of type string')
  expect(() => text(sent({}))).toThrow('json: cannot unmarshal object into Go value of type string')
})

test('hex is printed in lower case and must be whole', () => {
  expect(hex('ABCDef01')).toBe('abcdef01')
  expect(() => hex('abc')).toThrow('encoding/hex: odd length hex string')
  expect(() => hex('0x12')).toThrow("encoding/hex: invalid byte: U+0078 'x'")
})

test('variables go by the bytes of their keys, a prefix first', () => {
  expect(environment({ '😀': '1', Ａ: '2', ab: '3', a: '4', B: '5' })).toBe('B=5a=4ab=3Ａ=2😀=1')
})
