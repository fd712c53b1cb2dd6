import { canonicalIp } from './ip.ts'

/** What a number can be the id of. */
export const numbered = ['node', 'farm', 'contract', 'twin'] as const
export type Numbered = (typeof numbered)[number]

/** What a person may mean by a text that they look up. */
export type Sought =
  | { kind: 'id'; id: number; of: readonly Numbered[] }
  | { kind: 'account'; address: string }
  | { kind: 'ip'; ip: string }
  | { kind: 'words'; words: string }

const largestId = 0xffff_ffff

/** Reads `42`, `contract 42` or `contract-42`, an account's address, an IP with or without its mask, or words. */
export function readSought(text: string): Sought | undefined {
  const words = text.trim().replace(/\s+/g, ' ')
  if (words === '') return undefined
  const [, noun, digits = ''] = /^(?:(node|farm|contract|twin)[ #-]*)?(\d{1,10})$/i.exec(words) ?? []
  const id = Number(digits)
  if (id > 0 && id <= largestId)
    return { kind: 'id', id, of: numbered.filter((one) => noun === undefined || one === noun.toLowerCase()) }
  if (isAddress(words)) return { kind: 'account', address: words }
  const ip = canonicalIp(words.replace(/\/\d{1,3}$/, ''))
  return ip === undefined ? { kind: 'words', words } : { kind: 'ip', ip }
}

/** Looks like an account of the grid: SS58 with prefix 42. Whether there is one, the grid says. */
const isAddress = (text: string) => /^5[1-9A-HJ-NP-Za-km-z]{47}$/.test(text)
