import type { ApiPromise } from '@polkadot/api'
import type { SubmittableExtrinsic } from '@polkadot/api/types'
import { u8aToHex } from '@polkadot/util'
import type { Tft } from '#domain/money.ts'
import type { PublicConfig } from '#domain/node.ts'
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
  | { call: 'update-node-contract'; contractId: number; hash: string; data: string }
  /** Keeps a name for gateways of this twin. */
  | { call: 'create-name-contract'; name: string }
  /** Rents a whole node. */
  | { call: 'create-rent-contract'; nodeId: number }
  | { call: 'cancel-contract'; contractId: number }
  /** Bills a contract now, which ends its grace period when there is money. */
  | { call: 'bill-contract'; contractId: number }
  | { call: 'create-farm'; name: string }
  | { call: 'rename-farm'; farmId: number; name: string }
  /** `ip` with its mask, `185.1.2.3/24`. */
  | { call: 'add-farm-ip'; farmId: number; ip: string; gateway: string }
  | { call: 'remove-farm-ip'; farmId: number; ip: string }
  /** Where farming rewards go: a Stellar address. */
  | { call: 'set-farm-payout'; farmId: number; stellarAddress: string }
  /** `undefined` takes it away. */
  | { call: 'set-node-public-config'; farmId: number; nodeId: number; config: PublicConfig | undefined }
  | { call: 'set-node-extra-fee'; nodeId: number; milliUsdPerMonth: number }
  | { call: 'set-node-power'; nodeId: number; power: 'Up' | 'Down' }
  | { call: 'vote'; farmId: number; proposal: string; approve: boolean }

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
    case 'update-node-contract':
      return named(api, 'smartContractModule', 'updateNodeContract')(call.contractId, call.hash, call.data)
    case 'create-name-contract':
      return named(api, 'smartContractModule', 'createNameContract')(call.name)
    case 'create-rent-contract':
      return named(api, 'smartContractModule', 'createRentContract')(call.nodeId, null)
    case 'cancel-contract':
      return named(api, 'smartContractModule', 'cancelContract')(call.contractId)
    case 'bill-contract':
      return named(api, 'smartContractModule', 'billContractForBlock')(call.contractId)
    case 'set-node-extra-fee':
      return named(api, 'smartContractModule', 'setDedicatedNodeExtraFee')(call.nodeId, call.milliUsdPerMonth)
    case 'create-farm':
      return named(api, 'tfgridModule', 'createFarm')(call.name, [])
    case 'rename-farm':
      return named(api, 'tfgridModule', 'updateFarm')(call.farmId, call.name)
    case 'add-farm-ip':
      return named(api, 'tfgridModule', 'addFarmIp')(call.farmId, call.ip, call.gateway)
    case 'remove-farm-ip':
      return named(api, 'tfgridModule', 'removeFarmIp')(call.farmId, call.ip)
    case 'set-farm-payout':
      return named(api, 'tfgridModule', 'addStellarPayoutV2address')(call.farmId, call.stellarAddress)
    case 'set-node-public-config':
      return named(api, 'tfgridModule', 'addNodePublicConfig')(call.farmId, call.nodeId, publicConfig(call.config))
    case 'set-node-power':
      return named(api, 'tfgridModule', 'changePowerTarget')(call.nodeId, call.power)
    case 'vote':
      return named(api, 'dao', 'vote')(call.farmId, call.proposal, call.approve)
  }
}

/** As the chain has it: IPv6 and domain only where they are set. */
const publicConfig = (config: PublicConfig | undefined) =>
  config
    ? {
        ip4: { ip: config.ipv4, gw: config.gw4 },
        ip6: config.ipv6 === '' ? null : { ip: config.ipv6, gw: config.gw6 },
        domain: config.domain === '' ? null : config.domain,
      }
    : null

const key = (bytes: Uint8Array | undefined) => (bytes ? u8aToHex(bytes) : null)

/** A call by its name: indices differ from chain to chain, and an older one may lack it. @throws WireError 'missing' */
function named(api: ApiPromise, section: string, method: string): (...args: unknown[]) => Transaction {
  const found = api.tx[section]?.[method]
  if (!found) throw new WireError({ kind: 'missing', where: 'TFChain', what: `The call ${section}.${method}` })
  return found
}
