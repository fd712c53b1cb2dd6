import { expect, test } from 'vitest'
import { typedCount, typedId, typedIds, typedSize, typedUsd, type Typed } from './typed.ts'

const cases: [name: string, typed: Typed<unknown>, text: string, value: unknown, written: string][] = [
  ['a size', typedSize as Typed<unknown>, '65536mib', 64, '64 GiB'],
  ['a size by thousands', typedSize as Typed<unknown>, '2tb', 2e12 / 1024 ** 3, '2 TB'],
  ['a count', typedCount as Typed<unknown>, '1,024', 1024, '1,024'],
  ['an amount', typedUsd as Typed<unknown>, '49.50', 49.5, '49.5'],
  ['an id', typedId as Typed<unknown>, '42', 42, '42'],
  ['ids', typedIds as Typed<unknown>, '12 40,7', [12, 40, 7], '12, 40, 7'],
]

test.each(cases)(
  '%s that is typed is read, and written so that it reads the same',
  (_, typed, text, value, written) => {
    expect(typed.problem(text)).toBeUndefined()
    expect(typed.read(text)).toEqual(value)
    expect(typed.write(value)).toBe(written)
    expect(typed.read(written)).toEqual(value)
  },
)

test.each([
  [typedSize, 'much'],
  [typedCount, '0'],
  [typedCount, '1.5'],
  [typedUsd, '-1'],
  [typedUsd, 'cheap'],
  [typedId, '0'],
  [typedId, 'me'],
  [typedIds, '12; 40'],
])('what is not is told in words, and an empty box asks for nothing', (typed, text) => {
  expect(typed.problem(text)).toMatch(/^(Enter|Write) /)
  expect(typed.problem('')).toBeUndefined()
})
