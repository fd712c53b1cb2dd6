import { expect, test } from 'vitest'
import { readSize, sizeTextProblem, writeSize } from './size-text.ts'
import { bytes } from './units.ts'

test.each([
  ['64 GiB', 64 * 1024 ** 3],
  ['64gib', 64 * 1024 ** 3],
  ['64 Gi', 64 * 1024 ** 3],
  ['64 G', 64 * 1024 ** 3],
  ['64', 64 * 1024 ** 3],
  ['64 GB', 64e9],
  ['2 TB', 2e12],
  ['512 mb', 512e6],
  ['1 PiB', 1024 ** 5],
  ['1.5 TiB', 1.5 * 1024 ** 4],
  ['0,5', 0.5 * 1024 ** 3],
  ['.5 kB', 500],
  ['1,024 MiB', 1024 ** 3],
  ['1 024 MiB', 1024 ** 3],
  ['1,234,567 B', 1_234_567],
  ['1234567 bytes', 1_234_567],
  ['0', 0],
  [' 8 GiB ', 8 * 1024 ** 3],
])('"%s" is %d bytes', (text, size) => {
  expect(readSize(text)).toBe(size)
})

test.each(['', 'much', '-3', '3 XB', '1.2.3', '1,2,3', 'GiB', '64 GiB free', '1e9', 'Infinity'])(
  '"%s" is no size',
  (text) => {
    expect(readSize(text)).toBeUndefined()
  },
)

test.each([
  [64 * 1024 ** 3, '64 GiB'],
  [2e12, '2 TB'],
  [1.5 * 1024 ** 4, '1.5 TiB'],
  [512e6, '512 MB'],
  [2000 * 1024 ** 3, '2,000 GiB'],
  [1_234_567, '1,234,567 B'],
  [500, '500 B'],
])('%d bytes are written %s, and read back the same', (size, text) => {
  expect(writeSize(bytes(size))).toBe(text)
  expect(readSize(text)).toBe(size)
})

test.each([
  ['', undefined],
  ['16 GiB', undefined],
  ['lots', 'Write it like 64 GiB or 2 TB'],
  ['0', 'Enter more than 0'],
  ['9000 PB', 'Enter at most 1,000,000 GiB'],
])('asking for "%s" is answered %s', (text, problem) => {
  expect(sizeTextProblem(text)).toBe(problem)
})
