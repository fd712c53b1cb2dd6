import type { ApiPromise } from '@polkadot/api'
import { hexToU8a } from '@polkadot/util'
import { z } from 'zod'
import type { Twin } from '#domain/twin.ts'

/** The twin of an account, or `undefined` when it has none. */
export async function twinIdOf(api: ApiPromise, address: string): Promise<number | undefined> {
  const id = (await api.query.tfgridModule!.twinIdByAccountID!(address)).toPrimitive()
  return typeof id === 'number' && id > 0 ? id : undefined
}

const shape = z.object({ id: z.number(), accountId: z.string(), relay: z.string().nullish(), pk: z.string().nullish() })

export async function getTwin(api: ApiPromise, id: number): Promise<Twin | undefined> {
  const found = (await api.query.tfgridModule!.twins!(id)).toPrimitive()
  if (found === null) return undefined
  const { accountId, relay, pk } = shape.parse(found)
  return { id, address: accountId, relay: relay ?? '', encryptionKey: pk ? hexToU8a(pk) : undefined }
}
