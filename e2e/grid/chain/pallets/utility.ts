import type { GenericCall, Vec } from '@polkadot/types'
import { refusals } from '../dispatch-error.ts'
import type { Frame, Pallet } from './pallet.ts'

const name = 'Utility'
const refuse = refusals(name)

// batched_calls_limit in the metadata
const mostCalls = 10_922

function checkCount(calls: Vec<GenericCall>): void {
  if (calls.length > mostCalls) refuse('TooManyCalls')
}

/** Several calls in one extrinsic. Rules: substrate frame/utility/src/lib.rs */
export const utility: Pallet = {
  name,
  calls: {
    /** Stops at the first call that fails and keeps what came before. */
    batch(frame: Frame, calls: Vec<GenericCall>) {
      checkCount(calls)
      for (const [index, call] of calls.entries()) {
        const error = frame.attempt(call)
        if (error) return frame.emit(name, 'BatchInterrupted', [index, error])
        frame.emit(name, 'ItemCompleted', [])
      }
      frame.emit(name, 'BatchCompleted', [])
    },

    /** All or nothing. */
    batch_all(frame: Frame, calls: Vec<GenericCall>) {
      checkCount(calls)
      for (const call of calls) {
        if (call.section === 'utility' && call.method === 'batchAll') refusals('System')('CallFiltered')
        frame.dispatch(call)
        frame.emit(name, 'ItemCompleted', [])
      }
      frame.emit(name, 'BatchCompleted', [])
    },

    /** Goes on after calls that fail. */
    force_batch(frame: Frame, calls: Vec<GenericCall>) {
      checkCount(calls)
      let failed = false
      for (const call of calls) {
        const error = frame.attempt(call)
        frame.emit(name, error ? 'ItemFailed' : 'ItemCompleted', error ? [error] : [])
        failed ||= error !== undefined
      }
      frame.emit(name, failed ? 'BatchCompletedWithErrors' : 'BatchCompleted', [])
    },
  },
}
