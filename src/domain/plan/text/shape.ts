import { limits } from '#domain/go-text.ts'

/**
 * What a value of a plan must be so that a node can read it. `needs` of a record are the members that the rest of this app
 * relies on: where one is absent or null it gets Go's zero value, which is what a node takes it for. Those of `takes` may
 * stay away. Members that are in neither are nobody's business and kept as they are.
 */
export type Shape =
  | { kind: 'text' | 'flag' | 'hex' | 'time' | 'any' }
  | { kind: 'integer'; type: keyof typeof limits }
  | { kind: 'one'; of: readonly string[] }
  | { kind: 'list'; of: Shape }
  | { kind: 'map'; of: Shape }
  /** Depends on the value itself. */
  | { kind: 'by'; of: (value: object) => Shape }
  | Whole
type Whole = { kind: 'record'; needs: Members; takes: Members }
export type Members = Readonly<Record<string, Shape>>

export const text: Shape = { kind: 'text' }
export const flag: Shape = { kind: 'flag' }
/** Two digits for each byte. */
export const hex: Shape = { kind: 'hex' }
/** Unix seconds, or RFC 3339. */
export const time: Shape = { kind: 'time' }
export const anything: Shape = { kind: 'any' }
export const integer = (type: keyof typeof limits): Shape => ({ kind: 'integer', type })
export const one = (of: readonly string[]): Shape => ({ kind: 'one', of })
export const list = (of: Shape): Shape => ({ kind: 'list', of })
export const by = (of: (value: object) => Shape): Shape => ({ kind: 'by', of })
export const map = (of: Shape): Shape => ({ kind: 'map', of })
export const record = (needs: Members, takes: Members = {}): Whole => ({ kind: 'record', needs, takes })

/** What Go makes of a value that is absent. */
export function zero(shape: Shape): unknown {
  switch (shape.kind) {
    case 'text':
    case 'hex':
      return ''
    case 'flag':
      return false
    case 'integer':
    case 'time':
      return 0
    case 'list':
      return []
    case 'map':
      return {}
    case 'record':
      return Object.fromEntries(Object.entries(shape.needs).map(([name, member]) => [name, zero(member)]))
    case 'one':
    case 'by':
    case 'any':
      return null
  }
}

/** What a value should be, in words; `undefined` when it is. What it holds is not looked at. */
export function wanted(shape: Shape, value: unknown): string | undefined {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' ? undefined : 'text in quotes'
    case 'flag':
      return typeof value === 'boolean' ? undefined : 'true or false'
    case 'hex':
      return typeof value === 'string' && /^([0-9a-f]{2})*$/i.test(value) ? undefined : 'hex digits, two for each byte'
    case 'time':
      return isTime(value) ? undefined : 'unix seconds, or a time like "2026-01-31T12:00:00Z"'
    case 'integer':
      return isInteger(value, shape.type) ? undefined : integerWords(shape.type)
    case 'one':
      return typeof value === 'string' && shape.of.includes(value) ? undefined : `one of ${shape.of.join(', ')}`
    case 'list':
      return Array.isArray(value) ? undefined : 'a list'
    case 'map':
    case 'record':
      return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'an object'
    case 'by':
    case 'any':
      return undefined
  }
}

const isTime = (value: unknown) =>
  typeof value === 'string' ? !Number.isNaN(Date.parse(value)) : isInteger(value, 'int64')

function isInteger(value: unknown, type: keyof typeof limits): boolean {
  const [least, most] = limits[type]
  return (
    (typeof value === 'bigint' || Number.isInteger(value)) && least <= (value as bigint) && (value as bigint) <= most
  )
}

const integerWords = (type: keyof typeof limits) => {
  const [least, most] = limits[type]
  return most < 2n ** 53n
    ? `a whole number from ${least} to ${most}`
    : least < 0n
      ? 'a whole number'
      : 'a whole number, 0 or more'
}
