import type { ApiPromise } from '@polkadot/api'
import type { Header, EventRecord } from '@polkadot/types/interfaces'
import type { ISubmittableResult } from '@polkadot/types/types'
import { WireError, type Fault } from '#protocols/fault.ts'
import type { Transaction } from './call.ts'
import { asWireError } from './fault.ts'

type Outcome = Extract<Fault, { kind: 'transaction' }>['outcome']

/** What becomes of a signed transaction. Blocks may lose against others: then it is `retracted`, and comes back in one. */
export type Step =
  | { step: 'signed'; hash: string }
  | { step: 'in-block'; hash: string; block: number }
  | { step: 'retracted'; hash: string }
  | { step: 'final'; hash: string; block: number }
  | { step: 'lost'; hash: string; outcome: Outcome }

/** Where a block holds a transaction, and what happened in it. */
export type Inclusion = { block: number; events: EventRecord[] }

/**
 * Sends a signed transaction; resolves when a block holds it and tells `onStep` until that block is final.
 * When the connection breaks the pool's word is lost with it: then every block since is searched for the transaction.
 *
 * @throws WireError 'transaction' when it can no longer get into a block
 */
export async function follow(
  api: ApiPromise,
  transaction: Transaction,
  onStep: (step: Step) => void,
): Promise<Inclusion> {
  const hash = transaction.hash.toHex()
  const bornAt = (await api.rpc.chain.getHeader()).number.toNumber()
  const diesAt = transaction.era.isMortalEra ? transaction.era.asMortalEra.death(bornAt) : Infinity
  const stops: (() => void)[] = []
  const stop = () => stops.forEach((one) => one())
  let held: Inclusion | undefined
  let searched: number | undefined

  try {
    return await new Promise<Inclusion>((resolve, reject) => {
      const found = (inclusion: Inclusion) => {
        held = inclusion
        onStep({ step: 'in-block', hash, block: inclusion.block })
        resolve(inclusion)
      }
      const lost = (outcome: Outcome) => {
        if (held) onStep({ step: 'lost', hash, outcome })
        stop()
        reject(new WireError({ kind: 'transaction', where: 'TFChain', hash, outcome }))
      }
      const failed = (error: unknown) => {
        stop()
        reject(asWireError(error))
      }
      const onHead = async (head: Header) => {
        const number = head.number.toNumber()
        if (held || (searched === undefined && number <= diesAt)) return
        for (let at = searched ?? bornAt; at <= number; at++) {
          const inclusion = await inclusionIn(api, (await api.rpc.chain.getBlockHash(at)).toHex(), hash)
          if (inclusion && !held) return found(inclusion)
        }
        searched = number + 1
        if (number > diesAt && !held) lost('expired')
      }
      const onStatus = async ({ status }: ISubmittableResult) => {
        if (status.isReady || status.isBroadcast) return
        if (status.isInBlock) {
          const inclusion = await inclusionIn(api, status.asInBlock.toHex(), hash)
          if (inclusion) found(inclusion)
        } else if (status.isRetracted) onStep({ step: 'retracted', hash })
        else if (status.isFinalized) {
          onStep({ step: 'final', hash, block: held?.block ?? bornAt })
          stop()
        } else if (status.isDropped || status.isInvalid || status.isUsurped)
          lost(status.type.toLowerCase() as 'dropped' | 'invalid' | 'usurped')
      }
      const onDisconnected = () => (searched ??= bornAt)
      api.on('disconnected', onDisconnected)
      stops.push(() => api.off('disconnected', onDisconnected))
      // Once it is on its way a broken connection is no answer: the search goes on when it stands again.
      const unlessOffline = (error: unknown) => api.isConnected && failed(error)
      transaction
        .send((result) => void onStatus(result).catch(unlessOffline))
        .then((unsubscribe) => {
          stops.push(unsubscribe)
          onStep({ step: 'signed', hash })
        }, failed)
      api.rpc.chain
        .subscribeNewHeads((head) => void onHead(head).catch(unlessOffline))
        .then((unsubscribe) => stops.push(unsubscribe), failed)
    })
  } catch (error) {
    stop()
    throw error
  }
}

/** What a block says of a transaction, `undefined` when it does not hold it. */
async function inclusionIn(api: ApiPromise, blockHash: string, hash: string): Promise<Inclusion | undefined> {
  const { block } = await api.rpc.chain.getBlock(blockHash)
  const index = block.extrinsics.findIndex((extrinsic) => extrinsic.hash.toHex() === hash)
  if (index < 0) return undefined
  const at = await api.at(blockHash)
  const events = (await at.query.system!.events!()) as unknown as EventRecord[]
  const own = events.filter(({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.eq(index))
  return { block: block.header.number.toNumber(), events: [...own] }
}
