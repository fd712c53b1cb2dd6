/**
 * How Go reads a JSON value and prints it into the text that is hashed. An absent or null value is Go's zero value; one
 * that Go cannot read throws in Go's words, since a node refuses the whole request for it.
 *
 * Source: Go encoding/json and fmt, as used by zosbase pkg/gridtypes.
 */

/** An integer of the wire. Past 2^53 only a `bigint` is exact. */
export type Integer = number | bigint

type Absent = null | undefined

export const limits = {
  uint8: [0n, 2n ** 8n - 1n],
  uint16: [0n, 2n ** 16n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
} as const

/** %d */
export function integer(value: Integer | Absent, type: keyof typeof limits): string {
  if (value === null || value === undefined) return '0'
  const [least, most] = limits[type]
  const whole = typeof value === 'bigint' || Number.isInteger(value)
  if (!whole || value < least || value > most)
    throw new TypeError(`json: cannot unmarshal ${typeName(value)} into Go value of type ${type}`)
  return BigInt(value).toString()
}

/** %t */
export function flag(value: boolean | Absent): string {
  if (value !== null && value !== undefined && typeof value !== 'boolean')
    throw new TypeError(`json: cannot unmarshal ${typeName(value)} into Go value of type bool`)
  return String(value ?? false)
}

/** %s. A lone surrogate has no UTF-8, so Go holds U+FFFD in its place. */
export function text(value: string | Absent): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string')
    throw new TypeError(`json: cannot unmarshal ${typeName(value)} into Go value of type string`)
  return value.replace(/\p{Surrogate}/gu, '\ufffd')
}

/** %x of bytes that are written as hex in JSON. */
export function hex(value: string | Absent): string {
  const digits = text(value)
  const bad = /[^0-9a-fA-F]/u.exec(digits)?.[0]
  if (bad !== undefined) {
    const code = bad.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
    throw new TypeError(`encoding/hex: invalid byte: U+${code} '${bad}'`)
  }
  if (digits.length % 2 === 1) throw new TypeError('encoding/hex: odd length hex string')
  return digits.toLowerCase()
}

/** The items of a list printed one after the other; nothing for null or an empty one. */
export const list = <T>(items: readonly T[] | Absent, print: (item: T) => string): string =>
  (items ?? []).map(print).join('')

/** `key=value` for each entry, by the keys' UTF-8 bytes, which is the order of their code points. */
export const environment = (variables: Readonly<Record<string, string>> | Absent): string =>
  Object.entries(variables ?? {})
    .map(([key, value]) => [text(key), text(value)] as const)
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([key, value]) => `${key}=${value}`)
    .join('')

function compareCodePoints(a: string, b: string): number {
  const left = Array.from(a, codePoint)
  const right = Array.from(b, codePoint)
  const differs = left.findIndex((point, i) => point !== right[i])
  return differs === -1 ? left.length - right.length : (left[differs] ?? 0) - (right[differs] ?? -1)
}

const codePoint = (character: string) => character.codePointAt(0) ?? 0

function typeName(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return `number ${value}`
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'object') return Array.isArray(value) ? 'array' : 'object'
  return typeof value
}
