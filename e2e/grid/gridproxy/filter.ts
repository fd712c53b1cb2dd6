/** A query that cannot be understood: GridProxy answers 400 with this message. */
export class BadRequest extends Error {}

/** Reads a parameter's values, of which there is at least one and none is empty, into a condition on rows. */
export type Filter<Row> = (values: string[], query: URLSearchParams) => (row: Row) => boolean
export type Filters<Row> = Record<string, Filter<Row>>

const last = (values: string[]): string => values.at(-1) ?? ''
const words = (text: string): string[] => text.split(',').filter((word) => word !== '')

/** The most that Go's ParseUint takes. */
const mostCount = 2n ** 64n - 1n

export function count(text: string): number {
  if (!/^\d+$/.test(text) || BigInt(text) > mostCount) throw new BadRequest(`"${text}" is not a whole number`)
  return Number(text)
}

export function decimal(text: string): number {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) throw new BadRequest(`"${text}" is not a number`)
  return Number(text)
}

/** What Go's ParseBool takes, and `on`. */
export function truth(text: string): boolean {
  if (['true', 'TRUE', 'True', 't', 'T', '1', 'on'].includes(text)) return true
  if (['false', 'FALSE', 'False', 'f', 'F', '0'].includes(text)) return false
  throw new BadRequest(`"${text}" is not a boolean`)
}

export const atLeast =
  <Row>(read: (row: Row) => number): Filter<Row> =>
  (values) => {
    const least = count(last(values))
    return (row) => read(row) >= least
  }

export const equal =
  <Row>(read: (row: Row) => number): Filter<Row> =>
  (values) => {
    const wanted = count(last(values))
    return (row) => read(row) === wanted
  }

/** A condition that depends on a twin's id. */
export const forTwin =
  <Row>(holds: (row: Row, twin: number) => boolean): Filter<Row> =>
  (values) => {
    const twin = count(last(values))
    return (row) => holds(row, twin)
  }

/** `undefined` is neither true nor false. */
export const flag =
  <Row>(read: (row: Row) => boolean | undefined): Filter<Row> =>
  (values) => {
    const wanted = truth(last(values))
    return (row) => read(row) === wanted
  }

const numbers = (values: string[]) => new Set(values.flatMap(words).map(count))

export const numberIn =
  <Row>(read: (row: Row) => number): Filter<Row> =>
  (values) => {
    const wanted = numbers(values)
    return (row) => wanted.has(read(row))
  }

export const numberNotIn =
  <Row>(read: (row: Row) => number): Filter<Row> =>
  (values) => {
    const unwanted = numbers(values)
    return (row) => !unwanted.has(read(row))
  }

function known(values: string[], vocabulary: readonly string[]): string[] {
  return words(last(values)).map((word) => {
    const spelled = vocabulary.find((one) => one.toLowerCase() === word.toLowerCase())
    if (spelled === undefined) throw new BadRequest(`"${word}" is none of ${vocabulary.join(', ')}`)
    return spelled
  })
}

/** One of the words, all of which must be known. */
export const wordIn =
  <Row>(vocabulary: readonly string[], read: (row: Row) => string): Filter<Row> =>
  (values) => {
    const wanted = known(values, vocabulary)
    return (row) => wanted.includes(read(row))
  }

/** One of the words, whatever they are, ignoring case. */
export const anyOf =
  <Row>(read: (row: Row) => string): Filter<Row> =>
  (values) => {
    const wanted = words(last(values).toLowerCase())
    return (row) => wanted.includes(read(row).toLowerCase())
  }

export const hasWords =
  <Row>(vocabulary: readonly string[], read: (row: Row) => string[]): Filter<Row> =>
  (values) => {
    const wanted = known(values, vocabulary)
    return (row) => wanted.every((word) => read(row).includes(word))
  }

export const exactly =
  <Row>(read: (row: Row) => string): Filter<Row> =>
  (values) => {
    const wanted = last(values)
    return (row) => read(row) === wanted
  }

export const named =
  <Row>(read: (row: Row) => string): Filter<Row> =>
  (values) => {
    const wanted = last(values).toLowerCase()
    return (row) => read(row).toLowerCase() === wanted
  }

export const contains =
  <Row>(read: (row: Row) => string): Filter<Row> =>
  (values) => {
    const part = last(values).toLowerCase()
    return (row) => read(row).toLowerCase().includes(part)
  }
