import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, test, vi } from 'vitest'
import { phraseSigner } from '#protocols/wallet/phrase-signer.ts'
import { decodeBase64url, encodeBase64url } from './base64url.ts'
import vectors from './rmb.vectors.json'
import { freshClaims, readClaims, verifyToken, writeToken, type Claims } from './token.ts'

const secrets = new Map(
  vectors.keys.flatMap((key) => [
    [key.sr25519_public_hex, key.secret],
    [key.ed25519_public_hex, key.secret],
  ]),
)

describe.each(vectors.jwt)('twin $twin, session $sid, $key_type', (vector) => {
  const account = hexToBytes(vector.signer_public_hex)
  const claims: Claims = { sid: undefined, ...(JSON.parse(vector.claims_json) as Claims) }

  test('the token another client wrote is read and its signature holds', () => {
    expect(readClaims(vector.token)).toEqual(claims)
    expect(claims.sub).toBe(vector.twin)
    expect(claims.sid).toBe(vector.sid ?? undefined)
    expect(verifyToken(vector.token, account)).toBe(vector.valid_signature)
    expect(vector.relay_query).toBe(`?${vector.token}`)
  })

  test('the same claims are written as the same text', async () => {
    const signer = await phraseSigner(secrets.get(vector.signer_public_hex)!, vector.key_type as 'sr25519' | 'ed25519')
    const token = await writeToken(claims, signer)
    const [signed, signature] = [token.slice(0, token.lastIndexOf('.')), token.slice(token.lastIndexOf('.') + 1)]
    expect(signed).toBe(vector.signing_input_ascii)
    expect(new TextDecoder().decode(decodeBase64url(signed.split('.')[0]!))).toBe(vector.header_json)
    expect(verifyToken(token, account)).toBe(true)
    if (vector.key_type === 'ed25519') expect(bytesToHex(decodeBase64url(signature)!)).toBe(vector.signature_hex)
  })
})

test.each(vectors.negative.filter((vector) => vector.token))('refused: $name', (vector) => {
  expect(verifyToken(vector.token!, hexToBytes(vector.signer_public_hex!))).toBe(false)
})

test('a new token lasts a minute', () => {
  vi.setSystemTime(1_700_000_000_900)
  expect(freshClaims(29, 'tab')).toEqual({ sub: 29, sid: 'tab', iat: 1_700_000_000, exp: 1_700_000_060 })
  vi.useRealTimers()
})

const part = (value: unknown) => encodeBase64url(utf8ToBytes(JSON.stringify(value)))
const good = { sub: 1, iat: 1, exp: 2 }

test.each([
  ['', 'nothing'],
  ['a.b', 'two parts'],
  [`${part({ alg: 'RS512' })}.${part(good)}.x.y`, 'four parts'],
  [`${part({ alg: 'HS256' })}.${part(good)}.x`, 'another algorithm'],
  [`${part({ alg: 'RS512', typ: 'other' })}.${part(good)}.x`, 'another type'],
  [`${part({ alg: 'RS512' })}.${part({ ...good, sub: '1' })}.x`, 'a twin in quotes'],
  [`${part({ alg: 'RS512' })}.${part({ sub: 1, exp: 2 })}.x`, 'no time of issue'],
  [`${part({ alg: 'RS512' })}.${part(good)}=.x`, 'padding'],
  [`${part({ alg: 'RS512' })}.e30+.x`, 'the other alphabet'],
])('%j is no token: %s', (token) => {
  expect(readClaims(token)).toBeUndefined()
})

test('a token may leave its type out and its session null', () => {
  expect(readClaims(`${part({ alg: 'RS512' })}.${part({ ...good, sid: null })}.x`)).toEqual({ ...good, sid: undefined })
})

test('base64url takes only what it would write itself', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
  expect(decodeBase64url(encodeBase64url(bytes))).toEqual(bytes)
  expect(decodeBase64url('A')).toBeUndefined()
  expect(decodeBase64url('AB')).toBeUndefined() // bits left over
  expect(decodeBase64url('AA==')).toBeUndefined()
})
