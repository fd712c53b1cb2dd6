import { readSize, sizeTextProblem, writeSize } from '#domain/size-text.ts'
import { bytes, gib, toGib } from '#domain/units.ts'

/** How something is typed: what is wrong with a text, what it means, and how that is written. */
export type Typed<Value> = {
  problem: (text: string) => string | undefined
  read: (text: string) => Value
  write: (value: Value) => string
  unit?: string
}

/** In GiB, typed in any unit. */
export const typedSize: Typed<number> = {
  problem: sizeTextProblem,
  read: (text) => toGib(readSize(text) ?? bytes(0)),
  write: (sizeGib) => writeSize(gib(sizeGib)),
}

const number = (text: string) => Number(text.replaceAll(/[\s,]/g, ''))

export const typedCount: Typed<number> = {
  problem: (text) => {
    if (text.trim() === '') return undefined
    const n = number(text)
    return Number.isInteger(n) && n > 0 && n <= 100_000 ? undefined : 'Enter a whole number, 1 or more'
  },
  read: number,
  write: (n) => n.toLocaleString('en'),
}

export const typedUsd: Typed<number> = {
  problem: (text) => (number(text) >= 0 && number(text) <= 1_000_000 ? undefined : 'Enter an amount, like 49.50'),
  read: number,
  write: (n) => n.toLocaleString('en'),
  unit: 'USD',
}

export const typedId: Typed<number> = {
  problem: (text) => (/^([1-9]\d{0,8})?$/.test(text.trim()) ? undefined : 'Enter a number, like 42'),
  read: Number,
  write: String,
}

export const typedIds: Typed<number[]> = {
  problem: (text) => (/^(\d{1,9}([\s,]+\d{1,9})*)?$/.test(text.trim()) ? undefined : 'Enter numbers, like 12, 40'),
  read: (text) =>
    text
      .trim()
      .split(/[\s,]+/)
      .map(Number),
  write: (all) => all.join(', '),
}

export const typedWords: Typed<string> = { problem: () => undefined, read: (text) => text.trim(), write: String }
