import * as deeds from '../deeds.ts'
import { existentialDeposit } from '../pallets/balances.ts'
import { deposit, depositFee } from '../pallets/tft-bridge.ts'
import { contracts } from '../state/smart-contract-items.ts'
import { nodes } from '../state/tfgrid-items.ts'
import type { Methods } from './connection.ts'
import { accountId, count } from './params.ts'
import { badParams } from './rpc-error.ts'

// Blocks take time to make, and meanwhile nobody is served.
const mostBlocks = 2400
const mostSeconds = 10 * 365 * 24 * 3600

function within(value: unknown, what: string, most: number): number {
  const number = count(value, what)
  if (number < 1 || number > most) throw badParams(`${what} must be from 1 to ${most}`)
  return number
}

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
  /** `[count]`: seals so many blocks at once, each 6 s after the one before it. Answers the last one's number. */
  dev_advanceBlocks({ chain, params: [blocks] }) {
    chain.advanceBlocks(within(blocks, 'the number of blocks', mostBlocks))
    return chain.best.number
  },
  /** `[seconds]`: seals one block so much later, numbered as if there had been one every 6 s. Answers its number. */
  dev_advanceTime: ({ chain, params: [seconds] }) =>
    chain.advance(within(seconds, 'the number of seconds', mostSeconds)),
  /** `[mUsd]`: 1 TFT costs so many thousandths of a dollar from the next block on. */
  async dev_setPrice({ chain, params: [price] }) {
    const milliUsd = within(price, 'the price in mUSD', 2 ** 32 - 1)
    await chain.atNextBlock((context) => deeds.setPrice(context, milliUsd))
    return null
  },
  /** `[contractId?]`: bills the contract, or every one, with the next block. */
  async dev_billNow({ chain, params: [contractId] }) {
    const id = contractId === undefined || contractId === null ? undefined : count(contractId, 'the contract')
    if (id !== undefined && !chain.runtime.state.read(contracts, id)) throw badParams(`there is no contract ${id}`)
    await chain.atNextBlock((context) => deeds.billNow(context, id))
    return null
  },
  /** `[nodeId, "Up" | "Down"]`: wakes the node or puts it to sleep with the next block. */
  async dev_setNodePower({ chain, params: [nodeId, power] }) {
    const id = count(nodeId, 'the node')
    if (!chain.runtime.state.read(nodes, id)) throw badParams(`there is no node ${id}`)
    if (power !== 'Up' && power !== 'Down') throw badParams('the power must be "Up" or "Down"')
    await chain.atNextBlock((context) => deeds.setNodePower(context, id, power))
    return null
  },
})
