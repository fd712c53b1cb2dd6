import { hexToU8a } from '@polkadot/util'
import type { Layout, PalletLayout, StorageLayout, Variants } from './layout.ts'
import { byte, bytes, compact, concat, list, option, text, u32 } from '../scale.ts'
import { TypeTable } from './type-table.ts'

const magic = 0x6174656d // "meta", little endian
const hashers = ['Blake2_128', 'Blake2_256', 'Blake2_128Concat', 'Twox128', 'Twox256', 'Twox64Concat', 'Identity']
const noDocs = compact(0)

/**
 * SCALE metadata, version 14, of a runtime. Of its calls only those which `offers` says yes to, so that clients which look
 * for a call before they use it find exactly what works.
 * Format: frame-metadata v14.rs; what @polkadot/api reads besides: params of EventRecord and UncheckedExtrinsic.
 */
export function encodeMetadata(layout: Layout, offers: (pallet: string, call: string) => boolean): Uint8Array {
  const types = new TypeTable(layout.types)
  // First, because calls and events refer to them.
  const callId = types.reserve('RuntimeCall')
  const eventId = types.reserve('RuntimeEvent')

  const pallets = layout.pallets.map((pallet) => {
    const offered = Object.entries(pallet.calls ?? {}).filter(([call]) => offers(pallet.name, call))
    return new PalletWriter(types, { ...pallet, calls: Object.fromEntries(offered) })
  })
  types.define(callId, ['tfchain_runtime', 'RuntimeCall'], outer(types, pallets, 'calls'))
  types.define(eventId, ['tfchain_runtime', 'RuntimeEvent'], outer(types, pallets, 'events'))

  const extensions = layout.extrinsic.signedExtensions.map(({ identifier, type, additionalSigned }) => ({
    identifier,
    type: types.id(type),
    additionalSigned: types.id(additionalSigned),
  }))
  const extrinsic = types.add(layout.extrinsic.path.split('::'), types.composite(['Bytes']), [
    ['Address', types.id('MultiAddress')],
    ['Call', callId],
    ['Signature', types.id('MultiSignature')],
    ['Extra', types.add([], types.tuple(extensions.map(({ type }) => type)))],
  ])
  const runtime = types.add(['tfchain_runtime', 'Runtime'], types.composite([]))

  // Before the table is written every part has put its types there.
  const body = concat(
    list(pallets, (pallet) => pallet.encode()),
    compact(extrinsic),
    byte(4),
    list(extensions, ({ identifier, type, additionalSigned }) =>
      concat(text(identifier), compact(type), compact(additionalSigned)),
    ),
    compact(runtime),
  )
  return concat(u32(magic), byte(14), types.encode(), body)
}

const outer = (types: TypeTable, pallets: PalletWriter[], kind: 'calls' | 'events'): Uint8Array =>
  types.variants(
    Object.fromEntries(
      pallets
        .filter((each) => each[kind] !== undefined)
        .map((each) => [each.name, [each.index, [`${each.name}.${kind}`]]]),
    ),
  )

class PalletWriter {
  readonly name: string
  readonly index: number
  readonly calls: number | undefined
  readonly events: number | undefined
  readonly #errors: number | undefined
  readonly #types: TypeTable
  readonly #layout: PalletLayout

  constructor(types: TypeTable, layout: PalletLayout) {
    this.#types = types
    this.#layout = layout
    this.name = layout.name
    this.index = layout.index
    const errors = Object.entries(layout.errors ?? {}).map(([name, index]): [string, Variants[string]] => [
      name,
      [index, []],
    ])
    this.calls = this.#enum('calls', 'Call', layout.calls ?? {})
    this.events = this.#enum('events', 'Event', layout.events ?? {})
    this.#errors = this.#enum('errors', 'Error', Object.fromEntries(errors))
  }

  encode(): Uint8Array {
    const { prefix, storage, constants = {} } = this.#layout
    const id = (type: number | undefined) => option(type === undefined ? undefined : compact(type))
    const items = list(Object.entries(storage ?? {}), ([name, item]) => this.#storage(name, item))
    return concat(
      text(this.name),
      option(prefix === undefined ? undefined : concat(text(prefix), items)),
      id(this.calls),
      id(this.events),
      list(Object.entries(constants), ([name, { type, value }]) =>
        concat(text(name), compact(this.#types.id(type)), bytes(hexToU8a(value)), noDocs),
      ),
      id(this.#errors),
      byte(this.index),
    )
  }

  #enum(kind: string, last: string, variants: Variants): number | undefined {
    if (Object.keys(variants).length === 0) return undefined
    const id = this.#types.reserve(`${this.name}.${kind}`)
    return this.#types.define(id, [`pallet_${this.name.toLowerCase()}`, 'pallet', last], this.#types.variants(variants))
  }

  #storage(
    name: string,
    { value, key, hashers: names = [], optional = false, fallback = '0x00' }: StorageLayout,
  ): Uint8Array {
    const valueId = compact(this.#types.id(value))
    const type =
      key === undefined
        ? concat(byte(0), valueId)
        : concat(
            byte(1),
            list(names, (hasher) => byte(hashers.indexOf(hasher))),
            compact(this.#types.id(key)),
            valueId,
          )
    return concat(text(name), byte(optional ? 0 : 1), type, bytes(hexToU8a(fallback)), noDocs)
  }
}
