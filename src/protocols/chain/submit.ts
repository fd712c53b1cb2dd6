import type { ApiPromise } from '@polkadot/api'
import type { EventRecord } from '@polkadot/types/interfaces'
import type { Signer as InjectedSigner, SignerPayloadJSON } from '@polkadot/types/types'
import { z } from 'zod'
import type { Tft } from '#domain/money.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import { transaction, type Call } from './call.ts'
import { asWireError, refused } from './fault.ts'
import { follow, type Step } from './follow.ts'

/** What a transaction came to. `contracts` are those it created, in order, each with the hash it was made for. */
export type Receipt = {
  blockNumber: number
  extrinsicHash: string
  fee: Tft
  contracts: { id: number; hash: string }[]
}

/** What `calls` would cost to send, asked of the chain. */
export async function feeOf(api: ApiPromise, address: string, calls: Call[]): Promise<Tft> {
  const { partialFee } = await transaction(api, calls).paymentInfo(address)
  return partialFee.toBigInt()
}

/**
 * Signs `calls` as one transaction, sends it and waits until a block holds it.
 *
 * @param onStep told what becomes of it, until the block is final
 * @throws WireError 'unfunded' when the account cannot pay the fee, 'refused' with the chain's own name of the error,
 *   'transaction' when no block took it, and whatever the signer throws
 */
export async function submit(
  api: ApiPromise,
  signer: Pick<Signer, 'address' | 'signTransaction'>,
  calls: Call[],
  onStep: (step: Step) => void = () => undefined,
): Promise<Receipt> {
  try {
    const signed = await transaction(api, calls).signAsync(signer.address, { signer: injected(api, signer), nonce: -1 })
    const { block, events } = await follow(api, signed, onStep)
    const failure = events.find(({ event }) => api.events.system!.ExtrinsicFailed!.is(event))
    if (failure) throw refused(errorName(api, failure))
    return receipt(signed.hash.toHex(), block, events)
  } catch (error) {
    throw asWireError(error)
  }
}

/** The form in which the library asks for a signature. */
const injected = (api: ApiPromise, signer: Pick<Signer, 'signTransaction'>): InjectedSigner => ({
  signPayload: async (payload: SignerPayloadJSON) => {
    const unsigned = api.registry.createType('ExtrinsicPayload', payload, { version: payload.version })
    const signature = await signer.signTransaction({ payload, bytes: unsigned.toU8a({ method: true }) })
    return { id: 1, signature }
  },
})

const contractShape = z.object({
  contractId: z.number(),
  contractType: z.object({ nodeContract: z.object({ deploymentHash: z.string() }) }),
})

function receipt(extrinsicHash: string, blockNumber: number, events: EventRecord[]): Receipt {
  const contracts = events
    .filter(({ event }) => event.section === 'smartContractModule' && event.method === 'ContractCreated')
    .map(({ event }) => contractShape.safeParse(event.data[0]!.toPrimitive()))
    .flatMap(({ data }) => (data ? [{ id: data.contractId, hash: data.contractType.nodeContract.deploymentHash }] : []))
  const paid = events.find(({ event }) => event.method === 'TransactionFeePaid')?.event.data[1]
  return { blockNumber, extrinsicHash, fee: paid ? BigInt(paid.toString()) : 0n, contracts }
}

function errorName(api: ApiPromise, { event }: EventRecord): string {
  const [error] = event.data as unknown as [
    { isModule: boolean; asModule: Parameters<ApiPromise['registry']['findMetaError']>[0]; toPrimitive(): unknown },
  ]
  if (!error.isModule) return JSON.stringify(error.toPrimitive())
  const { section, name } = api.registry.findMetaError(error.asModule)
  return `${section}.${name}`
}
