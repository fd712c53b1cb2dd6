import { seal, unseal, type Sealed } from '#protocols/wallet/guard.ts'

/** Something kept in this browser so that a copy of its files gives nothing away. */
export type { Sealed }

/** Big integers have no place in JSON, and plans may have some. */
const mark = '$bigint'
const write = (_: string, value: unknown) => (typeof value === 'bigint' ? { [mark]: String(value) } : value)
const read = (_: string, value: unknown) => {
  const digits = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[mark] : undefined
  return typeof digits === 'string' ? BigInt(digits) : value
}

export const sealValue = (value: unknown): Promise<Sealed> =>
  seal(new TextEncoder().encode(JSON.stringify(value, write)))

export const unsealValue = async (sealed: Sealed): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await unseal(sealed)), read)
