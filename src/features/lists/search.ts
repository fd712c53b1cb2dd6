import { z } from 'zod'

export const pageSizes = [20, 50, 100]

/** What the values of an address are read by. Each reads a text, as it stands there. */
export const whole = z.coerce.number().int()
export const gibs = z.coerce.number().positive().max(1_000_000)
export const words = z.string().transform((text) => text.split(','))
export const ids = words.pipe(z.array(z.coerce.number<string>().int().positive()).min(1).max(100))
export const text = z.string().trim().min(1).max(80)
export const yes = z.literal('true').transform(() => true as const)
export const yesOrNo = z.enum(['true', 'false']).transform((word) => word === 'true')

/** Which page of a list, and which way round. */
export const paging = {
  order: z.enum(['asc', 'desc']),
  page: whole.positive(),
  size: whole.refine((size) => pageSizes.includes(size)),
}

type Shape = Record<string, z.ZodType>

/** What an address can say; what it leaves out is not asked for. */
export type SearchOf<S extends Shape> = { [Name in keyof S]?: z.output<S[Name]> }

/** Reads the address. `ignored` names what it says that cannot be read, as it stood: `size=7`. */
export function readSearch<S extends Shape>(
  shape: S,
  raw: Record<string, unknown>,
): { search: SearchOf<S>; ignored: string[] } {
  const search: Record<string, unknown> = {}
  const ignored: string[] = []
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined) continue
    const read = Object.hasOwn(shape, name) ? shape[name]?.safeParse(String(value)) : undefined
    if (read?.success) search[name] = read.data
    else ignored.push(`${name}=${String(value)}`)
  }
  return { search: search as SearchOf<S>, ignored }
}

/** Digits are an id; anything else is part of a name. */
export const isId = (typed: string) => /^\d{1,9}$/.test(typed)

/** The ids that someone typed, `"12, 40"`; `undefined` when it is anything else. */
export const idsIn = (typed: string): number[] | undefined =>
  /^\d{1,9}([\s,]+\d{1,9})*$/.test(typed) ? typed.split(/[\s,]+/).map(Number) : undefined

/** A condition in words, and the search without it. */
export type Condition<Search = object> = { name: string; value: string; without: Search }

/** What narrows the list, in the order of `named`. Dropping a condition leads back to the first page. */
export const conditionsIn = <Search extends object>(
  search: Search,
  named: readonly (readonly [key: keyof Search, name: string, value: string | number | undefined])[],
): Condition<Search>[] =>
  named
    .filter(([, , value]) => value !== undefined)
    .map(([key, name, value]) => ({
      name,
      value: String(value),
      without: { ...search, [key]: undefined, page: undefined },
    }))
