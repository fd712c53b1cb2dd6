import { seal, unseal, type Sealed } from '#protocols/wallet/guard.ts'

/** Something kept in this browser so that a copy of its files gives nothing away. */
export type { Sealed }

/** Whether this browser can seal: browsers do on pages of https and of this computer. */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined

// Big integers have no place in JSON, and plans may have some: `5n` becomes { "$bigint": "5" }. A member of that name gets
// one more $, so that it is not taken for one.
const mark = '$bigint'
const alike = /^\$+bigint$/

const toMarked = (_: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return { [mark]: String(value) }
  return isRecord(value) ? renamed(value, (name) => (alike.test(name) ? `$${name}` : name)) : value
}

const fromMarked = (_: string, value: unknown): unknown => {
  if (!isRecord(value)) return value
  if (typeof value[mark] === 'string') return BigInt(value[mark])
  return renamed(value, (name) => (alike.test(name) ? name.slice(1) : name))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const renamed = (value: Record<string, unknown>, rename: (name: string) => string) =>
  Object.keys(value).some((name) => alike.test(name))
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [rename(name), member]))
    : value

export const sealValue = (value: unknown): Promise<Sealed> =>
  seal(new TextEncoder().encode(JSON.stringify(value, toMarked)))

export const unsealValue = async (sealed: Sealed): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await unseal(sealed)), fromMarked)
