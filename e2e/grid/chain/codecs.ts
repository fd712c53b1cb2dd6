import { Metadata, TypeRegistry, type GenericCall } from '@polkadot/types'
import type { Codec } from '@polkadot/types/types'
import { u8aConcat, u8aToHex } from '@polkadot/util'
import type { Reason } from './dispatch-error.ts'
import { tfchain } from './metadata/layout.ts'
import { encodeMetadata } from './metadata/metadata.ts'

export type EventRecord = {
  /** Index of the extrinsic in its block, or when it happened without one: before the first or after the last. */
  phase: number | 'Initialization' | 'Finalization'
  pallet: string
  event: string
  fields: unknown[]
}

/** A dispatch error as its SCALE type takes it. */
export type DispatchErrorWire =
  { Module: { index: number; error: Uint8Array } } | { Token: string } | { BadOrigin: null } | { CannotLookup: null }

/** The runtime's types at work: reads extrinsics and writes values, events and errors by their names. */
export class Codecs {
  readonly metadata: string
  readonly #registry = new TypeRegistry()
  readonly #values = new Map<string, string>()
  readonly #events = new Map<string, { index: number; fields: string[] }>()

  /** The metadata has the calls for which `offers` says yes. */
  constructor(offers: (pallet: string, call: string) => boolean) {
    const metadata = new Metadata(this.#registry, encodeMetadata(tfchain, offers))
    // Without this the client library warns about an extension that adds nothing to what is signed.
    this.#registry.setMetadata(metadata, undefined, { ContractIdProvides: { extrinsic: {}, payload: {} } })
    this.metadata = metadata.toHex()
    for (const pallet of metadata.asLatest.pallets) {
      for (const { name, type } of pallet.storage.unwrapOr({ items: [] }).items)
        this.#values.set(
          `${pallet.name}.${name}`,
          this.#registry.createLookupType(type.isPlain ? type.asPlain : type.asMap.value),
        )
      if (pallet.events.isNone) continue
      for (const { name, index, fields } of this.#registry.lookup.getSiType(pallet.events.unwrap().type).def.asVariant
        .variants)
        this.#events.set(`${pallet.name}.${name}`, {
          index: index.toNumber(),
          fields: fields.map(({ type }) => this.#registry.createLookupType(type)),
        })
    }
  }

  /** Reads or makes a value of a type that the client library knows by name. */
  make<T extends Codec>(type: string, value: unknown): T {
    return this.#registry.createType(type, value) as unknown as T
  }

  value({ pallet, name }: { pallet: string; name: string }, wire: unknown): string {
    return u8aToHex(this.make(this.#values.get(`${pallet}.${name}`)!, wire).toU8a())
  }

  event({ phase, pallet, event, fields }: EventRecord): Uint8Array {
    const layout = this.#events.get(`${pallet}.${event}`)
    if (!layout) throw new Error(`the runtime has no event ${pallet}.${event}`)
    return u8aConcat(
      this.make('Phase', typeof phase === 'number' ? { ApplyExtrinsic: phase } : { [phase]: null }).toU8a(),
      Uint8Array.of(palletLayout(pallet).index, layout.index),
      ...layout.fields.map((type, i) => this.make(type, fields[i]).toU8a()),
      Uint8Array.of(0), // no topics
    )
  }

  error(reason: Reason): DispatchErrorWire {
    if (reason === 'BadOrigin') return { BadOrigin: null }
    if (reason === 'CannotLookup') return { CannotLookup: null }
    if ('token' in reason) return { Token: reason.token }
    const { index, errors } = palletLayout(reason.pallet)
    const error = errors?.[reason.error]
    if (error === undefined) throw new Error(`the runtime has no error ${reason.pallet}.${reason.error}`)
    return { Module: { index, error: Uint8Array.of(error, 0, 0, 0) } }
  }
}

function palletLayout(name: string) {
  const pallet = tfchain.pallets.find((each) => each.name === name)
  if (!pallet) throw new Error(`the runtime has no pallet ${name}`)
  return pallet
}

/** Whether the runtime has this error, named `Pallet.Error`. */
export function hasError(name: string): boolean {
  const [pallet, error] = name.split('.')
  return tfchain.pallets.find((each) => each.name === pallet)?.errors?.[error ?? ''] !== undefined
}

/** How the keys of an item are hashed. */
export const hashersOf = ({ pallet, name }: { pallet: string; name: string }): string[] =>
  palletLayout(pallet).storage?.[name]?.hashers ?? []

/** By pallet and call as the metadata names them: `Balances.transfer_all`. */
export const callName = (call: GenericCall): string =>
  `${tfchain.pallets.find(({ index }) => index === call.callIndex[0])?.name}.${call.meta.name}`
