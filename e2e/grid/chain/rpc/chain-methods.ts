import type { Blockchain } from '../blockchain.ts'
import type { Block } from '../block.ts'
import type { Call, Methods } from './connection.ts'
import { count, optionalHex } from './params.ts'

/** Pushes the header that `pick` takes now and after each block in which it is another. */
const headers =
  (method: string, pick: (chain: Blockchain) => Block) =>
  ({ chain, subscribe }: Call): string =>
    subscribe(method, (push) => {
      let last = pick(chain)
      push(last.header)
      return chain.onSeal(() => {
        const block = pick(chain)
        if (block !== last) push(block.header)
        last = block
      })
    })

const blockAt = ({ chain, params: [hash] }: Call): Block => chain.blockAt(optionalHex(hash, 'block hash'))
const unsubscribe = ({ unsubscribe: end, params: [id] }: Call): boolean => end(id)
const newHeads = headers('chain_newHead', (chain) => chain.best)
const allHeads = headers('chain_allHead', (chain) => chain.best)
const finalizedHeads = headers('chain_finalizedHead', (chain) => chain.finalized)

export const chainMethods: Methods = {
  chain_getBlockHash({ chain, params: [number] }) {
    const hash = (n: unknown) => chain.block(count(n, 'block number'))?.hash ?? null
    if (number === null || number === undefined) return chain.best.hash
    return Array.isArray(number) ? number.map(hash) : hash(number)
  },
  chain_getFinalizedHead: ({ chain }) => chain.finalized.hash,
  chain_getHeader: (call) => blockAt(call).header,
  chain_getBlock(call) {
    const { header, body } = blockAt(call)
    return { block: { header, extrinsics: body }, justifications: null }
  },
  // Clients use either name.
  chain_subscribeNewHead: newHeads,
  chain_subscribeNewHeads: newHeads,
  chain_subscribeAllHeads: allHeads,
  chain_subscribeFinalizedHeads: finalizedHeads,
  chain_unsubscribeNewHead: unsubscribe,
  chain_unsubscribeNewHeads: unsubscribe,
  chain_unsubscribeAllHeads: unsubscribe,
  chain_unsubscribeFinalizedHeads: unsubscribe,
}
