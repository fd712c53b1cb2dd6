import type { ApiPromise } from '@polkadot/api'
import type { Signer as InjectedSigner, SignerPayloadJSON } from '@polkadot/types/types'
import { z } from 'zod'
import type { Tft } from '#domain/money.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import { transaction, type Call } from './call.ts'
import { asWireError, refused } from './fault.ts'
import { follow, type Step } from './follow.ts'
import type { Inclusion } from './inclusion.ts'

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
  const account = `${api.genesisHash.toHex()} ${signer.address}`
  const before = turns.get(account)
  let pass = () => {}
  turns.set(account, new Promise((resolve) => (pass = resolve)))
  try {
    await before
    // By itself the library counts transactions in blocks only, not those that wait for one.
    const nonce = await api.rpc.system.accountNextIndex(signer.address)
    const signed = await transaction(api, calls).signAsync(signer.address, { signer: injected(api, signer), nonce })
    const inclusion = await follow(api, signed, (step) => {
      if (step.step !== 'signed') pass()
      onStep(step)
    })
    if (inclusion.refusal !== undefined) throw refused(inclusion.refusal)
    return receipt(signed.hash.toHex(), inclusion)
  } catch (error) {
    throw asWireError(error)
  } finally {
    pass()
  }
}

/** What the next transaction of an account waits for: until the last one was sent, both would take the same nonce. */
const turns = new Map<string, Promise<void>>()

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

function receipt(extrinsicHash: string, { block, events, fee }: Inclusion): Receipt {
  const contracts = events
    .filter(({ event }) => event.section === 'smartContractModule' && event.method === 'ContractCreated')
    .map(({ event }) => contractShape.safeParse(event.data[0]!.toPrimitive()))
    .flatMap(({ data }) => (data ? [{ id: data.contractId, hash: data.contractType.nodeContract.deploymentHash }] : []))
  return { blockNumber: block, extrinsicHash, fee, contracts }
}
