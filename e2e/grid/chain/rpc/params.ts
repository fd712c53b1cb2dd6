import { decodeAddress } from '@polkadot/util-crypto'
import { badParams } from './rpc-error.ts'

/** Readers of parameters. @throws RpcError when one is not what the method takes */
export function hex(value: unknown, what: string): string {
  if (typeof value === 'string' && /^0x([0-9a-fA-F]{2})*$/.test(value)) return value.toLowerCase()
  throw badParams(`${what} must be hex`)
}

export const optionalHex = (value: unknown, what: string): string | undefined =>
  value === null || value === undefined ? undefined : hex(value, what)

export function hexList(value: unknown, what: string): string[] {
  if (!Array.isArray(value)) throw badParams(`${what} must be a list`)
  return value.map((each) => hex(each, what))
}

export function count(value: unknown, what: string): number {
  const number = Number(value)
  if ((typeof value === 'number' || typeof value === 'string') && Number.isSafeInteger(number) && number >= 0)
    return number
  throw badParams(`${what} must be a whole number`)
}

export function accountId(value: unknown): Uint8Array {
  try {
    return decodeAddress(value as string)
  } catch {
    throw badParams('not an address')
  }
}
