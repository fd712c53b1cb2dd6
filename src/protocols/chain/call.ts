import type { ApiPromise } from '@polkadot/api'
import type { SubmittableExtrinsic } from '@polkadot/api/types'
import { u8aToHex } from '@polkadot/util'
import type { Tft } from '#domain/money.ts'
import { WireError } from '#protocols/fault.ts'

/** What can be asked of the chain, as data: it crosses to the worker that signs, and a review can read it out. */
export type Call =
  | { call: 'accept-terms'; link: string; hash: string }
  | { call: 'create-twin'; relay: string; encryptionKey: Uint8Array | undefined }
  /** Both are replaced: what is `undefined` is cleared. */
  | { call: 'update-twin'; relay: string | undefined; encryptionKey: Uint8Array | undefined }
  | { call: 'transfer'; to: string; amount: Tft }
  /** Sends what is left after the fee, and ends the account. */
  | { call: 'transfer-all'; to: string }
  /** Burns TFT here to have it on Stellar, less the bridge's fee. `to` is a Stellar address, `G…`. */
  | { call: 'swap-to-stellar'; to: string; amount: Tft }
  | { call: 'create-node-contract'; nodeId: number; hash: string; data: string; publicIps: number }
  | { call: 'cancel-contract'; contractId: number }

export type Transaction = SubmittableExtrinsic<'promise'>

/** Several calls become one transaction that happens whole or not at all, for one signature. */
export function transaction(api: ApiPromise, calls: Call[]): Transaction {
  const all = calls.map((call) => single(api, call))
  return all.length === 1 ? all[0]! : named(api, 'utility', 'batchAll')(all)
}

function single(api: ApiPromise, call: Call): Transaction {
  switch (call.call) {
    case 'accept-terms':
      return named(api, 'tfgridModule', 'userAcceptTc')(call.link, call.hash)
    case 'create-twin':
      return named(api, 'tfgridModule', 'createTwin')(call.relay, key(call.encryptionKey))
    case 'update-twin':
      return named(api, 'tfgridModule', 'updateTwin')(call.relay ?? null, key(call.encryptionKey))
    case 'transfer':
      return named(api, 'balances', 'transferKeepAlive')(call.to, call.amount)
    case 'transfer-all':
      return named(api, 'balances', 'transferAll')(call.to, false)
    case 'swap-to-stellar':
      return named(api, 'tftBridgeModule', 'swapToStellar')(call.to, call.amount)
    case 'create-node-contract':
      return named(api, 'smartContractModule', 'createNodeContract')(
        call.nodeId,
        call.hash,
        call.data,
        call.publicIps,
        null,
      )
    case 'cancel-contract':
      return named(api, 'smartContractModule', 'cancelContract')(call.contractId)
  }
}

const key = (bytes: Uint8Array | undefined) => (bytes ? u8aToHex(bytes) : null)

/** A call by its name: indices differ from chain to chain, and an older one may lack it. @throws WireError 'missing' */
function named(api: ApiPromise, section: string, method: string): (...args: unknown[]) => Transaction {
  const found = api.tx[section]?.[method]
  if (!found) throw new WireError({ kind: 'missing', where: 'TFChain', what: `The call ${section}.${method}` })
  return found
}
