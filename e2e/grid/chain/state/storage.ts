import { hexToU8a, u8aConcat, u8aToHex } from '@polkadot/util'
import { blake2AsU8a, xxhashAsU8a } from '@polkadot/util-crypto'
import type { Item } from './item.ts'

// An item of any key and value, as the storage keeps them side by side.
type AnyItem = Item<never[], never>
type Version = { block: number; value: unknown; encoded?: string }
type Encode = (item: { pallet: string; name: string }, wire: unknown) => string

/** One entry of the storage and what it was at each block, the last value of a block last. */
class Entry {
  readonly versions: Version[] = []
  readonly #table: Table
  readonly #id: string
  #key: string | undefined

  constructor(table: Table, id: string) {
    this.#table = table
    this.#id = id
  }

  /** Hashed when somebody asks for it: there are many entries. */
  get key(): string {
    return (this.#key ??= this.#table.keyOf(this.#id))
  }

  version(block: number): Version | undefined {
    return this.versions.findLast((version) => version.block <= block)
  }
}

// The part itself follows its hash, so that keys can be read back: frame-support hash.rs
const hashers: Record<string, { length: number; hash: (part: Uint8Array) => Uint8Array }> = {
  Blake2_128Concat: { length: 16, hash: (part) => u8aConcat(blake2AsU8a(part, 128), part) },
  Twox64Concat: { length: 8, hash: (part) => u8aConcat(xxhashAsU8a(part, 64), part) },
  Identity: { length: 0, hash: (part) => part },
}

/** The entries of one item. */
class Table {
  readonly item: AnyItem
  readonly prefix: Uint8Array
  readonly hashers: { length: number; hash: (part: Uint8Array) => Uint8Array }[]
  readonly #entries = new Map<string, Entry>()
  #sorted: Entry[] | undefined

  constructor(item: AnyItem, hasherNames: string[]) {
    this.item = item
    this.prefix = u8aConcat(xxhashAsU8a(item.pallet, 128), xxhashAsU8a(item.name, 128))
    this.hashers = hasherNames.map((name) => hashers[name]!)
  }

  entry(key: readonly unknown[]): Entry | undefined {
    return this.#entries.get(this.#idOf(key))
  }

  entryToWrite(key: readonly unknown[]): Entry {
    const id = this.#idOf(key)
    let entry = this.#entries.get(id)
    if (!entry) {
      entry = new Entry(this, id)
      this.#entries.set(id, entry)
      this.#sorted = undefined
    }
    return entry
  }

  /** The entry with this whole key as clients write it. */
  entryAt(key: Uint8Array): Entry | undefined {
    let id = ''
    let at = this.prefix.length
    this.hashers.forEach(({ length }, i) => {
      const size = this.item.parts[i]!.size ?? key.length - at - length
      id += latin1(key.subarray(at + length, at + length + size))
      at += length + size
    })
    const entry = this.#entries.get(id)
    return entry?.key === u8aToHex(key) ? entry : undefined
  }

  /** The whole key of an entry in hex, as clients write it. */
  keyOf(id: string): string {
    const bytes = Buffer.from(id, 'latin1')
    let at = 0
    const hashed = this.hashers.map(({ hash }, i) => {
      const part = bytes.subarray(at, (at += this.item.parts[i]!.size ?? bytes.length - at))
      return hash(new Uint8Array(part))
    })
    return u8aToHex(u8aConcat(this.prefix, ...hashed))
  }

  entries(): Iterable<Entry> {
    return this.#entries.values()
  }

  /** By key, the order in which clients page through them. */
  sorted(): Entry[] {
    return (this.#sorted ??= [...this.#entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1)))
  }

  /** A key's parts without their hashes. All but the last are of a fixed size, so nothing stands between them. */
  #idOf(key: readonly unknown[]): string {
    let id = ''
    for (let i = 0; i < key.length; i++) id += latin1(this.item.parts[i]!.encode(key[i] as never))
    return id
  }
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

/** The chain's state at every block. Writes belong to the block being made and can be taken back until it is sealed. */
export class Storage {
  /** The block being made. */
  block = 0
  readonly #tables = new Map<string, Table>()
  readonly #byPrefix = new Map<string, Table>()
  readonly #hashersOf: (item: { pallet: string; name: string }) => string[]
  readonly #encode: Encode
  /** Entries in the order in which the block wrote them. */
  #written: Entry[] = []
  #writtenLast: Entry[] = []

  constructor(hashersOf: (item: { pallet: string; name: string }) => string[], encode: Encode) {
    this.#hashersOf = hashersOf
    this.#encode = encode
  }

  read<K extends readonly unknown[], V>(item: Item<K, V>, ...key: NoInfer<K>): V | undefined {
    return this.#table(item).entry(key)?.versions.at(-1)?.value as V | undefined
  }

  /** All there is now of a map, in the order in which it came. */
  *values<K extends readonly unknown[], V>(item: Item<K, V>): Iterable<V> {
    for (const entry of this.#table(item).entries()) {
      const value = entry.versions.at(-1)?.value
      if (value !== undefined) yield value as V
    }
  }

  /** `undefined` removes the entry. Values are replaced, never changed in place. */
  write<K extends readonly unknown[], V>(item: Item<K, V>, key: NoInfer<K>, value: V | undefined): void {
    const entry = this.#table(item).entryToWrite(key)
    entry.versions.push({ block: this.block, value })
    this.#written.push(entry)
  }

  /** A point to roll back to. */
  mark(): number {
    return this.#written.length
  }

  rollback(mark: number): void {
    for (const { versions } of this.#written.splice(mark)) versions.pop()
  }

  /** Ends the block: what was written stays. */
  seal(): void {
    this.#writtenLast = this.#written
    this.#written = []
    this.block++
  }

  /** Takes back all that the last block wrote; once only, since nothing is kept of those before. */
  unseal(): void {
    for (const { versions } of this.#writtenLast.splice(0)) versions.pop()
  }

  /** What clients read under a key at a block: hex of SCALE, `null` where there is nothing. */
  encoded(key: string, block: number): string | null {
    const bytes = hexToU8a(key)
    const table = this.#byPrefix.get(u8aToHex(bytes.subarray(0, 32)))
    const version = table?.entryAt(bytes)?.version(block)
    if (!table || version?.value === undefined) return null
    return (version.encoded ??= this.#encode(table.item, table.item.wire(version.value as never)))
  }

  changed(key: string, block: number): boolean {
    const bytes = hexToU8a(key)
    const version = this.#byPrefix
      .get(u8aToHex(bytes.subarray(0, 32)))
      ?.entryAt(bytes)
      ?.version(block)
    return version?.block === block
  }

  /** Keys under a prefix that hold something at a block, in order. */
  keys(prefix: string, block: number): string[] {
    return [...this.#byPrefix]
      .filter(([tablePrefix]) => tablePrefix.startsWith(prefix) || prefix.startsWith(tablePrefix))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, table]) => table.sorted().filter((entry) => entry.version(block)?.value !== undefined))
      .map((entry) => entry.key)
      .filter((key) => key.startsWith(prefix))
  }

  #table<K extends readonly unknown[], V>(item: Item<K, V>): Table {
    const name = `${item.pallet}.${item.name}`
    let table = this.#tables.get(name)
    if (!table) {
      table = new Table(item as unknown as AnyItem, this.#hashersOf(item))
      this.#tables.set(name, table)
      this.#byPrefix.set(u8aToHex(table.prefix), table)
    }
    return table
  }
}
