import type { Bytes } from '@polkadot/types'
import { u8aToHex } from '@polkadot/util'
import { refusals } from '../dispatch-error.ts'
import { entries } from '../state/kv-store-items.ts'
import type { Frame, Pallet } from './pallet.ts'

const name = 'TFKVStore'
const refuse = refusals(name)

// tfchain pallet-kvstore kvstore.rs (33046d6)
const longestKey = 512
const longestValue = 2048

const keyOf = (key: Bytes): string => u8aToHex(key.toU8a(true))

/** What accounts keep for themselves on the chain. Everybody can read it. */
export const kvStore: Pallet = {
  name,
  calls: {
    set({ state, caller, emit }: Frame, key: Bytes, value: Bytes) {
      if (key.length > longestKey) refuse('KeyIsTooLarge')
      if (value.length > longestValue) refuse('ValueIsTooLarge')
      state.write(entries, [caller, keyOf(key)], value.toU8a())
      emit(name, 'EntrySet', [caller, key, value])
    },

    delete({ state, caller, emit }: Frame, key: Bytes) {
      const value = state.read(entries, caller, keyOf(key)) ?? refuse('NoValueStored')
      state.write(entries, [caller, keyOf(key)], undefined)
      emit(name, 'EntryTaken', [caller, key, value])
    },
  },
}
