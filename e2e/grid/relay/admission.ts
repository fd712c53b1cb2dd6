import { readClaims, verifyToken, type Claims } from '#protocols/rmb/token.ts'
import type { Directory } from './directory.ts'

/** Why a socket is not opened, as HTTP says it. */
export type Refused = { status: 400 | 401 | 500; reason: string }

/**
 * Whom a token lets in. The claims are read and their age is checked before the chain is asked, as the real relay does.
 *
 * Source: rmb-rs src/relay/api.rs and mod.rs 15f2092
 */
export async function admit(
  token: string | undefined,
  directory: Directory,
  now: () => number = Date.now,
): Promise<Claims | Refused> {
  if (token === undefined) return { status: 400, reason: 'missing jwt' }
  const claims = readClaims(token)
  if (!claims) return { status: 401, reason: 'invalid jwt: jwt: Invalid token' }
  if (Math.floor(now() / 1000) > claims.exp) return { status: 401, reason: 'invalid jwt: jwt has expired' }
  try {
    const twin = await directory(claims.sub)
    if (!twin) return { status: 401, reason: `twin not found ${claims.sub}` }
    if (!verifyToken(token, twin.account)) return { status: 401, reason: 'invalid jwt: jwt: Invalid signature' }
    return claims
  } catch (error) {
    return { status: 500, reason: `failed to get twin: ${error instanceof Error ? error.message : String(error)}` }
  }
}
