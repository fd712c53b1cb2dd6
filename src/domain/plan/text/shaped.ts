import { isAlias, isMap, isScalar, isSeq, type Document, type Node, type Pair, type Scalar } from 'yaml'
import { wanted, zero, type Members, type Shape } from './shape.ts'

/** The way to a value: members by name, items by number. */
export type Path = readonly (string | number)[]

/** A value that is not of its shape: from which character on, and why. */
export type Wrong = { at: number; path: string; words: string }

/** A value, its node in the text or the nearest around it, and the way to it in words. */
type Found = { value: unknown; node: Node | undefined; path: string }

/** What a document holds, with Go's zero for what is needed and absent. What is not of its shape is added to `wrong`. */
export function shaped(shape: Shape, whole: unknown, document: Document, wrong: Wrong[]): unknown {
  return read(shape, { value: whole, node: document.contents as Node, path: '' })

  function read(shape: Shape, found: Found): unknown {
    const { value } = found
    if (shape.kind === 'by') return read(shape.of(isObject(value) ? value : {}), found)
    const should = wanted(shape, value)
    if (should !== undefined) return complain(found, `should be ${should}, got ${shown(value)}`)
    const node = isAlias(found.node) ? found.node.resolve(document) : found.node
    if (shape.kind === 'integer' && isScalar(node) && typeof node.value === 'number')
      return complain(found, `should be written without a point or an exponent, got ${node.source}`)
    if (shape.kind === 'list') return readItems(shape.of, { ...found, node })
    return shape.kind === 'map' || shape.kind === 'record' ? readMembers(shape, { ...found, node }) : value
  }

  function readItems(shape: Shape, { value, node, path }: Found): unknown[] {
    const items = isSeq(node) ? (node.items as Node[]) : []
    return (value as unknown[]).map((item, i) =>
      read(shape, { value: item ?? zero(shape), node: items[i] ?? node, path: `${path}[${i}]` }),
    )
  }

  function readMembers(shape: Extract<Shape, { kind: 'map' | 'record' }>, { value, node, path }: Found): object {
    const given = value as Record<string, unknown>
    const pairs = new Map(isMap(node) ? node.items.map((pair) => [nameOf(pair), pair]) : [])
    const [needs, takes]: [Members, Members] = shape.kind === 'record' ? [shape.needs, shape.takes] : [{}, {}]
    const missing = Object.keys(needs).filter((name) => !Object.hasOwn(given, name))
    const entries = [...Object.keys(given), ...missing].map((name) => {
      const pair = pairs.get(name)
      const at = { node: (pair?.value ?? node) as Node | undefined, path: path === '' ? name : `${path}.${name}` }
      const member = Object.hasOwn(given, name) ? given[name] : undefined
      const needed = shape.kind === 'map' ? shape.of : own(needs, name)
      if (needed) return [name, read(needed, { ...at, value: member ?? zero(needed) })]
      const taken = own(takes, name)
      if (taken) return [name, member === null ? null : read(taken, { ...at, value: member })]
      const meant = [...Object.keys(needs), ...Object.keys(takes)].find((one) => sameName(one, name))
      if (meant !== undefined)
        complain(
          { ...at, node: pair?.key as Node, value: member },
          `should be written ${meant}: nodes take it for that`,
        )
      return [name, member]
    })
    return Object.fromEntries(entries) as object
  }

  function complain({ value, node, path }: Found, words: string): unknown {
    wrong.push({ at: node?.range?.[0] ?? 0, path, words: `${path || 'it'} ${words}` })
    return value
  }
}

/** From which character on a member or item stands, or the nearest around it. */
export function offsetOf(document: Document, path: Path): number {
  let node = document.contents as unknown
  let at = 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    const pair = isMap(node) ? node.items.find((one) => nameOf(one) === String(step)) : undefined
    const item = isSeq(node) ? node.items[Number(step)] : undefined
    const next = (pair?.key ?? item) as Node | undefined
    if (!next) return at
    at = next.range?.[0] ?? at
    node = pair ? pair.value : item
  }
  return at
}

const nameOf = ({ key }: Pair) => String((key as Scalar).value)

const own = (members: Members, name: string): Shape | undefined =>
  Object.hasOwn(members, name) ? members[name] : undefined

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return 'an object'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
