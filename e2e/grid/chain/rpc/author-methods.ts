import { hexToU8a } from '@polkadot/util'
import type { Call, Methods } from './connection.ts'
import { hex } from './params.ts'
import { dispatchCost } from './runtime-calls.ts'

const extrinsic = ({ params }: Call): string => hex(params[0], 'extrinsic')

export const authorMethods: Methods = {
  author_submitExtrinsic: (call) => call.chain.submit(extrinsic(call), () => {}).hash,
  author_submitAndWatchExtrinsic: (call) =>
    call.subscribe('author_extrinsicUpdate', (push) => {
      call.chain.submit(extrinsic(call), push)
      return () => {}
    }),
  author_unwatchExtrinsic: ({ unsubscribe, params: [id] }) => unsubscribe(id),
  author_pendingExtrinsics: ({ chain }) => chain.pool.pending(),
  payment_queryInfo(call) {
    const { weight, class: kind, partialFee } = dispatchCost(call.chain, hexToU8a(extrinsic(call)))
    return {
      weight: { ref_time: weight.refTime, proof_size: weight.proofSize },
      class: kind.toLowerCase(),
      partialFee: partialFee.toString(),
    }
  },
}
