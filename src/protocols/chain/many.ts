import type { ApiPromise } from '@polkadot/api'
import type { Codec } from '@polkadot/types/types'
import { z } from 'zod'

/** Numbers that come as text where they are large. */
export const amount = z.union([z.number(), z.string()]).transform(BigInt)
export const count = amount.transform(Number)

export type Reader = ReturnType<typeof reader>

/** Reads one thing of the chain under many keys with one question; `undefined` where it has none. */
export const reader =
  (api: ApiPromise) =>
  async <T>(
    section: string,
    item: string,
    keys: readonly (number | string)[],
    shape: z.ZodType<T>,
  ): Promise<(T | undefined)[]> => {
    if (keys.length === 0) return []
    const found = await api.query[section]![item]!.multi<Codec>([...keys])
    return found.map((one) => {
      const value = one.toPrimitive()
      return value === null ? undefined : shape.parse(value)
    })
  }
