import type { Fields, NamedType, Variants } from './layout.ts'
import { byte, compact, concat, list, option, text, u32 } from '../scale.ts'

// In the order of scale-info's TypeDefPrimitive.
const primitives = ['bool', 'char', 'str', 'u8', 'u16', 'u32', 'u64', 'u128', 'u256', 'i8', 'i16', 'i32', 'i64', 'i128']

// scale-info's TypeDef
const kind = { composite: 0, variant: 1, sequence: 2, array: 3, tuple: 4, primitive: 5, compact: 6 }

type Entry = { path: string[]; params: [name: string, id: number][]; definition: Uint8Array }

/** The types of a metadata, each once. A type's id is its place in the table. */
export class TypeTable {
  #entries: (Entry | undefined)[] = []
  #ids = new Map<string, number>()
  #named: Record<string, NamedType>

  constructor(named: Record<string, NamedType>) {
    this.#named = named
  }

  /** The id of a type expression, which joins the table when it is new. */
  id(expression: string): number {
    const known = this.#ids.get(expression)
    if (known !== undefined) return known
    const id = this.reserve(expression)
    this.#entries[id] = this.#read(expression)
    return id
  }

  /** An id for a type that refers to itself through others; `define` it later. */
  reserve(name: string): number {
    const id = this.#entries.push(undefined) - 1
    this.#ids.set(name, id)
    return id
  }

  define(id: number, path: string[], definition: Uint8Array, params: [string, number][] = []): number {
    this.#entries[id] = { path, params, definition }
    return id
  }

  add(path: string[], definition: Uint8Array, params: [string, number][] = []): number {
    return this.define(this.#entries.push(undefined) - 1, path, definition, params)
  }

  composite(fields: Fields): Uint8Array {
    return concat(byte(kind.composite), this.#fields(fields))
  }

  variants(variants: Variants): Uint8Array {
    return concat(
      byte(kind.variant),
      list(Object.entries(variants), ([name, [index, fields]]) =>
        concat(text(name), this.#fields(fields), byte(index), noDocs),
      ),
    )
  }

  tuple(ids: number[]): Uint8Array {
    return concat(byte(kind.tuple), list(ids, compact))
  }

  encode(): Uint8Array {
    return list([...this.#entries.entries()], ([id, entry]) => {
      if (!entry) throw new Error(`type ${id} was reserved but never defined`)
      const params = list(entry.params, ([name, type]) => concat(text(name), option(compact(type))))
      return concat(compact(id), list(entry.path, text), params, entry.definition, noDocs)
    })
  }

  #fields(fields: Fields): Uint8Array {
    const named = Array.isArray(fields) ? fields.map((type) => [undefined, type] as const) : Object.entries(fields)
    return list([...named], ([name, type]) =>
      concat(option(name === undefined ? undefined : text(name)), compact(this.id(type)), noTypeName, noDocs),
    )
  }

  #read(expression: string): Entry {
    const plain = (definition: Uint8Array): Entry => ({ path: [], params: [], definition })
    if (expression === 'Bytes') return plain(concat(byte(kind.sequence), compact(this.id('u8'))))
    if (expression === 'Text') return plain(concat(byte(kind.primitive), byte(primitives.indexOf('str'))))
    if (primitives.includes(expression))
      return plain(concat(byte(kind.primitive), byte(primitives.indexOf(expression))))
    if (expression.startsWith('('))
      return plain(this.tuple(split(expression.slice(1, -1)).map((each) => this.id(each))))

    const array = /^\[(.+);(\d+)\]$/.exec(expression)
    if (array) return plain(concat(byte(kind.array), u32(Number(array[2])), compact(this.id(array[1]!))))

    const generic = /^(\w+)<(.+)>$/.exec(expression)
    if (generic) return this.#readGeneric(generic[1]!, split(generic[2]!))

    const type = this.#named[expression]
    if (!type) throw new Error(`the layout does not describe the type ${expression}`)
    return {
      path: type.path.split('::'),
      params: Object.entries(type.params ?? {}).map(([name, param]) => [name, this.id(param)]),
      definition: 'fields' in type ? this.composite(type.fields) : this.variants(type.variants),
    }
  }

  #readGeneric(name: string, [first = '()', second = '()']: string[]): Entry {
    const param = (letter: string, type: string): [string, number] => [letter, this.id(type)]
    switch (name) {
      case 'Vec':
        return { path: [], params: [], definition: concat(byte(kind.sequence), compact(this.id(first))) }
      case 'Compact':
        return { path: [], params: [], definition: concat(byte(kind.compact), compact(this.id(first))) }
      case 'Option':
        return {
          path: ['Option'],
          params: [param('T', first)],
          definition: this.variants({ None: [0, []], Some: [1, [first]] }),
        }
      case 'Result':
        return {
          path: ['Result'],
          params: [param('T', first), param('E', second)],
          definition: this.variants({ Ok: [0, [first]], Err: [1, [second]] }),
        }
      default:
        throw new Error(`the layout uses ${name}<>, which is not a known generic type`)
    }
  }
}

const noDocs = compact(0)
const noTypeName = option(undefined)

/** `"u32,[u8;32],(A,B)" → ["u32", "[u8;32]", "(A,B)"]` */
function split(listed: string): string[] {
  const parts: string[] = []
  let depth = 0
  let current = ''
  for (const char of listed) {
    if ('<(['.includes(char)) depth++
    if ('>)]'.includes(char)) depth--
    if (char === ',' && depth === 0) {
      parts.push(current)
      current = ''
    } else current += char
  }
  return current === '' ? parts : [...parts, current]
}
