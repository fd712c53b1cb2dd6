import type { ApiPromise } from '@polkadot/api'
import { z } from 'zod'

const owned = z.object({ twinId: z.number() })

/** The twin whose contract keeps a name for its gateways, or `undefined` when the name is free. */
export async function nameHolder(api: ApiPromise, name: string): Promise<number | undefined> {
  const { contractIDByNameRegistration, contracts } = api.query.smartContractModule!
  const id = Number((await contractIDByNameRegistration!(name)).toString())
  if (id === 0) return undefined
  const contract = (await contracts!(id)).toPrimitive()
  return contract === null ? undefined : owned.parse(contract).twinId
}
