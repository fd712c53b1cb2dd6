import { account, map, u32, value } from './item.ts'

/** An account that holds at least the existential deposit. */
export type Account = { nonce: number; free: bigint; reserved: bigint }

// pallet_balances types.rs: the account's data follow the rules that came with holds and freezes.
const newLogic = 1n << 127n

const accountWire = ({ nonce, free, reserved }: Account) => ({
  nonce,
  consumers: reserved > 0n ? 1 : 0,
  providers: 1,
  sufficients: 0,
  data: { free, reserved, frozen: 0, flags: newLogic },
})

export const accounts = map<Uint8Array, Account>('System', 'Account', account, accountWire)
export const blockNumber = value<number>('System', 'Number')
export const parentHash = value<string>('System', 'ParentHash')
export const blockHash = map<number, string>('System', 'BlockHash', u32)
/** The events of the block, in SCALE. */
export const events = value<Uint8Array>('System', 'Events')
export const eventCount = value<number>('System', 'EventCount')
/** Milliseconds since 1970. */
export const now = value<number>('Timestamp', 'Now')
export const totalIssuance = value<bigint>('Balances', 'TotalIssuance')
export const nextFeeMultiplier = value<number>('TransactionPayment', 'NextFeeMultiplier')

/** mUSD. */
export const tftPrice = value<number>('TFTPriceModule', 'TftPrice')
export const averageTftPrice = value<number>('TFTPriceModule', 'AverageTftPrice')
export const minTftPrice = value<number>('TFTPriceModule', 'MinTftPrice')
export const maxTftPrice = value<number>('TFTPriceModule', 'MaxTftPrice')
