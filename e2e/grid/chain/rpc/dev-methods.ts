import { existentialDeposit } from '../pallets/balances.ts'
import { deposit, depositFee } from '../pallets/tft-bridge.ts'
import type { Methods } from './connection.ts'
import { accountId } from './params.ts'
import { badParams } from './rpc-error.ts'

/** What only a local grid can do. */
export const devMethods = (onFunded: (account: Uint8Array) => void): Methods => ({
  /** `[address, amount]`, the amount in 1e-7 TFT as decimal text. Answers `null` once the amount is there. */
  async dev_fund({ chain, params: [address, amount] }) {
    const account = accountId(address)
    if (typeof amount !== 'string' || !/^\d{1,20}$/.test(amount)) throw badParams('the amount must be decimal text')
    if (BigInt(amount) < existentialDeposit) throw badParams(`the amount must be ${existentialDeposit} or more`)
    await chain.grant(account, BigInt(amount))
    onFunded(account)
    return null
  },
  /** `[address, amount]`: TFT sent from Stellar, of which the bridge keeps its fee. Answers `null` once it is there. */
  async dev_mint({ chain, params: [address, amount] }) {
    const account = accountId(address)
    const fee = depositFee(chain.runtime.state)
    if (typeof amount !== 'string' || !/^\d{1,19}$/.test(amount)) throw badParams('the amount must be decimal text')
    if (BigInt(amount) <= fee) throw badParams(`the amount must be more than ${fee}`)
    await chain.atNextBlock((context) => deposit(context, account, BigInt(amount)))
    return null
  },
})
