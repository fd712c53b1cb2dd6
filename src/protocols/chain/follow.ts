import type { ApiPromise } from '@polkadot/api'
import type { ExtrinsicStatus, Header } from '@polkadot/types/interfaces'
import type { Tft } from '#domain/money.ts'
import { WireError, type Fault } from '#protocols/fault.ts'
import type { Transaction } from './call.ts'
import { asWireError } from './fault.ts'
import { inclusionIn, type Inclusion } from './inclusion.ts'

type Outcome = Extract<Fault, { kind: 'transaction' }>['outcome']

/**
 * What becomes of a signed transaction. Blocks may lose against others: then it is `retracted`, and comes back in one.
 * `adrift`: the connection broke, and with it the pool's word; it is looked for in blocks once the chain answers again.
 */
export type Step = { hash: string } & (
  | { step: 'signed' | 'sent' | 'adrift' | 'retracted' }
  | { step: 'in-block'; block: number; fee: Tft; refusal: string | undefined }
  | { step: 'final'; block: number }
  | { step: 'lost'; outcome: Outcome }
)

const patience = 5

/** `bornAt`: the newest block when it was signed. `isSent`: it may be in a block or the pool already. */
type Age = { bornAt: number; isSent?: boolean }

/**
 * Sends a signed transaction; resolves when a block holds it and tells `onStep` until that block is final.
 *
 * The pool tells what becomes of it. When the connection breaks, or the pool names a block that is gone already, blocks
 * are searched instead, each new one and those that are not final; a pool that forgot it is given it once more.
 *
 * @throws WireError 'transaction' when it can no longer get into a block
 */
export async function follow(
  api: ApiPromise,
  transaction: Transaction,
  onStep: (step: Step) => void,
  { bornAt, isSent = false }: Age,
): Promise<Inclusion> {
  const hash = transaction.hash.toHex()
  const diesAt = transaction.era.isMortalEra ? transaction.era.asMortalEra.death(bornAt) : Infinity
  const stops: (() => void)[] = []
  let ended = false
  let held: Inclusion | undefined
  /** The first block to search next, once blocks are searched. */
  let searchFrom = isSent ? bornAt : undefined
  let failures = 0
  let last = Promise.resolve()

  return new Promise<Inclusion>((resolve, reject) => {
    const tell = (step: Step) => ended || onStep(step)
    const stop = () => {
      ended = true
      for (const one of stops.splice(0)) one()
    }
    const stopLater = (one: () => void) => void (ended ? one() : stops.push(one))
    const failed = (error: unknown) => {
      stop()
      reject(asWireError(error))
    }
    const found = (inclusion: Inclusion) => {
      held = inclusion
      const { block, fee, refusal } = inclusion
      tell({ step: 'in-block', hash, block, fee, refusal })
      resolve(inclusion)
    }
    const retracted = () => {
      held = undefined
      tell({ step: 'retracted', hash })
    }
    const final = (block: number) => {
      tell({ step: 'final', hash, block })
      stop()
    }
    const lost = (outcome: Outcome) => {
      tell({ step: 'lost', hash, outcome })
      failed(new WireError({ kind: 'transaction', where: 'TFChain', hash, outcome }))
    }

    const onStatus = async (status: ExtrinsicStatus) => {
      if (searchFrom !== undefined) return
      if (status.isInBlock) {
        const inclusion = await inclusionIn(api, status.asInBlock.toHex(), hash)
        if (inclusion) found(inclusion)
      } else if (status.isRetracted) retracted()
      else if (status.isFinalized) final(held?.block ?? (await numberOf(api, status.asFinalized.toHex())))
      else if (status.isDropped || status.isUsurped || status.isInvalid) lost(outcomeOf(status))
    }
    const search = async (head: number) => {
      const finalized = await numberOf(api, (await api.rpc.chain.getFinalizedHead()).toHex())
      if (held && finalized >= held.block) {
        if (await isOnChain(api, held)) return final(held.block)
        retracted()
      }
      for (let at = searchFrom!; !held && at <= Math.min(head, diesAt); at++) {
        const inclusion = await inclusionIn(api, (await api.rpc.chain.getBlockHash(at)).toHex(), hash)
        if (inclusion) found(inclusion)
      }
      // Its block may lose yet against one that is not newer.
      if (held) return
      // While this looked, the chain may have gone on beyond what was searched.
      const settled = Math.min(finalized, head)
      searchFrom = Math.max(searchFrom!, settled + 1)
      if (settled >= diesAt) return lost('expired')
      if (await isNonceTaken(api, transaction, settled)) return lost('usurped')
      // The pool says no where it has it still, or where there is no use.
      await api.rpc.author.submitExtrinsic(transaction).catch(() => undefined)
    }
    const onHead = async ({ number }: Header) => {
      const head = number.toNumber()
      // The pool is silent where it should have said that it gave up.
      if (searchFrom === undefined && !held && head > diesAt) searchFrom = bornAt
      if (searchFrom === undefined || ended) return
      await search(head)
      failures = 0
    }
    /** One after the other: what is told later must not be done earlier. */
    const inOrder = (act: () => Promise<void>) => {
      last = last
        .then(() => (ended ? undefined : act()))
        .catch((error: unknown) => {
          searchFrom ??= bornAt
          // A broken connection is no answer: the search goes on when it stands again.
          if (api.isConnected && ++failures === patience) failed(error)
        })
    }
    const adrift = () => {
      if (searchFrom !== undefined) return
      searchFrom = bornAt
      tell({ step: 'adrift', hash })
    }

    tell({ step: 'signed', hash })
    api.on('disconnected', adrift)
    stopLater(() => api.off('disconnected', adrift))
    if (!isSent)
      api.rpc.author
        .submitAndWatchExtrinsic(transaction, (status) => inOrder(() => onStatus(status)))
        .then(
          (unwatch) => {
            stopLater(unwatch)
            tell({ step: 'sent', hash })
          },
          // Whether it arrived before the connection broke is not known.
          (error: unknown) => (api.isConnected ? failed(error) : adrift()),
        )
    let watching = false
    const watchHeads = () => {
      if (watching) return
      watching = true
      api.rpc.chain
        .subscribeNewHeads((head) => inOrder(() => onHead(head)))
        .then(stopLater, (error: unknown) => {
          watching = false
          if (api.isConnected) failed(error)
        })
    }
    watchHeads()
    // A subscription that stood comes back by itself; one that the break kept from standing does not.
    api.on('connected', watchHeads)
    stopLater(() => api.off('connected', watchHeads))
  })
}

const outcomeOf = ({ isDropped, isUsurped }: ExtrinsicStatus): Outcome =>
  isDropped ? 'dropped' : isUsurped ? 'usurped' : 'invalid'

const numberOf = async (api: ApiPromise, blockHash: string) =>
  (await api.rpc.chain.getHeader(blockHash)).number.toNumber()

/** Did the block that held it win? */
const isOnChain = async (api: ApiPromise, { block, blockHash }: Inclusion) =>
  (await api.rpc.chain.getBlockHash(block)).toHex() === blockHash

/** Has the account sent another transaction in the place of this one, for good? */
async function isNonceTaken(api: ApiPromise, { signer, nonce }: Transaction, finalized: number): Promise<boolean> {
  const at = await api.at((await api.rpc.chain.getBlockHash(finalized)).toHex())
  const info = (await at.query.system!.account!(signer.toString())) as unknown as { nonce: { toNumber(): number } }
  return info.nonce.toNumber() > nonce.toNumber()
}
