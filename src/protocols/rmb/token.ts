import { utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { Signer } from '#protocols/wallet/signer.ts'
import { decodeBase64url, encodeBase64url } from './base64url.ts'
import { sign, verify } from './signature.ts'

/** Short, since the token stands in the URL and whoever sees it there can use it until then. */
export const lifetimeS = 60

/** RS512 is a fixed label; what signs is the account's own scheme. Source: rmb-rs src/identity/mod.rs 15f2092 */
const header = z.object({ alg: z.literal('RS512'), typ: z.literal('JWT').optional() })
const seconds = z.int().min(0)
const claims = z.object({
  sub: z.int().min(0).max(0xffffffff),
  iat: seconds,
  exp: seconds,
  sid: z
    .string()
    .nullish()
    .transform((sid) => sid ?? undefined),
})

/** Who asks a relay for which session: twin `sub`, session `sid`. No `sid` is a session of its own, other than "". */
export type Claims = { sub: number; iat: number; exp: number; sid?: string | undefined }

/** Claims that hold for the next minute. */
export function freshClaims(twin: number, session?: string): Claims {
  const now = Math.floor(Date.now() / 1000)
  return { sub: twin, iat: now, exp: now + lifetimeS, sid: session }
}

/** The whole query of a relay's URL. */
export async function writeToken({ sub, iat, exp, sid }: Claims, signer: Signer): Promise<string> {
  const signed = `${part({ alg: 'RS512', typ: 'JWT' })}.${part({ sub, iat, exp, sid })}`
  return `${signed}.${encodeBase64url(await sign(utf8ToBytes(signed), signer))}`
}

const part = (value: object): string => encodeBase64url(utf8ToBytes(JSON.stringify(value)))

/** What a token claims, not yet proven; `undefined` when it is no token. */
export function readClaims(token: string): Claims | undefined {
  const [head, body, signature, ...rest] = token.split('.')
  if (signature === undefined || rest.length > 0 || !readPart(header, head!)) return undefined
  return readPart(claims, body!)
}

/** Did `account` sign this token? */
export function verifyToken(token: string, account: Uint8Array): boolean {
  const end = token.lastIndexOf('.')
  const signature = decodeBase64url(token.slice(end + 1))
  return signature !== undefined && verify(utf8ToBytes(token.slice(0, end)), signature, account)
}

function readPart<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(new TextDecoder().decode(decodeBase64url(text)))).data
  } catch {
    return undefined
  }
}
