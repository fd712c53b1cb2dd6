import { bytes, type Bytes } from './units.ts'

const powers = ['', 'k', 'm', 'g', 't', 'p']
const written = /^(\d[\d\s,]*(?:\.\d+)?|\.\d+)\s*(?:([kmgtp]?)(i?)(b?)|bytes?)$/i
const grouped = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/

/**
 * A size as people type it, in bytes; `undefined` for what is none. `GiB`, `Gi` and `G` count by 1024, `GB` by 1000, and
 * a number alone counts GiB, whatever the case. A comma groups thousands as on our screens, `1,024`; any other is a
 * decimal point, `0,5`.
 */
export function readSize(text: string): Bytes | undefined {
  const [, digits, letter, binary, byte] = written.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  const plain = digits.replaceAll(/\s/g, '')
  const number = Number(grouped.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.'))
  if (Number.isNaN(number)) return undefined
  return bytes(Math.round(number * unitOf(text, letter, binary, byte)))
}

function unitOf(text: string, letter = '', binary = '', byte = ''): number {
  if (letter === '' && binary === '') return byte !== '' || /byte/i.test(text) ? 1 : 1024 ** 3
  return (binary === '' && byte !== '' ? 1000 : 1024) ** powers.indexOf(letter.toLowerCase())
}

const units = [5, 4, 3, 2, 1].flatMap((power) => [
  { size: 1024 ** power, name: `${'KMGTP'[power - 1]}iB` },
  { size: 1000 ** power, name: `${'kMGTP'[power - 1]}B` },
])

/** A size that reads back the same, in the largest unit that takes two digits after the point at most: `"2 TB"`. */
export function writeSize(size: Bytes): string {
  const unit = units.find((one) => size >= one.size && Number.isInteger((size / one.size) * 100))
  return `${(size / (unit?.size ?? 1)).toLocaleString('en')} ${unit?.name ?? 'B'}`
}

/** More than any node has: 1,000,000 GiB. */
export const largestSize = bytes(1_000_000 * 1024 ** 3)

/** Why `text` is no size to ask for, in words for a person; `undefined` when it is. Nothing asks for nothing. */
export function sizeTextProblem(text: string): string | undefined {
  if (text.trim() === '') return undefined
  const size = readSize(text)
  if (size === undefined) return 'Write it like 64 GiB or 2 TB'
  if (size < 1) return 'Enter more than 0'
  if (size > largestSize) return `Enter at most ${writeSize(largestSize)}`
  return undefined
}
