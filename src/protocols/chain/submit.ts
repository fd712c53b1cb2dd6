import type { ApiPromise } from '@polkadot/api'
import type { ISubmittableResult, Signer as InjectedSigner } from '@polkadot/types/types'
import { hexToU8a, u8aConcat, u8aToHex } from '@polkadot/util'
import { blake2AsU8a } from '@polkadot/util-crypto'
import { z } from 'zod'
import type { Tft } from '#domain/money.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import { transaction, type Call } from './call.ts'
import { asWireError, refused } from './fault.ts'

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
 * @param onSigned called once the signature is made and the transaction is on its way
 * @throws WireError 'unfunded' when the account cannot pay the fee, 'refused' with the chain's own name of the error
 */
export async function submit(api: ApiPromise, signer: Signer, calls: Call[], onSigned?: () => void): Promise<Receipt> {
  let stop: (() => void) | undefined
  try {
    const result = await new Promise<ISubmittableResult>((resolve, reject) => {
      transaction(api, calls)
        .signAndSend(signer.address, { signer: injected(signer), nonce: -1 }, (update) => {
          const { status } = update
          if (status.isReady || status.isBroadcast) onSigned?.()
          if (status.isInBlock) resolve(update)
          else if (status.isInvalid || status.isDropped || status.isUsurped)
            reject(refused(`the transaction was ${status.type.toLowerCase()}`))
        })
        .then((unsubscribe) => (stop = unsubscribe), reject)
    })
    if (result.dispatchError) throw refused(errorName(api, result))
    return await receipt(api, result)
  } catch (error) {
    throw asWireError(error)
  } finally {
    stop?.()
  }
}

/** The form in which the library asks for a signature. Payloads over 256 bytes are signed by their hash (Substrate's rule). */
const injected = (signer: Signer): InjectedSigner => ({
  signRaw: async ({ data }) => {
    const payload = hexToU8a(data)
    const signature = await signer.sign(payload.length > 256 ? blake2AsU8a(payload, 256) : payload)
    const kind = signer.type === 'ed25519' ? 0 : 1
    return { id: 1, signature: u8aToHex(u8aConcat(Uint8Array.of(kind), signature)) }
  },
})

const contractShape = z.object({
  contractId: z.number(),
  contractType: z.object({ nodeContract: z.object({ deploymentHash: z.string() }) }),
})

async function receipt(api: ApiPromise, result: ISubmittableResult): Promise<Receipt> {
  const contracts = result.events
    .filter(({ event }) => event.section === 'smartContractModule' && event.method === 'ContractCreated')
    .map(({ event }) => contractShape.parse(event.data[0]!.toPrimitive()))
    .map((made) => ({ id: made.contractId, hash: made.contractType.nodeContract.deploymentHash }))
  const paid = result.events.find(({ event }) => event.method === 'TransactionFeePaid')?.event.data[1]
  const header = await api.rpc.chain.getHeader(result.status.asInBlock)
  return {
    blockNumber: header.number.toNumber(),
    extrinsicHash: result.txHash.toHex(),
    fee: paid ? BigInt(paid.toString()) : 0n,
    contracts,
  }
}

function errorName(api: ApiPromise, { dispatchError }: ISubmittableResult): string {
  if (!dispatchError?.isModule) return String(dispatchError?.type)
  const { section, name } = api.registry.findMetaError(dispatchError.asModule)
  return `${section}.${name}`
}
