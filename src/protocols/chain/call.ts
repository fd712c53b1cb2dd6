import type { ApiPromise } from '@polkadot/api'
import type { SubmittableExtrinsic } from '@polkadot/api/types'
import { u8aToHex } from '@polkadot/util'

/** What can be asked of the chain, as data: it crosses to the worker that signs, and a review can read it out. */
export type Call =
  | { call: 'accept-terms'; link: string; hash: string }
  | { call: 'create-twin'; relay: string; encryptionKey: Uint8Array }
  | { call: 'create-node-contract'; nodeId: number; hash: string; data: string; publicIps: number }
  | { call: 'cancel-contract'; contractId: number }

export type Transaction = SubmittableExtrinsic<'promise'>

/** Several calls become one transaction that happens whole or not at all, for one signature. */
export function transaction(api: ApiPromise, calls: Call[]): Transaction {
  const all = calls.map((call) => single(api, call))
  return all.length === 1 ? all[0]! : api.tx.utility!.batchAll!(all)
}

function single(api: ApiPromise, call: Call): Transaction {
  switch (call.call) {
    case 'accept-terms':
      return api.tx.tfgridModule!.userAcceptTc!(call.link, call.hash)
    case 'create-twin':
      return api.tx.tfgridModule!.createTwin!(call.relay, u8aToHex(call.encryptionKey))
    case 'create-node-contract':
      return api.tx.smartContractModule!.createNodeContract!(call.nodeId, call.hash, call.data, call.publicIps, null)
    case 'cancel-contract':
      return api.tx.smartContractModule!.cancelContract!(call.contractId)
  }
}
