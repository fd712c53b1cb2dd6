import type { ApiPromise } from '@polkadot/api'
import { z } from 'zod'

/** The contract that stands for a deployment on a node, by its hash; `undefined` when there is none. */
export async function contractFor(api: ApiPromise, nodeId: number, hash: string): Promise<number | undefined> {
  const id = Number((await api.query.smartContractModule!.contractIDByNodeIDAndHash!(nodeId, hash)).toString())
  return id === 0 ? undefined : id
}

/** `hash` is that of a node contract, and "" for others. */
export type OnChain = { id: number; twinId: number; hash: string }

const shape = z.object({
  contractId: z.number(),
  twinId: z.number(),
  contractType: z.object({ nodeContract: z.object({ deploymentHash: z.string() }).optional() }),
})

/** A contract as the chain has it now; `undefined` when it ended or never was. */
export async function contractById(api: ApiPromise, id: number): Promise<OnChain | undefined> {
  const found = (await api.query.smartContractModule!.contracts!(id)).toPrimitive()
  if (found === null) return undefined
  const { twinId, contractType } = shape.parse(found)
  return { id, twinId, hash: contractType.nodeContract?.deploymentHash ?? '' }
}

/** The contract that keeps a name for gateways; `undefined` when the name is free. */
export async function nameContract(api: ApiPromise, name: string): Promise<OnChain | undefined> {
  const id = Number((await api.query.smartContractModule!.contractIDByNameRegistration!(name)).toString())
  return id === 0 ? undefined : contractById(api, id)
}
