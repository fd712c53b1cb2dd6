import type { GenericCall } from '@polkadot/types'
import type { Codec } from '@polkadot/types/types'
import type { DispatchErrorWire } from '../codecs.ts'
import type { ChainEvent } from '../nouns.ts'
import type { Storage } from '../state/storage.ts'

/** What code that runs inside a block can see and do. */
export type Context = {
  state: Storage
  /** Milliseconds since 1970, as Timestamp.Now. */
  now: number
  /** Adds an event to the block; `told` is what the grid's own parts hear of it. */
  emit(pallet: string, event: string, fields: unknown[], told?: ChainEvent): void
}

/** A context for one call. */
export type Frame = Context & {
  caller: Uint8Array
  /** Runs another call for the same caller. @throws DispatchError */
  dispatch(call: GenericCall): void
  /** The same, but a call that fails is taken back by itself and its error returned. */
  attempt(call: GenericCall): DispatchErrorWire | undefined
}

/** `free`: when the call was an extrinsic of its own its fee is given back. */
export type Handler = (frame: Frame, ...args: never[]) => void | 'free'

export type Pallet = {
  name: string
  /** By their names in the metadata. */
  calls: Record<string, Handler>
  /**
   * Longest byte strings by argument of a call, or by the path in it (`public_config.ip4.gw`): longer ones do not decode, as
   * with the runtime's BoundedVec.
   */
  bounds?: Record<string, Record<string, number>>
  /** What happens at the beginning of each block, before its extrinsics. */
  begin?: (context: Context) => void
}

/** An integer argument. Beyond 2^53 it only has to be recognised as an id that nothing has. */
export const toNumber = (codec: Codec): number => Number(codec.toString())
