import type { GenericCall, GenericExtrinsic } from '@polkadot/types'
import { hexToU8a, u8aToHex } from '@polkadot/util'
import type { Blockchain } from '../blockchain.ts'
import { accountOf } from '../pallets/balances.ts'
import { dispatchInfo, feeOf } from '../runtime.ts'
import { bytes, list, option, u32 } from '../scale.ts'
import { badParams, RpcError } from './rpc-error.ts'

type RuntimeCall = (chain: Blockchain, data: Uint8Array) => Uint8Array

/** What the extrinsic would cost as it is sent. */
export function dispatchCost({ runtime }: Blockchain, extrinsic: Uint8Array) {
  const { method } = runtime.codecs.make<GenericExtrinsic>('Extrinsic', extrinsic)
  const { weight, class: kind } = dispatchInfo(method as GenericCall)
  return { weight, class: kind, partialFee: feeOf(extrinsic.length) }
}

const calls: Record<string, RuntimeCall> = {
  Metadata_metadata: (chain) => bytes(hexToU8a(chain.runtime.codecs.metadata)),
  Metadata_metadata_versions: () => list([14], u32),
  // None: clients fall back to state_getMetadata, which has version 14.
  Metadata_metadata_at_version: () => option(undefined),
  AccountNonceApi_account_nonce(chain, data) {
    if (data.length !== 32) throw badParams('an account is 32 bytes')
    return u32(accountOf(chain.runtime.state, data).nonce)
  },
  TransactionPaymentApi_query_info(chain, data) {
    // The extrinsic is followed by its length as u32.
    if (data.length < 4) throw badParams('an extrinsic and its length are expected')
    return chain.runtime.codecs.make('RuntimeDispatchInfo', dispatchCost(chain, data.subarray(0, -4))).toU8a()
  },
}

/** The answer to state_call: SCALE in hex. */
export function runtimeCall(chain: Blockchain, name: string, data: string): string {
  const call = calls[name]
  if (!call) throw new RpcError(4003, `Client error: Execution failed: Other: Exported method ${name} is not found`)
  return u8aToHex(call(chain, hexToU8a(data)))
}
