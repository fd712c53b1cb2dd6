import { option, text } from '../scale.ts'
import { map, text as textKey, u64, value } from './item.ts'

const pallet = 'TFTBridgeModule'

/** TFT that came from Stellar. Amounts are in 1e-7 TFT. */
export type Deposit = { amount: bigint; target: Uint8Array; block: number; votes: number }

export type StellarSignature = { signature: string; key: string }

/** TFT on its way to Stellar. */
export type Withdrawal = {
  id: number
  /** In which it was asked for. */
  block: number
  /** Without the fee. */
  amount: bigint
  source: Uint8Array
  target: string
  signatures: StellarSignature[]
  sequenceNumber: number
}

export const signatureWire = ({ signature, key }: StellarSignature) => ({
  signature: text(signature),
  stellarPubKey: text(key),
})

export const withdrawalWire = ({ source, target, signatures, ...rest }: Withdrawal) => ({
  ...rest,
  source: option(source),
  target: text(target),
  signatures: signatures.map(signatureWire),
})

export const validators = value<Uint8Array[]>(pallet, 'Validators')
export const feeAccount = value<Uint8Array>(pallet, 'FeeAccount')
export const withdrawFee = value<bigint>(pallet, 'WithdrawFee')
export const depositFee = value<bigint>(pallet, 'DepositFee')
export const withdrawalId = value<number>(pallet, 'BurnTransactionID')
export const withdrawals = map<number, Withdrawal>(pallet, 'BurnTransactions', u64, withdrawalWire)
export const doneWithdrawals = map<number, Withdrawal>(pallet, 'ExecutedBurnTransactions', u64, withdrawalWire)
/** By the id of the transaction on Stellar, hex. */
export const doneDeposits = map<string, Deposit>(pallet, 'ExecutedMintTransactions', textKey)
