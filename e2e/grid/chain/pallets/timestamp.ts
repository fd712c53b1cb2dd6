import { DispatchError } from '../dispatch-error.ts'
import type { Pallet } from './pallet.ts'

/** The author sets the time of a block; nobody else may. */
export const timestamp: Pallet = {
  name: 'Timestamp',
  calls: {
    set: () => {
      throw new DispatchError('BadOrigin')
    },
  },
}
