import type { Bytes } from '@polkadot/types'
import { blake2AsU8a } from '@polkadot/util-crypto'
import type { Frame, Pallet } from './pallet.ts'

const name = 'System'

export const system: Pallet = {
  name,
  calls: {
    remark: () => {},
    remark_with_event: (frame: Frame, remark: Bytes) =>
      frame.emit(name, 'Remarked', [frame.caller, blake2AsU8a(remark.toU8a(true))]),
  },
}
