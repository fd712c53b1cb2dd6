import type { Trouble } from '../chain/trouble.ts'
import type { Faults } from '../faults.ts'

/** What the faults make of extrinsics. */
export const extrinsicTrouble = (faults: Faults): Trouble => ({
  drops: () => faults.take('extrinsic-dropped') !== undefined,
  fails: () => {
    const [pallet, error] = faults.take('extrinsic-failed')?.error.split('.') ?? []
    return pallet && error ? { pallet, error } : undefined
  },
  forks: () => faults.take('chain-fork') !== undefined,
})
