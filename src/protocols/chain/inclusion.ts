import type { ApiPromise } from '@polkadot/api'
import type { DispatchError, EventRecord } from '@polkadot/types/interfaces'
import type { Tft } from '#domain/money.ts'

/** Where a block holds a transaction, and what happened in it. `refusal`: the chain's name of why it did nothing. */
export type Inclusion = {
  block: number
  blockHash: string
  events: EventRecord[]
  fee: Tft
  refusal: string | undefined
}

/** What a block says of a transaction, `undefined` when it does not hold it. */
export async function inclusionIn(api: ApiPromise, blockHash: string, hash: string): Promise<Inclusion | undefined> {
  const { block } = await api.rpc.chain.getBlock(blockHash)
  const index = block.extrinsics.findIndex((extrinsic) => extrinsic.hash.toHex() === hash)
  if (index < 0) return undefined
  const at = await api.at(blockHash)
  const all = (await at.query.system!.events!()) as unknown as EventRecord[]
  const events = all.filter(({ phase }) => phase.isApplyExtrinsic && phase.asApplyExtrinsic.eq(index))
  const paid = events.find(({ event }) => event.method === 'TransactionFeePaid')?.event.data[1]
  const failure = events.find(({ event }) => api.events.system!.ExtrinsicFailed!.is(event))
  return {
    block: block.header.number.toNumber(),
    blockHash,
    events: [...events],
    fee: paid ? BigInt(paid.toString()) : 0n,
    refusal: failure && errorName(api, failure.event.data[0] as unknown as DispatchError),
  }
}

/** `tfgridModule.TwinNotExists`, or `Token.FundsUnavailable` and the like for what no pallet says. */
function errorName(api: ApiPromise, error: DispatchError): string {
  if (error.isModule) {
    const { section, name } = api.registry.findMetaError(error.asModule)
    return `${section}.${name}`
  }
  return error.isToken ? `Token.${error.asToken.type}` : error.type
}
