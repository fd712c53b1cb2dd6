import type { ApiPromise } from '@polkadot/api'
import type { EventRecord } from '@polkadot/types/interfaces'
import type { Codec } from '@polkadot/types/types'
import { z } from 'zod'
import type { Tft } from '#domain/money.ts'

/** Something in a block that concerns an account or its contracts. `id` tells it from others of the same block. */
export type Happening = { id: string; block: number } & (
  | { kind: 'received'; from: string; amount: Tft }
  /** From Stellar: `amount` is without the bridge's fee. */
  | { kind: 'deposited'; amount: Tft }
  /** What was burned for it is on Stellar now. */
  | { kind: 'withdrawn'; to: string; amount: Tft }
  /** Of anybody, unless `twinId` says whose. */
  | { kind: 'contract'; contractId: number; twinId: number | undefined }
)

const created = z.object({ contractId: z.coerce.number(), twinId: z.number() })

/** After a broken connection so many blocks are read that went by meanwhile. */
const mostBehind = 100

/** Tells `onHappening` what happens to `address` and to contracts in blocks that are final, in order. Gives what stops it. */
export async function watchHappenings(
  api: ApiPromise,
  address: string,
  onHappening: (happening: Happening) => void,
): Promise<() => void> {
  const depositFee = BigInt((await api.query.tftBridgeModule!.depositFee!()).toString())
  const read = async (block: number) => {
    const hash = await api.rpc.chain.getBlockHash(block)
    const records = (await (await api.at(hash)).query.system!.events!()) as unknown as EventRecord[]
    records.forEach(({ event }, i) => {
      const what = happening(`${event.section}.${event.method}`, event.data, address, depositFee)
      if (what) onHappening({ id: `${hash.toHex()} ${i}`, block, ...what })
    })
  }
  let next: number | undefined
  let last = Promise.resolve()
  return api.rpc.chain.subscribeFinalizedHeads(({ number }) => {
    const head = number.toNumber()
    const from = Math.max(next ?? head, head - mostBehind)
    next = head + 1
    // Several become final at once, and only the last is told. One that cannot be read is no reason to miss the others.
    for (let block = from; block <= head; block++) last = last.then(() => read(block)).catch(() => undefined)
  })
}

type What = Happening extends infer One ? (One extends Happening ? Omit<One, 'id' | 'block'> : never) : never

function happening(
  name: string,
  data: Codec[] & { toPrimitive(): unknown },
  address: string,
  depositFee: Tft,
): What | undefined {
  const field = (i: number) => data[i]!.toString()
  switch (name) {
    case 'balances.Transfer':
      return field(1) === address ? { kind: 'received', from: field(0), amount: BigInt(field(2)) } : undefined
    case 'tftBridgeModule.MintCompleted': {
      const { target, amount } = data[0]!.toPrimitive() as { target: string; amount: number }
      return target === address ? { kind: 'deposited', amount: BigInt(amount) - depositFee } : undefined
    }
    case 'tftBridgeModule.BurnTransactionProcessed': {
      const burn = data[0]!.toPrimitive() as { source: string | null; target: string; amount: number }
      return burn.source === address ? { kind: 'withdrawn', to: burn.target, amount: BigInt(burn.amount) } : undefined
    }
    case 'smartContractModule.ContractCreated':
    case 'smartContractModule.ContractUpdated':
      return { kind: 'contract', ...created.parse(data[0]!.toPrimitive()) }
    case 'smartContractModule.NodeContractCanceled':
    case 'smartContractModule.ContractGracePeriodStarted':
    case 'smartContractModule.ContractGracePeriodEnded':
      return { kind: 'contract', contractId: Number(field(0)), twinId: Number(field(2)) }
    case 'smartContractModule.NameContractCanceled':
    case 'smartContractModule.RentContractCanceled':
    case 'smartContractModule.ContractGracePeriodElapsed':
    case 'smartContractModule.ContractPaymentOverdrawn':
      return { kind: 'contract', contractId: Number(field(0)), twinId: undefined }
    case 'smartContractModule.ContractBilled': {
      const { contractId } = data[0]!.toPrimitive() as { contractId: number }
      return { kind: 'contract', contractId: Number(contractId), twinId: undefined }
    }
    default:
      return undefined
  }
}
