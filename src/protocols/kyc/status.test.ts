import { afterEach, expect, test, vi } from 'vitest'
import { isVerified } from './status.ts'

afterEach(() => vi.unstubAllGlobals())

const answering = (status: number, body: unknown) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }))
const ask = () => isVerified('http://kyc', '5Abc', new AbortController().signal)

test.each([
  [200, { result: { status: 'VERIFIED' } }, true],
  [200, { result: { status: 'REJECTED' } }, false],
  [404, { error: 'Verification not found' }, false],
])('an answer of %d %o is %s', async (status, body, verdict) => {
  answering(status, body)
  expect(await ask()).toBe(verdict)
})

test('a service that is down leaves it unknown, which is no verdict', async () => {
  answering(503, {})
  await expect(ask()).rejects.toMatchObject({ fault: { kind: 'refused', status: 503 } })
})

test('an answer that is no JSON is unreadable', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>'))
  await expect(ask()).rejects.toMatchObject({ fault: { kind: 'unreadable' } })
})
