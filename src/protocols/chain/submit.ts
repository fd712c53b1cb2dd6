import type { ApiPromise } from '@polkadot/api'
import type { Signer as InjectedSigner, SignerPayloadJSON } from '@polkadot/types/types'
import { z } from 'zod'
import type { Tft } from '#domain/money.ts'
import type { Signer } from '#protocols/wallet/signer.ts'
import { transaction, type Call } from './call.ts'
import { asWireError, refused } from './fault.ts'
import { follow, type Step } from './follow.ts'
import type { Inclusion } from './inclusion.ts'

/**
 * What a transaction came to. `contracts` are those for nodes that it created, in order, each with the hash it was made
 * for; `names` those for names.
 */
export type Receipt = {
  blockNumber: number
  extrinsicHash: string
  fee: Tft
  contracts: { id: number; nodeId: number; hash: string }[]
  names: { id: number; name: string }[]
}

/**
 * A transaction from its signature on, as it is kept by who must not sign it twice. `block` was the newest one then: it
 * can be in later ones only.
 */
export type Signed = { hash: string; bytes: `0x${string}`; block: number }

/** What `calls` would cost to send, asked of the chain. */
export async function feeOf(api: ApiPromise, address: string, calls: Call[]): Promise<Tft> {
  const { partialFee } = await transaction(api, calls).paymentInfo(address)
  return partialFee.toBigInt()
}

/**
 * Signs `calls` as one transaction, sends it and waits until a block holds it.
 *
 * @param onStep told what becomes of it, until the block is final
 * @param keep done before it is sent
 * @throws WireError 'unfunded' when the account cannot pay the fee, 'refused' with the chain's own name of the error,
 *   'transaction' when no block took it, and whatever the signer throws
 */
export async function submit(
  api: ApiPromise,
  signer: Pick<Signer, 'address' | 'signTransaction'>,
  calls: Call[],
  onStep: (step: Step) => void = () => undefined,
  keep: (signed: Signed) => Promise<void> = async () => undefined,
): Promise<Receipt> {
  const account = `${api.genesisHash.toHex()} ${signer.address}`
  const before = turns.get(account)
  let pass = () => {}
  turns.set(account, new Promise((resolve) => (pass = resolve)))
  try {
    await before
    // By itself the library counts transactions in blocks only, not those that wait for one.
    const [nonce, head] = await Promise.all([
      api.rpc.system.accountNextIndex(signer.address),
      api.rpc.chain.getHeader(),
    ])
    const block = head.number.toNumber()
    const signed = await transaction(api, calls).signAsync(signer.address, { signer: injected(api, signer), nonce })
    await keep({ hash: signed.hash.toHex(), bytes: signed.toHex(), block })
    const told = (step: Step) => {
      if (step.step !== 'signed') pass()
      onStep(step)
    }
    return outcome(signed.hash.toHex(), await follow(api, signed, told, { bornAt: block }))
  } catch (error) {
    throw asWireError(error)
  } finally {
    pass()
  }
}

/**
 * Goes on with a transaction that was signed earlier, and perhaps sent: it is looked for in blocks, and sent once more
 * while it can still get into one.
 *
 * @throws WireError as `submit`; 'transaction' with 'expired' or 'usurped' once it never will
 */
export async function resume(
  api: ApiPromise,
  { hash, bytes, block }: Signed,
  onStep: (step: Step) => void = () => undefined,
): Promise<Receipt> {
  try {
    return outcome(hash, await follow(api, api.tx(bytes), onStep, { bornAt: block, isSent: true }))
  } catch (error) {
    throw asWireError(error)
  }
}

function outcome(hash: string, inclusion: Inclusion): Receipt {
  if (inclusion.refusal !== undefined) throw refused(inclusion.refusal)
  return receipt(hash, inclusion)
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

const created = z.object({
  contractId: z.number(),
  contractType: z.union([
    z.object({ nodeContract: z.object({ nodeId: z.number(), deploymentHash: z.string() }) }),
    z.object({ nameContract: z.object({ name: z.string() }) }),
  ]),
})

function receipt(extrinsicHash: string, { block, events, fee }: Inclusion): Receipt {
  const made = events
    .filter(({ event }) => event.section === 'smartContractModule' && event.method === 'ContractCreated')
    .flatMap(({ event }) => created.safeParse(event.data[0]!.toPrimitive()).data ?? [])
  return {
    blockNumber: block,
    extrinsicHash,
    fee,
    contracts: made.flatMap(({ contractId: id, contractType: type }) =>
      'nodeContract' in type ? { id, nodeId: type.nodeContract.nodeId, hash: type.nodeContract.deploymentHash } : [],
    ),
    names: made.flatMap(({ contractId: id, contractType: type }) =>
      'nameContract' in type ? { id, name: type.nameContract.name } : [],
    ),
  }
}
